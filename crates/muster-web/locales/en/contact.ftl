contact-title = How can we reach you?
contact-either = One of the two is enough.
contact-email = E-mail address
contact-email-hint = Such as name@example.org
contact-phone = Telephone number
contact-phone-hint = With the country code, such as +1 202 555 0143
contact-neutral = Our messages never say what they are about: the subject is “Your request” and a number.
contact-send-code = Send me a code
contact-confirm-title = Type the code we sent you
contact-sent-to = We have sent six digits to { $address }.
contact-code = Code
contact-code-hint = Six digits. You may paste them. They are good for 15 minutes.
contact-code-wrong = This is not the code. { $left ->
    [one] You have one more try.
   *[other] You have { $left } more tries.
  }
contact-code-expired = This code is too old. Let us send you a new one below.
contact-code-too-many = There were too many tries with this code. Let us send you a new one below.
contact-sent-again = If we may send another code now, it is on its way.
contact-nothing-came = Nothing came?
contact-nothing-came-look = It can take a minute. Look among the unwanted mail, and check that the address is right.
contact-again = Send it once more
contact-other = Use another address or number
contact-later = Go on and do this later
