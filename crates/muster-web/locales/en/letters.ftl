letters-title = Letters of this play
letters-what = Nothing is sent here. What would have been sent stands below, the newest first.
letters-none = No letter has been written yet.
letters-to = To:
