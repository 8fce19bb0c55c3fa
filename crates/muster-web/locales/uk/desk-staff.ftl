# Люди за робочими місцями.
desk-staff-title = Працівники
desk-staff-find = Шукати за іменем
desk-staff-find-do = Шукати
desk-staff-everybody = Показати всіх
desk-staff-pages = Сторінки
desk-staff-back = Попередня сторінка
desk-staff-count = { $count ->
    [0] Нікого.
    [one] { $count } обліковий запис.
    [few] { $count } облікові записи.
    [many] { $count } облікових записів.
   *[other] { $count } облікового запису.
}
desk-staff-suspended = призупинено
desk-staff-suspended-now = Обліковий запис призупинено. Його сеанси завершено негайно.
desk-staff-nameless = Ім’я стерто
desk-staff-sees-all = Бачить справи всіх представництв.
desk-staff-sees = Бачить справи: { $missions }.
desk-staff-seen = востаннє: { $day }
desk-staff-never = ще не заходили
desk-staff-invite-again = Нове посилання
desk-staff-suspend = Призупинити негайно
desk-staff-again = Створити новий обліковий запис
desk-staff-again-says = Новий обліковий запис тієї самої людини: підписане за старого й далі вважається її підписом.
desk-suspend-title = Призупинити обліковий запис
desk-suspend-says = Усі його сеанси й посилання завершаться негайно, на всіх пристроях. Підписане лишається підписаним. Призупинений запис більше не відкривають: якщо людина повернеться, для неї створюють новий.
desk-suspend-leave = Залишити як є
desk-staff-not-oneself = Власний обліковий запис призупинити не можна. Це може зробити інший адміністратор.
desk-staff-new = Запросити людину
desk-staff-name = Ім’я
desk-staff-name-missing = Напишіть ім’я
desk-staff-roles = Що ця людина робить
desk-staff-roles-missing = Оберіть принаймні одну роль
desk-staff-missions = Чиї справи вона бачить
desk-staff-missions-hint = Якщо нічого не обрано – усіх представництв
desk-staff-invite = Створити посилання
desk-invited-title = Посилання готове
desk-invited-says = Передайте його людині особисто. Воно діє один раз, до { $day }.
desk-invited-once = Воно показане лише зараз і ніде не зберігається. Якщо його загублено, створіть нове.
desk-word-does-clerk = читає надіслане, запитує те, чого бракує
desk-word-does-screener = звіряє заявників зі списками
desk-word-does-adjudicator = вирішує щодо вагомих збігів і дає рекомендації
desk-word-does-interviewer = проводить співбесіди й оцінює відповіді
desk-word-does-attache = підписує рішення другою особою
desk-word-does-counsel = відповідає на правові питання, вводить правила в дію
desk-word-does-border = приймає людей на кордоні
desk-word-does-personnel = пропонує контракти й розподіляє до підрозділів
desk-word-does-welfare = спілкується з родинами, повідомляє про події
desk-word-does-data-protection = бачить, хто що читав, відповідає на запити про дані
desk-word-does-policy-owner = пропонує правила
desk-word-does-administrator = додає і призупиняє облікові записи, про людей нічого не вирішує
