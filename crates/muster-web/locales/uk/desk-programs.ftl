# Програми, що діють від імені офіцера.
desk-programs-title = Програми, що діють від вашого імені
desk-programs-about = Програма з вашим токеном робить те, що можна вам, і від вашого імені. Підписувати вона не може. Дайте кожній програмі окремий токен і відкличте його, коли він більше не потрібен.
desk-programs-none = Жодна програма не має вашого токена.
desk-programs-until = Діє до { $day }
desk-programs-over = Термін дії закінчився { $day }
desk-programs-used = востаннє використано { $day }
desk-programs-never = ще не використано
desk-programs-revoke = Відкликати
desk-programs-revoked = Токен відкликано. Програму, яка його має, більше не буде допущено.
desk-programs-new = Новий токен
desk-programs-closed = Токен можна створити протягом п’яти хвилин після того, як ви показали ключ.
desk-programs-label = Для чого він
desk-programs-label-hint = Наприклад, «вечірнє вивантаження». За цією назвою ви його знайдете.
desk-programs-label-wrong = Напишіть, для чого цей токен, – щонайбільше 80 літер.
desk-programs-days = Скільки він діє
desk-programs-day = { $days ->
    [one] { $days } день
    [few] { $days } дні
    [many] { $days } днів
   *[other] { $days } дня
}
desk-programs-issue = Створити токен
desk-programs-token-title = Токен готовий
desk-programs-once = Скопіюйте його в програму зараз. Більше його не буде показано.
