# Рамка кожної сторінки.
layout-window = Запит
layout-error-title = Помилка: { $title }
layout-skip = До змісту сторінки
layout-languages = Мови
layout-back = Назад
layout-back-label = На крок назад
layout-play = Це гра: усі люди в ній вигадані, і нічого не надсилається.
layout-letters = Прочитати листи
layout-free = Ця послуга безкоштовна. Ніхто не має права просити у вас гроші.
layout-status = Де моя заява?
layout-my-data = Мої дані
layout-return = Повернутися до моєї заяви
layout-verify = Це справді ви?
layout-help = Допомога
layout-privacy = Приватність
layout-accessibility = Доступність
layout-cookies = Файли cookie
