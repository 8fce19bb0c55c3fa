# Про що питає заява, у порядку `questions.toml`. Прості слова; нікого не звинувачуємо за відповідь.

# --- розділи
task-identity = Хто ви
task-contact = Як із вами зв'язатися
task-service = Ваш досвід
task-skills-and-languages = Що ви вмієте
task-health-and-record = Здоров'я та судимість
task-family = Ваші рідні
task-anything-else = Щось іще

# --- особа
question-born = Коли ви народилися?
question-born-hint = Наприклад, 27 3 1990. Місяць можна написати й словом.
question-born-why = До 18 років служити не можна, і найстарший вік теж обмежено. Тому про це ми питаємо найперше.
field-born = Дата народження
field-born-missing = Напишіть день, місяць і рік свого народження.

question-countries = Які громадянства ви маєте і де живете?
question-countries-hint = Назвіть кожну країну, громадянство якої ви маєте, навіть якщо давно не користувалися її паспортом.
question-countries-why = Закони про службу за кордоном у кожній країні свої. Ми покажемо вам закон кожної вашої країни. Походження не дає жодної переваги й нічим не шкодить.
field-nationalities = Країна вашого громадянства
field-nationalities-hint = Якщо у вас кілька паспортів, назвіть кожну країну.
field-nationalities-missing = Виберіть країну, громадянство якої ви маєте.
field-residence = Країна, де ви живете
field-residence-missing = Виберіть країну, де ви живете.

question-name = Як ваше ім'я записано в паспорті?
question-name-hint = Латинськими літерами, як у двох рядках унизу сторінки паспорта. Якщо у вас лише одне ім'я, напишіть його як прізвище.
field-given = Ім'я (усі імена)
field-family = Прізвище
field-family-missing = Напишіть своє прізвище. Якщо у вас лише одне ім'я, напишіть його тут.
field-names-as-typed = Саме так пишеться моє ім'я

question-name-original = Чи пишеться ваше ім'я ще й іншими літерами?
question-name-original-hint = Наприклад, українськими, грузинськими або арабськими. Якщо ні, залиште порожнім.
question-name-original-why = Одне ім'я можна написати латинкою по-різному. Якщо ми знаємо, як воно пишеться в оригіналі, то рідше сплутаємо вас з іншими.
field-given-original = Ім'я вашою абеткою
field-family-original = Прізвище вашою абеткою

question-sex = Яку стать указано у вашому паспорті?
question-sex-why = Це лише допомагає не сплутати вас із людьми зі схожим ім'ям. На рішення це не впливає.
field-sex = Стать за паспортом
choice-sex-female = Жіноча (F)
choice-sex-male = Чоловіча (M)
choice-sex-unspecified = Не вказано (X)

question-document = З яким документом ви поїхали б?
question-document-hint = Зазвичай це паспорт. Якщо зараз його немає під рукою, залиште порожнім і додайте згодом.
question-document-why = За номером ми бачимо, що ви — це ви. А ще так ми не порахуємо вас двічі.
field-document-issuer = Країна, яка його видала
field-document-number = Номер документа
field-document-number-hint = Так, як надруковано, разом із літерами.
field-document-expires = Дійсний до

# --- зв'язок
question-contact = Як із вами зв'язатися?
question-contact-hint = Достатньо адреси електронної пошти або номера телефону. Ми надішлемо код, щоб перевірити, чи наші листи доходять.
field-email = Адреса електронної пошти
field-email-hint = Наприклад, name@example.org
field-phone = Номер телефону
field-phone-hint = Із кодом країни, наприклад +380 44 555 01 43

# --- служба
question-help-how = Як ви хочете допомогти?
question-help-how-hint = Потрібна і така, і така допомога.
field-help-how = Як ви хочете допомогти
field-help-how-missing = Виберіть, як ви хочете допомогти.
choice-help-how-combat = Служити в легіоні, зокрема в бою
choice-help-how-other = Допомагати інакше, не в бою

question-service = Чи служили ви?
question-service-hint = Якщо підходить кілька відповідей, виберіть останню з них.
question-service-why = Легіон має мало часу на навчання. Хто вже служив, той менше ризикує.
field-experience = Служба
field-experience-missing = Виберіть те, що підходить найкраще.
choice-experience-none = Ні
choice-experience-police-medic = Так, у поліції, пожежній службі чи швидкій допомозі
choice-experience-military = Так, у війську, але не в бою
choice-experience-combat = Так, у війську, і в бою теж

question-trade = Що ви робили у війську?
question-trade-hint = Виберіть те, що робили найдовше або знаєте найкраще.
field-trade = Військовий фах
field-trade-missing = Виберіть, що ви робили. Якщо нічого не підходить, виберіть «Щось інше».
choice-trade-infantry = Піхота
choice-trade-support = Постачання, перевезення або кухня
choice-trade-medic = Медик
choice-trade-armour = Танк або бронемашина
choice-trade-signals = Радіо та зв'язок
choice-trade-engineer = Військовий інженер
choice-trade-eod = Розмінування
choice-trade-drone = Дрони
choice-trade-helicopter-pilot = Пілот гелікоптера
choice-trade-fixed-wing-pilot = Пілот літака
choice-trade-sniper = Снайпер
choice-trade-mechanic = Автомеханік
choice-trade-other = Щось інше
field-service-years = Скільки років ви служили?
field-service-years-hint = Ціле число. Менше року — це 0.
field-service-years-missing = Напишіть, скільки років ви служили, наприклад 4.

question-service-record = Де ви служили?
question-service-record-hint = Почніть з останнього місця. Можна додати до п'яти.
question-service-record-why = Про це з вами говоритиме людина, яка знає таку службу. Не розповідайте нам нічого таємного.
field-service-country = Країна
field-service-country-missing = Виберіть країну, якій ви служили.
field-service-force = Військо, рід військ або служба
field-service-force-hint = Наприклад: сухопутні війська, 3-тя піхотна дивізія
field-service-force-missing = Напишіть, де ви служили, наприклад сухопутні війська або пожежна служба.
field-service-role = Що ви там робили
field-service-role-hint = Наприклад: командир відділення, медсестра, водій
field-service-from = Перший рік
field-service-to = Останній рік
field-service-to-hint = Якщо ви досі там служите, залиште порожнім.
field-service-combat = Чи були ви там у бою?

# --- вміння та мови
question-skills = Чи маєте ви якийсь із цих фахів?
question-skills-hint = Виберіть усе, що підходить. Якщо нічого не підходить, просто йдіть далі.
question-skills-why = Хто має потрібний зараз фах, може подати заяву, навіть якщо ніколи не служив.
field-skills = Вміння
choice-skills-medic = Медик, медсестра, лікар або хірург
choice-skills-eod = Розмінування
choice-skills-engineer = Військовий інженер
choice-skills-drone = Дрони: керування або складання
choice-skills-signals = Радіо та зв'язок
choice-skills-mechanic = Ремонт машин
choice-skills-helicopter-pilot = Пілот гелікоптера
choice-skills-fixed-wing-pilot = Пілот літака

question-languages = Якими мовами ви зрозумієте наказ?
question-languages-hint = Виберіть кожну мову, якою ви одразу зрозумієте короткий наказ.
field-languages = Мови
field-languages-missing = Виберіть хоча б одну мову. Якщо вашої немає в переліку, виберіть ту, яку ще знаєте найкраще.

# --- здоров'я та судимість
question-record = Три короткі запитання
question-record-why = Ці правила однакові для всіх. Чесна відповідь зараз вбереже вас від дороги, яка скінчилася б на кордоні.
field-serving = Чи служите ви зараз у війську?
field-serving-hint = У війську будь-якої країни, крім України.
field-serving-missing = Виберіть, чи служите ви зараз у війську.
choice-serving-no = Ні
choice-serving-reservist = Я в резерві
choice-serving-serving = Так, зараз служу
field-criminal-record = Чи засуджував вас суд за злочин?
field-criminal-record-hint = Штраф за стоянку чи швидкість не рахується.
field-criminal-record-missing = Дайте відповідь «так» або «ні». Якщо ви не впевнені, виберіть «Не знаю».
field-medical-bar = Чи є у вас хвороба або травма, яка завадила б служити?
field-medical-bar-hint = Якщо ви не впевнені, так і скажіть. Тоді це розгляне людина.
field-medical-bar-missing = Дайте відповідь «так» або «ні». Якщо ви не впевнені, виберіть «Не знаю».

question-health = Що нам варто знати про ваше здоров'я?
question-health-hint = Лише якщо хочете. Досить кількох слів.
question-health-why = Це читають лише ті, хто про це вирішує. Ця відповідь зберігається окремо від інших, під власним ключем.
field-health-words = Про ваше здоров'я

# --- рідні
question-kin-choice = Чи є людина, яку треба сповістити, якщо з вами щось станеться?
question-kin-choice-hint = Підходять обидві відповіді. Згодом це можна змінити.
question-kin-choice-why = Якщо станеться найгірше, ваші рідні мають почути про це від нас і раніше за всіх.
field-kin-choice = Кого сповістити
field-kin-choice-missing = Виберіть одну з двох відповідей. Підходять обидві.
choice-kin-choice-name = Так, назву таку людину
choice-kin-choice-decline = Ні, прошу нікого не сповіщати

question-kin = Кого нам сповістити?
question-kin-hint = Можна назвати двох людей. Попередьте їх, будь ласка, що ви їх назвали.
question-kin-why = Це бачать лише ті, хто піклується про родини. З інших причин ми не телефонуємо.
field-kin-name = Ім'я
field-kin-name-missing = Напишіть ім'я цієї людини.
field-kin-relation = Ким вам доводиться ця людина
field-kin-relation-hint = Наприклад: мати, брат, дружина, друг
field-kin-relation-missing = Напишіть, ким вам доводиться ця людина.
field-kin-phone = Номер телефону
field-kin-phone-hint = Із кодом країни, наприклад +380 44 555 01 43
field-kin-phone-missing = Напишіть номер, за яким ми додзвонимося до цієї людини.
field-kin-languages = Якими мовами говорить ця людина

question-ties = Чи маєте ви зв'язки з Україною?
question-ties-hint = Наприклад, у вас там родина, друзі чи робота або ви там жили.
question-ties-why = Ми це лише рахуємо. На рішення це не впливає, і відповідати не обов'язково.
field-ties = Зв'язки з Україною

# --- щось іще
question-available = Коли ви могли б приїхати, якби ми сказали «так»?
question-available-hint = Це не обіцянка. Не звільняйтеся з роботи й не вирушайте, доки ми не скажемо.
field-available = Коли ви могли б приїхати
choice-available-two-weeks = За два тижні
choice-available-one-month = За місяць
choice-available-three-months = За три місяці
choice-available-later = Пізніше

question-words = Чи хочете ви розповісти нам щось іще?
question-words-hint = Чому ви хочете допомогти, ваше запитання або те, про що ми не спитали. Можна залишити порожнім.
field-words = Щось іще
