# Сторінка 20: збіги, що чекають.
desk-hits-title = Збіги зі списками
desk-hits-count = { $count ->
    [0] Жоден збіг не чекає на рішення.
    [one] { $count } збіг чекає на рішення.
    [few] { $count } збіги чекають на рішення, найсильніші спершу.
    [many] { $count } збігів чекають на рішення, найсильніші спершу.
   *[other] { $count } збігу чекають на рішення, найсильніші спершу.
}
desk-hits-empty = Нові збіги з’являються тут, коли заявника перевірено або змінився список.
desk-hits-case = Справа
desk-hits-strength = Сила
desk-hits-strong = сильний: двоє людей
desk-hits-ordinary = звичайний
desk-hits-bits = Біти
desk-hits-list = Список і запис
desk-hits-since = Відколи
desk-hits-note = Примітка
desk-hits-first-signed = один із двох підписав
desk-hits-noted = у пізнішому виданні інакше
desk-hits-checks = Перевірки, залишені людям
desk-hits-check = Перевірка
desk-hits-done-dismissed = Збережено: інша людина. Збіг більше не затримує справу.
desk-hits-done-confirmed = Збережено: та сама людина. Затримка лишається; для відмови потрібні двоє.
desk-hits-done-first-signed = Збережено: ви підписали першими. Має підписати ще один фахівець.
desk-hits-done-cleared = Збережено: знято двома підписами.
desk-hits-done-sent-back = Збережено: пропозицію повернуто.
desk-hits-done-check = Збережено: перевірку записано.
