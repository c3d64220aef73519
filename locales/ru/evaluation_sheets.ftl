# Экспертные листы кластера: версии, загрузка из файла, шаблон
sheets-button-sheets = 📋 Экспертные листы
sheets-of-session = Лист: { $title }, { $count ->
    [one] { $count } критерий
    [few] { $count } критерия
   *[many] { $count } критериев
 }
sheets-head = <b>Экспертные листы</b>
    Новая сессия берёт действующий лист. Начатая оценка идёт по своей версии до конца.
sheets-empty = Экспертных листов ещё нет. Загрузите первый из файла Excel или YAML.
sheets-version = <b>{ $title }</b>
    Версия { $version } от { $day }, { $count ->
    [one] { $count } критерий
    [few] { $count } критерия
   *[many] { $count } критериев
 }
sheets-version-label = { $title } · в. { $version }
sheets-current = ✅ Действующий: его берут новые сессии
sheets-not-current = Сейчас не действует
sheets-sessions = { $count ->
    [0] Сессий по нему не было
    [one] По нему { $count } сессия
    [few] По нему { $count } сессии
   *[many] По нему { $count } сессий
 }
sheets-section = { $number }. { $title } — { $count }
sheets-kinds = Критерии: { $kinds }
sheets-kind-yes-no = да/нет — { $count }
sheets-kind-share = доля — { $count }
sheets-kind-number = число — { $count }
sheets-kind-choice = выбор — { $count }
sheets-choice-meets = ✅ { $text }
sheets-choice-fails = ▫️ { $text }
sheets-button-load = ⬆️ Загрузить другой лист
sheets-button-versions = ‹ К листам
sheets-button-back = ‹ К листу
sheets-button-open = Открыть этот лист
sheets-button-criteria = Критерии и нормы
sheets-button-download = ⬇️ Скачать (Excel и YAML)
sheets-button-current = Сделать действующим
sheets-button-template = ⬇️ Скачать шаблон
sheets-button-adopt = Загрузить
sheets-button-other-file = Прислать другой файл
sheets-toast-current = Новые сессии возьмут этот лист.
sheets-toast-loaded = Лист загружен. Чтобы новые сессии брали его, сделайте его действующим.
sheets-toast-old-preview = Этот просмотр устарел, ничего не загружено. Пришлите файл ещё раз.
sheets-file-name = Экспертный лист, версия { $version }
sheets-template-tab = Экспертный лист
sheets-template-kinds = Тип: да/нет, доля, число или выбор. Норма доли и числа: «не менее 25» или «не более 10». Строка раздела: только номер и название.
sheets-template-choices = Ответы (для типа «выбор»): каждый с новой строки, перед теми, что соответствуют норме, ставится знак +.

# Загрузка
sheets-ask-file = <b>Пришлите файл с листом</b>
    Таблица Excel (.xlsx) или Word (.docx): номер, название критерия, тип, норма. Подойдёт и YAML.
    
    Проще всего скачать шаблон, исправить его в Excel и прислать сюда. До Вашего подтверждения ничего не загрузится.
sheets-spoiled = ⚠️ <b>Лист «{ $name }» не загружен</b>
    { $count ->
    [one] Нужно исправить { $count } место:
    [few] Нужно исправить { $count } места:
   *[many] Нужно исправить { $count } мест:
 }
sheets-spoiled-more = { $count ->
    [one] и ещё { $count } место
    [few] и ещё { $count } места
   *[many] и ещё { $count } мест
 }
sheets-spoiled-again = Исправьте и пришлите файл ещё раз.
sheets-same = Лист «{ $title }» с таким содержанием уже есть: версия { $version }. Загружать нечего.
sheets-preview = <b>{ $title }</b>
    { $count ->
    [one] { $count } критерий
    [few] { $count } критерия
   *[many] { $count } критериев
 }
sheets-preview-new = Это новый лист: с таким названием у кластера ещё нет.
sheets-preview-version = Это будет версия { $version } листа с таким названием.
sheets-changes-added = ➕ Добавлены: { $numbers }
sheets-changes-removed = ➖ Убраны: { $numbers }
sheets-changes-changed = ✏️ Изменены: { $numbers }
sheets-preview-what-next = Проверьте разделы и нажмите «Загрузить». Действующим лист станет только по отдельной кнопке.
sheets-ask-which = По какому листу оценивать?
sheets-label-which = Лист

# Что не так в файле
sheets-trouble-where = <b>Строка { $row }, столбец { $column }:</b>
sheets-trouble-header-missing = не нашли заголовок таблицы. Нужны столбцы «№», «Название критерия», «Нормативное значение» и, кроме листов старой формы, «Тип».
sheets-trouble-title-missing = нет названия листа. В таблице оно стоит над заголовком.
sheets-trouble-title-long = название листа длиннее { $value } знаков.
sheets-trouble-empty = в листе нет ни одного критерия.
sheets-trouble-too-many = критериев больше { $value }: такой лист с телефона не заполнить.
sheets-trouble-section-first = критерий стоит раньше первого раздела. Добавьте над ним строку раздела: номер и название.
sheets-trouble-section-missing = у раздела нет названия.
sheets-trouble-section-long = название раздела длиннее { $value } знаков.
sheets-trouble-section-empty = в разделе «{ $value }» нет критериев. Если это критерий, укажите его тип и норму.
sheets-trouble-number-missing = нет номера критерия, например 1.1.
sheets-trouble-number-long = номер критерия длиннее { $value } знаков. Нужен номер вида 1.1; в Excel задайте столбцу формат «Текст».
sheets-trouble-number-twice = номер { $value } уже есть выше.
sheets-trouble-text-missing = нет названия критерия.
sheets-trouble-text-long = критерий длиннее { $value } знаков.
sheets-trouble-kind-missing = не указан тип: да/нет, доля, число или выбор.
sheets-trouble-kind-unknown = тип «{ $value }» неизвестен. Бывает: да/нет, доля, число или выбор.
sheets-trouble-norm-missing = нет нормы, например «не менее 25».
sheets-trouble-norm-long = норма длиннее { $value } знаков.
sheets-trouble-norm-share = норма «{ $value }» — не доля от 0 до 100 %. Например: «не менее 62,5 %».
sheets-trouble-norm-number = норма «{ $value }» — не число. Например: «не менее 5» или «не более 25».
sheets-trouble-unit-long = единица длиннее { $value } знаков.
sheets-trouble-choices-count = ответов { $value }, а нужно от 2 до 10, каждый с новой строки.
sheets-trouble-choices-none = ни один ответ не отмечен как соответствующий норме. Поставьте перед таким ответом знак +.
sheets-trouble-choices-all = все ответы отмечены как соответствующие норме, сравнивать не с чем.
sheets-trouble-choice-missing = пустой ответ.
sheets-trouble-choice-long = ответ длиннее { $value } знаков.
sheets-trouble-choice-twice = ответ «{ $value }» повторяется.
sheets-trouble-yaml = это не YAML: проверьте отступы и кавычки. { $value }
sheets-trouble-yaml-plain = якоря, ссылки, свои типы и глубокая вложенность не принимаются.
sheets-trouble-yaml-mapping = файл должен начинаться с title и sections. Возьмите за образец шаблон.
sheets-trouble-yaml-norm = нет поля norm с полями kind и printed. Возьмите за образец шаблон.
sheets-trouble-yaml-key = неизвестное поле «{ $value }».
sheets-trouble-yaml-key-twice = поле «{ $value }» повторяется.
sheets-trouble-yaml-text = в поле «{ $value }» нужен текст.
sheets-trouble-yaml-list = в поле «{ $value }» нужен список.
sheets-trouble-yaml-item = в списке «{ $value }» нужен набор полей, а не одно значение.
error-sheets-no-sheet-in-file = Это не текст YAML в кодировке UTF-8, или он больше { $limit } КБ. Возьмите за образец шаблон.
