notice-title = What the law of your country says
notice-what = Some countries punish service in the forces of another country, or take the nationality away. Please read this before you go on.
notice-changed = This has changed since you read it. Please read it once more.
notice-checked = We checked this on { $day }. Laws change; look at the source too.
notice-sources = Where this is from
notice-lawyer-title = Ask a lawyer.
notice-again = Please read this once more.
notice-acknowledge = I have read this
