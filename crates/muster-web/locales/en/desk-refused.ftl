# What stood in the way of an act.
desk-refused = This could not be done now. Look at the case again.
desk-refused-same-human = You signed first. Another officer must give the second signature.
desk-refused-proposal-open = Another proposal waits for its second signature. It is countersigned or sent back first.
desk-refused-moved-on = The case has moved on meanwhile. Look at where it stands now.
desk-refused-role = Your roles do not allow this. Ask a colleague who may.
desk-refused-recused = An officer of this act has stepped back from the case. Another person must do it.
desk-refused-merged = The case was merged into another and goes on there.
desk-refused-step-up = Show your key again, then sign.
desk-refused-needs = Something is missing. Look at the reason and at the case.
desk-held = { $name } has this case in hand. Nothing was done. Ask them, or come back later.
desk-held-somebody = Another officer
