consent-title = May we do this with what you tell us?
consent-what = We ask for each purpose by itself. Only people who need it for their work see your answers, and every look is written down.
consent-more = More about privacy
consent-yes = Yes, you may
consent-without = Without it:
consent-missing = Without this we cannot take an application. If you do not want it, you can stop here: nothing is kept.
consent-take-back = You can take this back at any time, without giving a reason.
consent-begin = Begin my application
consent-whole = Is your connection bad?
consent-whole-link = Answer everything on one page
newcomer-wait-title = Very many people are here now
newcomer-wait = So that everybody gets in, please wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
  } and press the button again. What you chose is kept.
