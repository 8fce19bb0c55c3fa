my-data-title = Що ми про вас знаємо
my-data-what = Це належить вам. Ви можете це переглянути, виправити, забрати із собою або стерти.
my-data-state = Що з вашою заявою
my-data-said = Що ви нам розповіли
my-data-nothing = Ви нам іще нічого не розповіли.
my-data-looked = Хто це переглядав
my-data-nobody = Ніхто ще цього не переглядав.
my-data-times = { $times ->
    [one] { $times } раз
    [few] { $times } рази
   *[many] { $times } разів
  }
my-data-role-you = ви
my-data-role-reads = працівник, який читає заяви
my-data-role-checks = працівник, який перевіряє заяви
my-data-role-interviews = працівник, який розмовляє із заявниками
my-data-role-decides = працівник, який ухвалює рішення
my-data-role-reception = працівник на пункті прибуття
my-data-role-personnel = працівник, який дбає про людей на службі
my-data-role-law = працівник, який дбає про ваші права
my-data-role-program = програма, сама
my-data-can = Що ви можете зробити
my-data-correct = Щось виправити
my-data-download = Завантажити все
my-data-withdraw = Відкликати мою заяву
my-data-erase = Стерти все
my-data-rights = Ваші права і куди скаржитися
my-data-corrected = Ми отримали ваше виправлення.
my-data-corrected-next = Якщо вашу заяву ще ніхто не читав, її вже змінено. Якщо читав, спершу хтось перегляне виправлення.
my-data-correct-title = Щось виправити
my-data-correct-what = Тут усе, що ви нам розповіли. Змініть те, що неправильно, а решту залиште.
my-data-correct-next = Якщо вашу заяву ще ніхто не читав, її буде змінено відразу. Якщо читав, спершу хтось перегляне виправлення. Місця в черзі ви не втратите.
my-data-correct-send = Надіслати виправлення
my-data-correct-stop = Нічого не змінювати
my-data-correct-closed = Тут цього вже не можна змінити. Напишіть нам або зателефонуйте, і ми виправимо.
my-data-download-title = Завантажити все
my-data-download-what = Ви отримаєте один файл, а в ньому ще два:
my-data-download-people = index.html, щоб читати
my-data-download-machines = data.json, для комп'ютера: усе, що ми про вас зберігаємо
my-data-download-care = Зберігайте його в безпечному місці. У ньому все, що ви нам розповіли.
my-data-download-now = Завантажити
my-data-file-made = Створено { $day }. Номер { $reference }.
my-data-file-all = Усе так, як ми це зберігаємо
my-data-file-all-what = Ця частина збігається з data.json: що й коли було записано, словами програми.
my-data-about-application = Що ви надіслали
my-data-about-facts = Що ми записали
my-data-about-findings = Що кажуть правила
my-data-about-checks = Перевірки
my-data-about-interviews = Наші розмови
my-data-about-decisions = Рішення
my-data-about-messages = Повідомлення вам
my-data-about-travel = Дорога і прибуття
my-data-about-service = Контракт і служба
my-data-about-closing = Чим це закінчилося
my-data-withdraw-title = Відкликати вашу заяву?
my-data-withdraw-what = Розгляд припиниться відразу, і ніхто не питатиме чому. Якщо у вас є перепустка, вона перестане діяти.
my-data-withdraw-undo = Протягом 14 днів ви можете це скасувати на сторінці своєї заяви.
my-data-withdraw-now = Відкликати мою заяву
my-data-withdraw-stay = Залишити як є
my-data-withdraw-erase = Через { $days ->
    [one] { $days } день
    [few] { $days } дні
   *[many] { $days } днів
  } усе, що ми про вас знаємо, буде стерто. Хочете зробити це зараз?
my-data-withdraw-too-late = Зараз нічого відкликати.
my-data-erase-title = Стерти все?
my-data-erase-what = Розгляд вашої заяви припиниться, а все, що ви нам розповіли, буде знищено. Повернути це не зможе ніхто. Таке право дає вам стаття 17 Загального регламенту про захист даних (GDPR).
my-data-erase-stays = Що залишиться
my-data-erase-stays-log = Запис без вашого імені: що заява була і що ми її стерли. Ним ми доводимо, що дотрималися закону (GDPR, стаття 5(2)).
my-data-erase-stays-mark = Зашифрована позначка вашої електронної адреси й номера паспорта. Прочитати їх із неї не може ніхто. Якщо ви подасте заяву знову, вона лише підкаже нам, що ви вже тут були (GDPR, стаття 17(3)(e)).
my-data-erase-hold = Якщо суд або інший закон велить нам щось зберегти, зараз стерти це ми не зможемо й скажемо вам про це.
my-data-erase-ask = Ви впевнені?
my-data-erase-sure = Так, стерти все
my-data-erase-unticked = Поставте, будь ласка, позначку, якщо хочете все стерти.
my-data-erase-now = Стерти все
my-data-erase-keep = Залишити
my-data-erased-title = Усе стерто
my-data-erased = Розгляд вашої заяви припинено, а все, що ви нам розповіли, знищено. Дякуємо, що запропонували допомогу.
my-data-erased-receipt = Доказ того, що ми це стерли
my-data-erased-receipt-what = Збережіть цей текст. Вашого імені в ньому немає. З ним ви чи хтось інший зможете згодом перевірити, що ми це зробили. Показати його ще раз ми не зможемо.
my-data-erase-not-title = Зараз ми не можемо цього стерти
my-data-erase-open = Ви в дорозі або маєте з нами контракт. Спершу це має закінчитися. Поговоріть, будь ласка, з нами.
my-data-erase-kept = Суд або інший закон велить нам поки що це зберігати. До того часу ваші дані замкнені. Ви можете поскаржитися: куди саме, сказано на сторінці про приватність.
