missions-title = Де ви хочете подати заяву?
missions-which = Виберіть посольство в країні, де ви живете.
missions-open = приймає заяви
missions-paused = зараз не приймає нових заяв
missions-information-only = лише дає інформацію
missions-suspended = тимчасово зачинено
