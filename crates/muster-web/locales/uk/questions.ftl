questions-another-country = Ще одна, якщо у вас їх кілька
questions-why = Чому ми про це запитуємо?
questions-as-typed = Так, воно так і пишеться
questions-did-you-mean = Можливо, ви мали на увазі «{ $word }»? Тоді виправте вище.
questions-leave = Зупинитися й продовжити пізніше
questions-progress = Запитання { $number } з { $all }
