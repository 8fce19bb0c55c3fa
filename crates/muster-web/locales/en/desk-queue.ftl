# Page 17: what waits.
desk-queue-title = Queue
desk-queue-next = Open next
desk-queue-no-work = None of your roles has work in this queue. The bar above shows where you can go.
desk-queue-new = { $count ->
    [one] { $count } new – show
   *[other] { $count } new – show
}
desk-queue-mine = In your hands
desk-queue-views = Views
desk-queue-view-all = My work
desk-queue-view-late = Late
desk-queue-view-week = Waiting a week or longer
desk-queue-view-elsewhere = With the applicant
desk-queue-filters = Narrow down
desk-queue-filter-queue = What waits
desk-queue-filter-stage = Stage
desk-queue-filter-mission = Mission
desk-queue-filter-finding = Finding
desk-queue-filter-hold = Hold
desk-queue-filter-age = Waiting
desk-queue-filter-any = Any
desk-queue-choice = { $word } ({ $count })
desk-queue-age-days = { $days ->
    [one] { $days } day or longer
   *[other] { $days } days or longer
}
desk-queue-late-only = Only what is late ({ $count })
desk-queue-apply = Apply
desk-queue-clear = Show all my work
desk-queue-nothing = Nothing waits for you. New work shows up here by itself; what colleagues have in their hands is theirs.
desk-queue-nothing-fits = Nothing fits. Take a filter away to see more.
desk-queue-count = { $count ->
    [one] { $count } thing waits.
   *[other] { $count } things wait.
}
desk-queue-table = What waits
desk-queue-column-reference = Reference
desk-queue-column-waits = What waits
desk-queue-column-mission = Mission
desk-queue-column-why = Needed
desk-queue-column-since = Waits
desk-queue-column-due = Due
desk-queue-column-holder = In whose hands
desk-queue-needed = { $role } ({ $known })
desk-queue-not-needed = in turn
desk-queue-waited-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
desk-queue-waited-hours = { $hours ->
    [0] less than an hour
    [one] { $hours } hour
   *[other] { $hours } hours
}
desk-queue-due-stands = the clock stands
desk-queue-due-today = due today
desk-queue-due-tomorrow = due tomorrow
desk-queue-due-in = { $days ->
    [one] due in { $days } day
   *[other] due in { $days } days
}
desk-queue-due-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
desk-queue-held-by-you = yours
desk-queue-held-by-somebody = a colleague
desk-queue-more = Next page
# When nothing is left.
desk-nothing-title = Nothing waits for you
desk-nothing-done = There is no case now that you could act on.
desk-nothing-held = Cases in a colleague’s hands are not given to you. After half an hour without a visit they are free again.
desk-nothing-waits = Cases that wait for an applicant come back once there is an answer.
desk-nothing-again = Look again
# Somebody else has the case.
desk-held-title = A colleague has this case
desk-held-by = { $name } has this case in hand.
desk-held-until = It is free again when they let go of it, or half an hour after they were last seen there. You can look at it meanwhile.
desk-held-look = Look at the case
# The keys.
desk-keys-title = Keys
desk-keys-about = One key each, without Ctrl or Alt. They do nothing while you type in a field; there, Ctrl and Enter together send what you wrote. They are the same on every page of the desk, and stand on the buttons.
desk-keys-n = Open the next case
desk-keys-a = Take the next step of the open case
desk-keys-w = Go to what is to be written
desk-keys-y = Send the form of a step
desk-keys-j = To the next row
desk-keys-k = To the row before
desk-keys-x = Tick or untick the row
desk-keys-o = Open the row
desk-keys-slash = Search
desk-keys-help = This page
desk-keys-are-on = Keys are on.
desk-keys-are-off = Keys are off.
desk-keys-turn-off = Turn keys off
desk-keys-turn-on = Turn keys on
