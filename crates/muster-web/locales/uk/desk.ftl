# Рамка сторінок стійки.
desk-bar = Робочий стіл
desk-sign-out = Вийти
desk-home-title = Робочий стіл
desk-sign-in-title = Вхід до робочого столу
