# Общие слова форм, списков и сообщений
form-step = <b>{ $title }</b> · шаг { $number } из { $total }
form-last-look = <b>{ $title }</b>
    Проверьте, всё ли верно.
form-value = { $label }: <b>{ $value }</b>
form-nothing = не указано
form-entered = Сейчас: { $value }
form-edit = ✏️ { $label }
form-confirm = ✅ Всё верно
form-back = ← Назад
form-skip = Пропустить
form-cancel = Отменить
form-done = Готово ({ $count })
form-page-back = ‹ Ещё
form-page-on = Ещё ›
form-resume = Продолжить заполнение
form-cancelled = «{ $title }»: заполнение остановлено. Введённое сохранено, к нему можно вернуться.
form-moved-on = Эта кнопка от предыдущего шага. Вот текущий.
form-option-gone = Такого варианта уже нет. Выберите из показанных.
form-choose-something = Выберите хотя бы один вариант.
form-most = { $count ->
    [one] Можно выбрать только { $count }. Сначала снимите выбранное.
    [few] Можно выбрать не больше { $count }. Сначала снимите одно из выбранных.
   *[many] Можно выбрать не больше { $count }. Сначала снимите одно из выбранных.
 }
form-weekday-1 = пн
form-weekday-2 = вт
form-weekday-3 = ср
form-weekday-4 = чт
form-weekday-5 = пт
form-weekday-6 = сб
form-weekday-7 = вс
page-back = ‹ Назад
page-on = Дальше ›
page-of = { $page } из { $pages }
notice-delayed = <b>Задержано.</b> Бот был недоступен; вот что накопилось за это время.
notice-part = <b>{ $number }.</b> { $text }
notice-button = { $number } · { $text }
notice-several = { $count ->
    [one] <b>{ $count } сообщение</b>
    [few] <b>{ $count } сообщения</b>
   *[many] <b>{ $count } сообщений</b>
 } за время, когда Вас не беспокоили
button-gone = Эта кнопка больше не действует. Вот актуальное меню.
error-incident = Не получилось: у нас ошибка. Введённое не пропало, попробуйте ещё раз. Если повторится, сообщите координатору код <code>{ $incident }</code>.
error-text-expected = Здесь нужен ответ текстом. Голосовые сообщения, фото и файлы на этом шаге не подходят.
error-date-not-understood = Не удалось прочитать дату. Напишите, например, { $example }, или выберите день в календаре.
error-date-out-of-range = Этот день раньше допустимого. Подходит { $first } или позже.
error-number-expected = Нужно целое число от { $low } до { $high }, например { $low }.
error-choice-expected = Ответьте, пожалуйста, одной из кнопок ниже.
error-link-expected = Нужна ссылка целиком, например https://example.org/page.
