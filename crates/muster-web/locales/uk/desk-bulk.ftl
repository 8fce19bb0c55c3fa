# Одна спільна відмова.
desk-bulk-title = Спільна відмова: { $reason }
desk-bulk-count-in = Чекають
desk-bulk-count-done = Відмовлено
desk-bulk-count-refused = Залишено людині
desk-bulk-count-out = Вилучено
desk-bulk-undo-until = Ще нічого не надіслано. Кожен, хто має право підпису, може скасувати до (UTC):
desk-bulk-undo = Скасувати все
desk-bulk-too-late = Скасовувати запізно: рішення набуває чинності або вже набуло. Справу ще можна переглянути.
desk-bulk-sample = Спершу перегляньте ці
desk-bulk-sample-what = Їх обрав випадок. Перегляньте кожну повністю й позначте. Перегляд записується.
desk-bulk-looked = Цю я переглянув(ла)
desk-bulk-out = Вилучити
desk-bulk-cases = Справи
desk-bulk-rationale = Обґрунтування для всіх
desk-bulk-rationale-hint = Одне обґрунтування стоїть під кожною відмовою. Не пишіть про окрему людину.
desk-bulk-effect = Підпис набуває чинності, коли мине час на скасування. Тоді кожного заявника повідомлять. Справу, що тим часом змінилася, залишать людині.
desk-bulk-key = Вас попросять пред’явити ключ. Написане й позначене збережеться.
desk-bulk-sign = Підписати відмови
desk-bulk-fault-rationale = Наведіть обґрунтування
desk-bulk-fault-empty = Залиште принаймні одну справу
desk-bulk-fault-sample = { $count ->
    [one] { $count } справу з вибірки не переглянуто: позначте її або вилучіть
    [few] { $count } справи з вибірки не переглянуто: позначте їх або вилучіть
    [many] { $count } справ із вибірки не переглянуто: позначте їх або вилучіть
   *[other] { $count } справи з вибірки не переглянуто: позначте їх або вилучіть
}
desk-bulk-result = Що сталося
desk-bulk-result-waits = чекає
desk-bulk-result-done = відмовлено
desk-bulk-result-out = вилучено
desk-bulk-result-held = залишено людині: затримано або хтось працює зі справою
desk-bulk-result-moved = залишено людині: справа просунулася
desk-bulk-result-signer = залишено людині: підписант більше не має права
desk-bulk-result-changed = залишено людині: змінилася після перегляду
desk-bulk-yes = так
desk-bulk-no = ні
desk-bulk-not-told = не сказано
desk-bulk-name = Ім’я
desk-bulk-born = Дата народження
desk-bulk-nationalities = Громадянства
desk-bulk-residence = Мешкає
desk-bulk-experience = Досвід
desk-bulk-years = Роки служби
desk-bulk-languages = Мови
desk-bulk-serving = Служить зараз
desk-bulk-criminal = Судимість
desk-bulk-medical = Перешкода за станом здоров’я
desk-bulk-words = Власними словами
