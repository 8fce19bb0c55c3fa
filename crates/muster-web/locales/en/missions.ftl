missions-title = Where do you want to apply?
missions-which = Choose the embassy of the country you live in.
missions-open = takes applications
missions-paused = takes no new applications for now
missions-information-only = gives information only
missions-suspended = closed for now
