# What stood in the way of an act.
desk-held = { $name } has this case in hand. Nothing was done. Ask them, or come back later.
desk-held-somebody = Another officer
