tasks-title = Your application
tasks-reference = Your number:
tasks-progress = { $done } of { $all } parts are done.
tasks-kept = Everything you type is saved. You have 14 days to go on.
tasks-minutes = about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
  }
tasks-to-do = To do
tasks-begun = Begun
tasks-done = Done
tasks-waits = Comes last
tasks-check = Read it once more and send it
tasks-next = Continue
tasks-leave = Save and stop here
tasks-sent-back = We have a question
