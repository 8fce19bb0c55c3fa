leave-title = Everything is saved
leave-kept = You can go on at any time in the next 14 days, on this telephone or another.
leave-receipt = Your receipt
leave-receipt-what = Write it down or take a picture. With it you come back to your application. Do not send it to anybody: whoever has it can read what you wrote.
leave-or = Without it you can come back with your e-mail address or telephone number, once you have confirmed it.
leave-now = Leave now
leave-stay = Go on with my application
