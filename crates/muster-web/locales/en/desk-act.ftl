# The page of an act that was not done.
desk-act-title = This is not done
desk-act-held = { $name } has this case now. Nothing was changed. What you typed is kept below; ask { $name }, or do it once the case is free.
desk-act-meanwhile = The case went on while you had it open. Nothing was changed by you. Read what happened; what you typed is kept below.
desk-act-happened = What happened meanwhile
desk-act-typed = What you typed
desk-act-anyway = Do it all the same
desk-act-again = Try again
desk-act-look = Look at the case
