# Відмови, які пропонують об’єктивні правила.
desk-refusals-title = Спільні відмови
desk-refusals-what = За об’єктивним правилом цим заявам пропонується відмова. Нікому не відмовлено, доки не підпише людина. Неповнолітніх і все, що виявила перевірка, розглядають окремо.
desk-refusals-most = Один підпис охоплює щонайбільше справ: { $count }.
desk-refusals-none = Зараз за об’єктивним правилом нікому не пропонується відмова.
desk-refusals-draft = { $count ->
    [one] Переглянути { $count } справу
    [few] Переглянути { $count } справи
    [many] Переглянути { $count } справ
   *[other] Переглянути { $count } справи
}
desk-refusals-bulks = Нещодавно складені
desk-refusals-drafted = ще не підписано
desk-refusals-signed = підписано; ще можна скасувати
desk-refusals-running = набуває чинності
desk-refusals-undone = скасовано: нікому не відмовлено
desk-refusals-done = виконано
