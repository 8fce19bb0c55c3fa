# Рамка сторінок стійки.
desk-bar = Робочий стіл
desk-sign-out = Вийти
desk-sign-in-title = Вхід до робочого столу
