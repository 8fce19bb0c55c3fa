whole-title = The whole application on one page
whole-what = Everything is asked here at once. What you said before is filled in already. Leave out what does not concern you. Nothing is kept before you send it.
whole-unread = Before we may take this, you have to read what the law of your country says.
whole-unread-link = Read it now (in a new window). Then come back here and send this page again.
