# One bulk of refusals.
desk-bulk-title = Refuse together: { $reason }
desk-bulk-count-in = Waiting in it
desk-bulk-count-done = Refused
desk-bulk-count-refused = Left to a person
desk-bulk-count-out = Taken out
desk-bulk-undo-until = Nothing has left yet. Anybody who may sign can undo it until (UTC):
desk-bulk-undo = Undo all of it
desk-bulk-too-late = It is too late to undo: it takes effect now or has taken effect. A case can still be reviewed.
desk-bulk-sample = Look at these first
desk-bulk-sample-what = Chance chose them. Look at each in full and tick that you did. That you opened them is recorded.
desk-bulk-looked = I have looked at this one
desk-bulk-out = Take out
desk-bulk-cases = The cases
desk-bulk-rationale = Why, for all of them
desk-bulk-rationale-hint = One rationale stands under every refusal. Write nothing about a single person.
desk-bulk-effect = Your signature takes effect after the time to undo it. Then each applicant is told. A case that changed meanwhile is left to a person.
desk-bulk-key = You will be asked to show your key. What you typed and ticked is kept.
desk-bulk-sign = Sign the refusals
desk-bulk-fault-rationale = Say why
desk-bulk-fault-empty = Leave at least one case in
desk-bulk-fault-sample = { $count ->
    [one] { $count } case of the sample is not looked at: tick it, or take it out
   *[other] { $count } cases of the sample are not looked at: tick them, or take them out
}
desk-bulk-result = What became of it
desk-bulk-result-waits = waits
desk-bulk-result-done = refused
desk-bulk-result-out = taken out
desk-bulk-result-held = left to a person: held, or in somebody’s hands
desk-bulk-result-moved = left to a person: it moved on meanwhile
desk-bulk-result-signer = left to a person: who signed may not sign it any more
desk-bulk-result-changed = left to a person: it changed after it was looked at
desk-bulk-yes = yes
desk-bulk-no = no
desk-bulk-not-told = not told
desk-bulk-name = Name
desk-bulk-born = Born
desk-bulk-nationalities = Nationalities
desk-bulk-residence = Lives in
desk-bulk-experience = Experience
desk-bulk-years = Years of service
desk-bulk-languages = Languages
desk-bulk-serving = Serves now
desk-bulk-criminal = Criminal record
desk-bulk-medical = Bar to service by health
desk-bulk-words = In their own words
