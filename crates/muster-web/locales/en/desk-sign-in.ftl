# Page 16: who is at the desk.
desk-sign-in-held = Your session is over. What you typed is kept; sign in and you can send it.
desk-sign-in-play = This is a play
desk-sign-in-play-says = Everybody here is made up. Choose whose place you take; no key is needed.
desk-sign-in-passkey = With a passkey
desk-sign-in-with-passkey = Sign in with a passkey
desk-sign-in-passkey-says = A passkey is in your telephone, your computer or a key you plug in. It needs a script in your browser; without one, use a code.
desk-sign-in-passkey-none = The browser gave no passkey. Try again, or use a code.
desk-sign-in-passkey-wrong = This passkey was not accepted, or the page was open too long. Try again, or use a code.
desk-sign-in-number = A passkey works only at an address with a name. Open this page there:
desk-sign-in-by-code = With a code
desk-sign-in-account = Account
desk-sign-in-account-hint = The eight characters shown when you set up the app, such as 4f1c09ab
desk-sign-in-code = Code
desk-sign-in-code-hint = The six digits your app shows now
desk-sign-in-code-wrong = Account and code do not fit together. Each code works once: wait for the next one and try again.
desk-sign-in-wait = { $seconds ->
    [one] That was tried several times. Try again in one second.
   *[other] That was tried several times. Try again in { $seconds } seconds.
}
desk-sign-in-open = Sign in
desk-sign-in-neither = Neither works? Ask your administrator for a new link.
desk-held-form-title = What you typed is still here
desk-held-form-says = You are signed in again. Nothing was done yet.
desk-held-form-send = Send it now
desk-held-form-leave = Leave it and go to the queue
desk-enter-title = You are invited to the desk
desk-enter-says = The link works once. After this you set up a passkey or an app, so that you can come back. Keys you had before work no more.
desk-enter-open = Go in
desk-enter-over = This link works no more
desk-enter-over-says = It was used already, or it is older than three days. Sign in with your key, or ask your administrator for a new link.
desk-step-up-title = Show your key again
desk-step-up-says = A signature needs a fresh look at who you are. It is good for five minutes.
desk-step-up-with-passkey = Show a passkey
desk-step-up-open = Confirm
desk-step-up-code-wrong = This is not your code of now. Each code works once: wait for the next one and try again.
desk-step-up-script = A passkey needs a script in your browser. Without one, add an app with codes to your account.
desk-step-up-no-key = You have no key yet. Add one first, then come back to sign.
desk-step-up-play-says = In this play a button stands for your key.
desk-step-up-play = Play that I showed my key
