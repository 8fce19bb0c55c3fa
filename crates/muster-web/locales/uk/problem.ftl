problem-status = Статус:
problem-cause = Що сталося
problem-cure = Що робити
problem-list-title = Помилки інтерфейсу для програм
problem-list-about = Кожна помилка, якою відповідає інтерфейс для програм, є однією з цих. Поле "type" у відповіді веде на її сторінку.

problem-not-understood-title = Запит неможливо прочитати
problem-not-understood-cause = Адресу або тіло запиту написано не так, як вимагає опис інтерфейсу.
problem-not-understood-cure = Подивіться на "errors" і "detail" у відповіді та порівняйте запит з описом. Курсори беріть з відповіді, а не складайте самі.

problem-key-missing-title = Запит не має імені
problem-key-missing-cause = Усе, що щось змінює, потребує заголовка Idempotency-Key довжиною від 1 до 200 символів.
problem-key-missing-cure = Для кожного запиту придумайте нове ім'я, наприклад випадкове, і надішліть його. Якщо відповідь не прийшла, надішліть те саме ще раз: дію буде виконано один раз.

problem-not-signed-in-title = Невідомо, хто запитує
problem-not-signed-in-cause = Токена немає, його строк минув, його відкликано або обліковий запис призупинено. Сеансу в браузері досить лише для читання.
problem-not-signed-in-cure = Надішліть чинний токен у заголовку Authorization. Його видає адміністратор.

problem-not-allowed-title = Обліковому запису це не дозволено
problem-not-allowed-cause = Жодна з ролей облікового запису не дає на це права.
problem-not-allowed-cure = Нехай це зробить той, хто має одну з ролей, названих в описі, або попросіть роль в адміністратора.

problem-sign-at-the-desk-title = Це підписують за робочим столом
problem-sign-at-the-desk-cause = Підпис потребує ключа, показаного знову протягом останніх п'яти хвилин. Токен його ніколи не замінює.
problem-sign-at-the-desk-cure = Увійдіть до робочого столу й підпишіть там. Усе до підпису може зробити програма.

problem-not-found-title = Тут нічого немає
problem-not-found-cause = Адреса неправильна або цей обліковий запис не бачить такої справи.
problem-not-found-cure = Беріть адреси з відповідей. Якщо справа належить іншій місії, нехай це зробить хтось із тієї місії.

problem-no-such-thing-title = У справі такого немає
problem-no-such-thing-cause = Запит називає збіг, перевірку або пропозицію, яких у справі немає або вже немає.
problem-no-such-thing-cure = Прочитайте справу ще раз і візьміть ідентифікатори звідти.

problem-wrong-method-title = Тут цього не роблять
problem-wrong-method-cause = Адреса відома, але не з цим методом.
problem-wrong-method-cure = Подивіться в описі, що пропонує ця адреса.

problem-key-busy-title = Такий самий запит ще виконується
problem-key-busy-cause = На запит з тим самим Idempotency-Key ще не дано відповіді.
problem-key-busy-cure = Зачекайте трохи й надішліть те саме: тоді відповідь уже буде.

problem-held-by-another-title = Над справою працює хтось інший
problem-held-by-another-cause = Справа в руках людини, названої в "held_by". Одна справа — один працівник.
problem-held-by-another-cure = Зверніться до цієї людини або зачекайте: хто пів години не з'являвся у справі, той її відпустив.

problem-wrong-stage-title = Справа не на тому етапі
problem-wrong-stage-cause = Кожна дія належить до певних етапів, а справа зараз на іншому.
problem-wrong-stage-cure = Прочитайте справу й подивіться, який крок наступний.

problem-on-hold-title = Справу зупинено
problem-on-hold-cause = У справі є щонайменше одне зупинення, тому вона не може рухатися далі.
problem-on-hold-cure = З'ясуйте причину кожного зупинення, а тоді зніміть його.

problem-merged-title = Справу об'єднано з іншою
problem-merged-cause = Виявилося, що обидві справи стосуються однієї людини; далі триває інша.
problem-merged-cure = Продовжуйте у справі, яку називає "merged_into".

problem-something-missing-title = Чогось іще бракує
problem-something-missing-cause = Дія спирається на те, чого ще не записано. Що саме, каже "refusal".
problem-something-missing-cure = Зробіть те, що каже "next", а потім надішліть дію з новою версією.

problem-another-person-title = Це має зробити інша людина
problem-another-person-cause = Два підписи належать двом людям; хто вже підписував, той не вирішує перегляд; хто взяв самовідвід, той не діє.
problem-another-person-cure = Нехай це зробить хтось інший.

problem-already-so-title = Це вже так
problem-already-so-cause = Справу вже відкрито, людина має іншу чинну справу або пропозиція чекає на другий підпис.
problem-already-so-cure = Продовжуйте з тим, що є.

problem-strong-hit-title = Сильний збіг знімають двоє
problem-strong-hit-cause = Доказів для цього збігу так багато, що одна людина не може його зняти.
problem-strong-hit-cure = Запропонуйте зняти збіг; другий фахівець підпише за робочим столом.

problem-not-objective-title = Це вирішують окремо
problem-not-objective-cause = Для багатьох справ разом підтверджують лише висновки, які не потребують оцінки.
problem-not-objective-cure = Вилучіть цю справу й вирішіть її окремо.

problem-minor-title = Людина може бути неповнолітньою
problem-minor-cause = Неповнолітні та ті, хто може ними бути, далі не йдуть.
problem-minor-cure = Підтвердьте відмову з кодом R01 і повідомте про неї доброзичливо.

problem-too-often-title = Це робили надто часто
problem-too-often-cause = Кількість повторень обмежено, і межі досягнуто.
problem-too-often-cure = Прочитайте справу й подивіться, що ще можна зробити.

problem-too-early-title = Ще зарано
problem-too-early-cause = Час, з якого це можна робити, ще не настав.
problem-too-early-cure = Час називають "detail" і "next". Поверніться тоді.

problem-too-late-title = Уже запізно
problem-too-late-cause = Час, до якого це можна було зробити, минув.
problem-too-late-cure = Якщо дія має час, виберіть пізніший. Інакше подивіться у справі, який крок наступний.

problem-not-possible-title = Справа цього не дозволяє
problem-not-possible-cause = Цьому суперечить те, що вже записано. Що саме, каже "refusal".
problem-not-possible-cure = Зробіть те, що каже "next".

problem-stale-title = Справа пішла далі
problem-stale-cause = Після версії, названої в If-Match, хтось щось зробив у справі. Вашу дію не виконано.
problem-stale-cure = Що сталося, каже "meanwhile". Прочитайте справу знову, вирішіть знову й надішліть дію з новою версією.

problem-too-big-title = Тіло запиту завелике
problem-too-big-cause = Тіло запиту має щонайбільше 64 кілобайти.
problem-too-big-cure = Надішліть менше. Довгі тексти належать до файлів, а не до обґрунтування.

problem-not-json-title = Тіло запиту не є JSON
problem-not-json-cause = У заголовку Content-Type не вказано application/json.
problem-not-json-cure = Надсилайте JSON і вкажіть це в заголовку.

problem-body-faulty-title = Тіло запиту не відповідає опису
problem-body-faulty-cause = Поля бракує, воно невідоме або має не таку форму, як в описі.
problem-body-faulty-cure = Кожне місце названо в "errors" вказівником JSON. Виправте й надішліть знову.

problem-key-reused-title = Таке ім'я мав інший запит
problem-key-reused-cause = Цей Idempotency-Key протягом останніх 24 годин уже використано для іншої адреси або іншого тіла запиту.
problem-key-reused-cure = Для кожного запиту придумуйте нове ім'я. Старе використовуйте лише тоді, коли надсилаєте точно те саме.

problem-version-missing-title = Бракує версії
problem-version-missing-cause = Дія потребує заголовка If-Match, щоб ніхто не вирішував у справі, яка тим часом пішла далі.
problem-version-missing-cure = Прочитайте справу, візьміть її ETag і надішліть як If-Match.

problem-too-many-title = Забагато запитів
problem-too-many-cause = Обліковий запис або мережа надсилає більше, ніж пропускають.
problem-too-many-cure = Зачекайте стільки, скільки каже Retry-After. Нічого не виконано.

problem-broken-title = Тут щось зламалося
problem-broken-cause = Це не ваша вина. Нічого не підтверджено.
problem-broken-cure = Надішліть те саме ще раз з тим самим Idempotency-Key. Якщо це триває, повідомте відповідальному номер із X-Request-Id.

problem-busy-title = Служба перевантажена
problem-busy-cause = Відповідь зайняла надто багато часу.
problem-busy-cure = Зачекайте трохи й надішліть те саме з тим самим Idempotency-Key: дію буде виконано один раз.
