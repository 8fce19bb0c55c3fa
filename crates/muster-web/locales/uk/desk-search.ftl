# Пошук.
desk-search-title = Пошук
desk-search-label = Ім’я, номер, електронна адреса або телефон
desk-search-hint = Ім’я можна писати будь-яким письмом і не обов’язково точно.
desk-search-look = Шукати
desk-search-fault = Чогось бракує
desk-search-empty = Напишіть, що шукати.
desk-search-nobody = У ваших представництвах нікого не знайдено. Спробуйте лише прізвище, інше письмо або номер.
desk-search-count = { $count ->
    [one] Знайдено { $count } справу, найімовірніші спочатку.
    [few] Знайдено { $count } справи, найімовірніші спочатку.
   *[many] Знайдено { $count } справ, найімовірніші спочатку.
}
desk-search-many = Показано найімовірніші ({ $count }). Напишіть ім’я повніше, щоб звузити пошук.
desk-search-table = Знайдені справи
desk-search-column-reference = Номер
desk-search-column-name = Ім’я
desk-search-column-stage = Етап
desk-search-column-mission = Представництво
desk-search-nameless = імені ще немає
desk-search-logged = Про ваш пошук записано в кожній справі, показаній тут.
