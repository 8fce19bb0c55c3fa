questions-another-country = Another one, if you have more than one
questions-why = Why do we ask?
questions-as-typed = Yes, it is written like this
questions-did-you-mean = Did you mean “{ $word }”? Then correct it above.
questions-leave = Stop here and go on later
questions-progress = Question { $number } of { $all }
