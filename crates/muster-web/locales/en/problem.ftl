problem-status = Status:
problem-cause = What went wrong
problem-cure = What to do
problem-list-title = Problems of the interface for programs
problem-list-about = Every fault that the interface for programs answers with is one of these. The field "type" of the answer leads to its page.

problem-not-understood-title = The request cannot be read
problem-not-understood-cause = The address or the body is not written as the description of the interface says.
problem-not-understood-cure = Look at "errors" and "detail" in the answer, and compare the request with the description. Cursors are taken over from an answer, never made up.

problem-key-missing-title = The request has no name
problem-key-missing-cause = Everything that changes something needs the header Idempotency-Key, with 1 to 200 characters.
problem-key-missing-cure = Make up a new name for each request, such as a random one, and send it along. If no answer comes, send the same again: it is done once.

problem-not-signed-in-title = Nobody knows who asks
problem-not-signed-in-cause = The token is missing, is over or was taken back, or its account is suspended. A session of the desk is enough only for reading.
problem-not-signed-in-cure = Send a valid token in the header Authorization. An administrator issues one.

problem-not-allowed-title = The account may not do this
problem-not-allowed-cause = None of the account's roles may do this.
problem-not-allowed-cure = Let somebody do it who has one of the roles that the description names, or ask an administrator for the role.

problem-sign-at-the-desk-title = This is signed at the desk
problem-sign-at-the-desk-cause = A signature needs a key that was shown again within the last five minutes. A token never stands for one.
problem-sign-at-the-desk-cure = Sign in at the desk and sign there. Everything up to the signature can be done by a program.

problem-not-found-title = There is nothing here
problem-not-found-cause = The address is wrong, or the case is not one that this account sees.
problem-not-found-cure = Take addresses from answers. If the case is of another mission, let somebody of that mission do it.

problem-no-such-thing-title = The case has no such thing
problem-no-such-thing-cause = The request names a hit, a check or a proposal that is not in the case, or not any more.
problem-no-such-thing-cure = Read the case again and take the identifiers from there.

problem-wrong-method-title = This is not done here
problem-wrong-method-cause = The address is known, but not with this method.
problem-wrong-method-cure = See the description for what the address offers.

problem-key-busy-title = The same request is being worked on
problem-key-busy-cause = A request with the same Idempotency-Key has not been answered yet.
problem-key-busy-cure = Wait a moment and send the same again; then the answer is there.

problem-held-by-another-title = Somebody else is at work on the case
problem-held-by-another-cause = The case is in the hands of the person named in "held_by". One officer to a case.
problem-held-by-another-cure = Ask that person, or wait: who is not seen at a case for half an hour has let go of it.

problem-wrong-stage-title = The case does not stand where this is done
problem-wrong-stage-cause = Each act belongs to certain stages, and the case is on another.
problem-wrong-stage-cure = Read the case and see what is next.

problem-on-hold-title = A hold blocks the way
problem-on-hold-cause = The case has at least one hold, so it cannot go forward.
problem-on-hold-cure = Settle the cause of each hold, then lift it.

problem-merged-title = The case is merged into another
problem-merged-cause = It was found to be the same person's as another case, which goes on.
problem-merged-cure = Go on in the case that "merged_into" names.

problem-something-missing-title = Something is still missing
problem-something-missing-cause = The act rests on something that is not recorded yet. "refusal" says what.
problem-something-missing-cure = Do what "next" says, then send the act again with a new version.

problem-another-person-title = Another person has to do this
problem-another-person-cause = Two signatures are of two people; whoever signed before does not settle the review; whoever stepped back does not act.
problem-another-person-cure = Let somebody else do it.

problem-already-so-title = It is so already
problem-already-so-cause = The case is open, the person has another active case, or a proposal waits for its second signature.
problem-already-so-cure = Go on with what is there.

problem-strong-hit-title = Two people clear a strong hit
problem-strong-hit-cause = There is so much evidence for this hit that one person alone may not clear it.
problem-strong-hit-cure = Recommend that it be cleared; a second adjudicator signs at the desk.

problem-not-objective-title = This is decided singly
problem-not-objective-cause = Only findings that need no judgement may be confirmed for many cases at once.
problem-not-objective-cure = Take this case out and decide it by itself.

problem-minor-title = The person may be under age
problem-minor-cause = A minor, or somebody who may be one, does not go on.
problem-minor-cure = Confirm the refusal with the code R01 and tell it kindly.

problem-too-often-title = This was done too often
problem-too-often-cause = There is a limit to how often it may be done, and it is reached.
problem-too-often-cure = Read the case and see what is left to do.

problem-too-early-title = It is too early
problem-too-early-cause = The time from which this may be done has not come.
problem-too-early-cure = "detail" and "next" name the time. Come back then.

problem-too-late-title = It is too late
problem-too-late-cause = The time until which this could be done is over.
problem-too-late-cure = Choose a later time, if the act has one. Otherwise see the case for what is next.

problem-not-possible-title = The case does not allow this
problem-not-possible-cause = Something that is recorded stands against it. "refusal" says what.
problem-not-possible-cure = Do what "next" says.

problem-stale-title = The case has gone on
problem-stale-cause = Somebody did something in the case since the version in If-Match. Nothing was done.
problem-stale-cure = "meanwhile" says what happened. Read the case again, decide again, and send the act with the new version.

problem-too-big-title = The body is too big
problem-too-big-cause = A body has at most 64 kilobytes.
problem-too-big-cure = Send less. Long texts belong into the files, not into a rationale.

problem-not-json-title = The body is not JSON
problem-not-json-cause = The header Content-Type does not say application/json.
problem-not-json-cure = Send JSON and say so in the header.

problem-body-faulty-title = The body is not as described
problem-body-faulty-cause = A field is missing, is unknown or has another form than the description says.
problem-body-faulty-cure = "errors" names each place by its JSON pointer. Mend it and send it again.

problem-key-reused-title = Another request had this name
problem-key-reused-cause = The Idempotency-Key was used for another address or another body within the last 24 hours.
problem-key-reused-cure = Make up a new name for each request. Use an old one only to send the very same again.

problem-version-missing-title = The version is missing
problem-version-missing-cause = An act needs the header If-Match, so that nobody decides on a case that has gone on meanwhile.
problem-version-missing-cure = Read the case, take its ETag and send it as If-Match.

problem-too-many-title = Too many requests
problem-too-many-cause = The account or the network sends more than is let through.
problem-too-many-cure = Wait as long as Retry-After says. Nothing was done.

problem-broken-title = Something is broken here
problem-broken-cause = It is not your fault. Nothing was acknowledged.
problem-broken-cure = Send the same again with the same Idempotency-Key. If it stays so, tell the keeper the number in X-Request-Id.

problem-busy-title = The service has its hands full
problem-busy-cause = It took too long to answer.
problem-busy-cure = Wait a little and send the same again with the same Idempotency-Key: it is done once.
