# Сторінка 17: що чекає.
desk-queue-title = Черга
desk-queue-next = Відкрити наступну
desk-queue-no-work = Для ваших ролей у цій черзі роботи немає. Куди можна перейти, показано вгорі.
desk-queue-new = { $count ->
    [one] { $count } нова – показати
    [few] { $count } нові – показати
   *[many] { $count } нових – показати
}
desk-queue-mine = У ваших руках
desk-queue-views = Вигляди
desk-queue-view-all = Моя робота
desk-queue-view-late = Прострочене
desk-queue-view-week = Чекають тиждень і довше
desk-queue-view-elsewhere = Чекаємо на заявника
desk-queue-filters = Звузити
desk-queue-filter-queue = Що чекає
desk-queue-filter-stage = Етап
desk-queue-filter-mission = Представництво
desk-queue-filter-finding = Висновок
desk-queue-filter-hold = Зупинка
desk-queue-filter-age = Скільки чекає
desk-queue-filter-any = Будь-що
desk-queue-choice = { $word } ({ $count })
desk-queue-age-days = { $days ->
    [one] { $days } день і довше
    [few] { $days } дні й довше
   *[many] { $days } днів і довше
}
desk-queue-late-only = Лише прострочене ({ $count })
desk-queue-apply = Застосувати
desk-queue-clear = Показати всю мою роботу
desk-queue-nothing = На вас нічого не чекає. Нова робота з’явиться тут сама; те, що в руках у колег, – їхнє.
desk-queue-nothing-fits = Нічого не знайдено. Приберіть якийсь фільтр, щоб побачити більше.
desk-queue-count = { $count ->
    [one] Чекає { $count } справа.
    [few] Чекають { $count } справи.
   *[many] Чекає { $count } справ.
}
desk-queue-table = Що чекає
desk-queue-column-reference = Номер
desk-queue-column-waits = Що чекає
desk-queue-column-mission = Представництво
desk-queue-column-why = Потреба
desk-queue-column-since = Чекає
desk-queue-column-due = Строк
desk-queue-column-holder = У чиїх руках
desk-queue-needed = { $role } ({ $known })
desk-queue-not-needed = у порядку черги
desk-queue-waited-days = { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[many] { $days } днів
}
desk-queue-waited-hours = { $hours ->
    [0] менше години
    [one] { $hours } година
    [few] { $hours } години
   *[many] { $hours } годин
}
desk-queue-due-stands = відлік зупинено
desk-queue-due-today = сьогодні
desk-queue-due-tomorrow = завтра
desk-queue-due-in = { $days ->
    [one] через { $days } день
    [few] через { $days } дні
   *[many] через { $days } днів
}
desk-queue-due-late = { $days ->
    [one] прострочено на { $days } день
    [few] прострочено на { $days } дні
   *[many] прострочено на { $days } днів
}
desk-queue-held-by-you = ваша
desk-queue-held-by-somebody = колега
desk-queue-more = Наступна сторінка
# Коли нічого не лишилося.
desk-nothing-title = На вас нічого не чекає
desk-nothing-done = Зараз немає справи, з якою ви могли б щось зробити.
desk-nothing-held = Справи в руках у колег вам не дістануться. Через пів години без відвідин вони знову вільні.
desk-nothing-waits = Справи, що чекають на заявника, повернуться, щойно буде відповідь.
desk-nothing-again = Подивитися ще раз
# Справа в когось іншого.
desk-held-title = Справа в колеги
desk-held-by = Цю справу веде { $name }.
desk-held-until = Вона звільниться, коли її відпустять або через пів години після останніх відвідин. Тим часом її можна переглядати.
desk-held-look = Переглянути справу
# Клавіші.
desk-keys-title = Клавіші
desk-keys-about = Одна клавіша без Ctrl чи Alt. Коли ви пишете в полі, вони не діють; там Ctrl разом з Enter надсилає написане. Вони однакові на всіх сторінках робочого столу й указані на кнопках.
desk-keys-n = Відкрити наступну справу
desk-keys-a = Зробити наступний крок у відкритій справі
desk-keys-w = Перейти до поля для тексту
desk-keys-y = Надіслати форму кроку
desk-keys-j = До наступного рядка
desk-keys-k = До попереднього рядка
desk-keys-x = Позначити рядок або зняти позначку
desk-keys-o = Відкрити рядок
desk-keys-slash = Пошук
desk-keys-help = Ця сторінка
desk-keys-are-on = Клавіші ввімкнено.
desk-keys-are-off = Клавіші вимкнено.
desk-keys-turn-off = Вимкнути клавіші
desk-keys-turn-on = Увімкнути клавіші
