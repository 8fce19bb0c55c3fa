contact-title = Як із вами зв'язатися?
contact-either = Достатньо чогось одного.
contact-email = Адреса електронної пошти
contact-email-hint = Наприклад, name@example.org
contact-phone = Номер телефону
contact-phone-hint = Із кодом країни, наприклад +380 44 555 01 43
contact-neutral = У наших повідомленнях ніколи не сказано, про що вони: у темі лише «Ваш запит» і номер.
contact-send-code = Надішліть мені код
contact-confirm-title = Введіть код, який ми вам надіслали
contact-sent-to = Ми надіслали шість цифр на { $address }.
contact-code = Код
contact-code-hint = Шість цифр. Їх можна вставити. Вони дійсні 15 хвилин.
contact-code-wrong = Це не той код. { $left ->
    [one] У вас залишилася { $left } спроба.
    [few] У вас залишилося { $left } спроби.
   *[many] У вас залишилося { $left } спроб.
  }
contact-code-expired = Цей код уже застарів. Попросіть нижче надіслати новий.
contact-code-too-many = Із цим кодом було забагато спроб. Попросіть нижче надіслати новий.
contact-sent-again = Якщо вже можна надіслати ще один код, він у дорозі.
contact-nothing-came = Нічого не надійшло?
contact-nothing-came-look = Це може тривати хвилину. Зазирніть у небажану пошту й перевірте, чи правильна адреса.
contact-again = Надіслати ще раз
contact-other = Вказати іншу адресу чи номер
contact-later = Іти далі, а це зробити потім
