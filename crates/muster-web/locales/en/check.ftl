check-title = Read it once more
check-what = This is what we will read. You can change everything.
check-changed = changed just now
check-nothing = No answer
check-declare = By sending this you say that it is true as far as you know. Something wrong can be corrected later too.
check-send = Send my application
