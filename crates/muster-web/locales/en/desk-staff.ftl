# The people of the desk.
desk-staff-title = Staff
desk-staff-find = Look for a name
desk-staff-find-do = Look
desk-staff-everybody = Show everybody
desk-staff-pages = Pages
desk-staff-back = Page before
desk-staff-count = { $count ->
    [0] Nobody.
    [one] { $count } account.
   *[other] { $count } accounts.
}
desk-staff-suspended = suspended
desk-staff-suspended-now = The account is suspended. Its sessions ended at once.
desk-staff-nameless = Name erased
desk-staff-sees-all = Sees the cases of every mission.
desk-staff-sees = Sees the cases of: { $missions }.
desk-staff-seen = last seen on { $day }
desk-staff-never = never seen
desk-staff-invite-again = New link
desk-staff-suspend = Suspend at once
desk-staff-again = Make a new account
desk-staff-again-says = A new account for the same person: what the old one signed still counts as theirs.
desk-suspend-title = Suspend an account
desk-suspend-says = Every session and link of it ends at once, on every device. What was signed stays signed. A suspended account is not opened again: if the person comes back, you make a new account for them.
desk-suspend-leave = Leave it as it is
desk-staff-not-oneself = You cannot suspend your own account. Another administrator can.
desk-staff-new = Invite somebody
desk-staff-name = Name
desk-staff-name-missing = Write the name
desk-staff-roles = What they do
desk-staff-roles-missing = Choose at least one role
desk-staff-missions = Whose cases they see
desk-staff-missions-hint = None chosen means every mission
desk-staff-invite = Make the link
desk-invited-title = The link is ready
desk-invited-says = Give it to the person yourself. It works once, until { $day }.
desk-invited-once = It is shown only now and kept nowhere. If it is lost, make a new one.
desk-word-does-clerk = reads what was sent, asks for what is missing
desk-word-does-screener = compares applicants with watchlists
desk-word-does-adjudicator = rules on strong hits and recommends
desk-word-does-interviewer = holds interviews and rates answers
desk-word-does-attache = signs decisions as the second person
desk-word-does-counsel = answers questions of law, publishes rules
desk-word-does-border = receives people at the border
desk-word-does-personnel = offers contracts and assigns units
desk-word-does-welfare = speaks with families, reports what happened
desk-word-does-data-protection = sees who read what, answers requests for data
desk-word-does-policy-owner = proposes rules
desk-word-does-administrator = adds and suspends accounts, decides nothing about people
