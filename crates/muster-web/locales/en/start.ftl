start-title = Offer to serve
start-need-title = What you need
start-need-time = About 15 minutes. You can stop at any point and go on later.
start-need-passport = Your passport, if you have one.
start-need-contact = An e-mail address or a telephone number.
start-how-title = How it goes
start-how-check = You answer seven short questions, without a name. You learn at once whether it makes sense to apply.
start-how-law = You read what the law of your country says, and what the risks are.
start-how-apply = You fill in the application. Everything you type is saved.
start-how-answer = A person reads it and answers you.
start-wait = At present the answer takes about { $days ->
    [one] one day
   *[other] { $days } days
  }.
start-queue = { $waiting ->
    [0] Nobody is waiting for an answer now.
    [one] One person is waiting for an answer now.
   *[other] { $waiting } people are waiting for an answer now.
  }
start-check = See if you can apply
start-return = Go back to my application
start-stay-title = Stay where you are for now.
start-stay = Do not resign from your work and do not travel before we tell you to.
start-paused-title = We take no new applications for now
start-paused = More people have written than we can answer. You can still check whether you could apply, and read what your country’s law says. Whoever has applied keeps their place.
start-information-only-title = This embassy gives information only
start-information-only = The country it is in does not let it take applications. You can check whether you could apply, and read what your country’s law says.
start-suspended-title = This page is closed for now
start-suspended = The embassy can neither take applications nor give advice at present. Please come back later.
