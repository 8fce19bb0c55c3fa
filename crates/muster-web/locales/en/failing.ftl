# When there is no page.
failing-not-found-title = There is no such page
failing-not-found = The address may be mistyped, or the page is gone. Nothing you typed before is lost.
failing-not-understood-title = We could not read that
failing-not-understood = Something in what your browser sent was not right. Go back, reload the page and try once more. What you saved before is kept.
failing-other-site-title = That came from another site
failing-other-site = To protect you, we take forms from our own pages only. Open the form here and send it again.
failing-not-allowed-title = Your account does not open this page
failing-not-allowed = Another role does this. If you need it for your work, ask your administrator for the role. Nothing was changed.
failing-too-big-title = That is too much at once
failing-too-big = Please write less in one answer. Go back: what you typed is still in your browser.
failing-too-many-title = Very many people are here now
failing-too-many = Please wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
  } and try again. You have not lost anything, and you need not hurry.
failing-not-now-title = This has changed meanwhile
failing-not-now = Your application has gone on, so this cannot be done any more. See where it stands now.
failing-broken-title = Something is broken here
failing-broken = It is our fault, not yours. What was saved before is kept; the last step was not done. Please try again in a few minutes.
failing-request = If you write to us about it, name this number: { $number }
failing-go-on = Go to the first page
