# Asking for a review.
review-title = Ask for another look
review-what = Somebody who did not sign the decision reads everything once more. You can ask for it once.
review-words = What should this person know? (You may leave it empty.)
review-words-hint = For example: what was mistaken, or what you can show now.
review-too-long = Please keep it to { $most } letters. Nothing you typed is lost.
review-ask = Ask for another look
review-leave = Leave it as it is
review-closed = You cannot ask for another look now: there is no decision to look at, it was looked at once, or 30 days have passed.
