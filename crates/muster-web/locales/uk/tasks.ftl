tasks-title = Ваша заява
tasks-reference = Ваш номер:
tasks-progress = Готово частин: { $done } із { $all }.
tasks-kept = Усе, що ви пишете, зберігається. Продовжити можна протягом 14 днів.
tasks-minutes = приблизно { $minutes ->
    [one] { $minutes } хвилина
    [few] { $minutes } хвилини
   *[many] { $minutes } хвилин
  }
tasks-to-do = Треба зробити
tasks-begun = Розпочато
tasks-done = Готово
tasks-waits = Наприкінці
tasks-check = Перечитати й надіслати
tasks-next = Далі
tasks-leave = Зберегти й зупинитися
tasks-sent-back = У нас є запитання
