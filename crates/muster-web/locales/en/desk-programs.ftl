# Programs that act for an officer.
desk-programs-title = Programs that act for you
desk-programs-about = A program with a token of yours does what you may do, in your name. It cannot sign. Give each program a token of its own, and take it away when you do not need it any more.
desk-programs-none = No program has a token of yours.
desk-programs-until = Works until { $day }
desk-programs-over = Ended on { $day }
desk-programs-used = last used on { $day }
desk-programs-never = not used yet
desk-programs-revoke = Take away
desk-programs-revoked = The token is taken away. Whatever program has it is not let in any more.
desk-programs-new = A new token
desk-programs-closed = A token can be made for five minutes after you showed a key.
desk-programs-label = What it is for
desk-programs-label-hint = Such as “export of the evening”. You will find it by this.
desk-programs-label-wrong = Write what the token is for, in 80 letters at most.
desk-programs-days = How long it works
desk-programs-day = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
desk-programs-issue = Make the token
desk-programs-token-title = The token is ready
desk-programs-once = Copy it into the program now. It is not shown again.
