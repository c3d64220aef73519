# Кластер, организации, рабочий календарь
error-directory-name-missing = Нужно название. Напишите его, например: ООО «Томский инструментальный завод».
error-directory-zone-unknown = Часового пояса «{ $text }» нет. Напишите его так: Asia/Tomsk.
error-directory-organisation-exists = В кластере уже есть организация { $name }.
error-directory-parent-unfit = В союз могут входить только предприятия.
error-calendar-file-line = Строка { $line }: не удалось прочитать «{ $text }». В строке должна быть дата, например 20.02.2027, и, если нужно, слово «рабочий» или «выходной».
error-calendar-file-years = Строка { $line }: «{ $text }» — другой год. Файл начинается с { NUMBER($year, useGrouping: 0) } года; на каждый год нужен отдельный файл.
error-calendar-file-twice = Строка { $line }: «{ $text }» — этот день указан в файле и рабочим, и выходным.
error-calendar-file-empty = В файле нет ни одной даты. Напишите по одной в строке, например: 20.02.2027.

directory-home-button = 🏢 Организации
directory-home = <b>Справочник кластера</b>
    { $count ->
        [one] { $count } организация
        [few] { $count } организации
       *[many] { $count } организаций
    }. Выберите, что посмотреть.
directory-home-empty = <b>Справочник кластера</b>
    Пока ни одной организации. Добавьте колледжи и предприятия: приглашения людям выдаются от их имени.
directory-kind-button = { $kind } · { $count }
directory-kind-college = Колледжи и техникумы
directory-kind-enterprise = Предприятия
directory-kind-department = Департаменты
directory-kind-fund = Фонды
directory-kind-union = Союзы работодателей
directory-kind-school = Школы
directory-one-college = Колледж или техникум
directory-one-enterprise = Предприятие
directory-one-department = Департамент
directory-one-fund = Фонд
directory-one-union = Союз работодателей
directory-one-school = Школа
directory-list = <b>{ $kind }</b> · { $count }
directory-leading = ⭐ { $name }
directory-card = <b>{ $name }</b>
    { $kind }
    Коротко: { $short }
directory-card-leading = ⭐ Ведущая ПОО кластера
directory-card-parent = Входит в { $union }
directory-card-named = Названа в документах кластера, в списке участников её нет.
directory-card-printed = В документе напечатано: { $printed }
directory-card-specialities = <b>Специальности</b>
directory-card-enterprises = <b>Предприятия союза</b>
directory-entry = • { $text }
directory-more = и ещё { $count }
directory-add-button = ➕ Добавить организацию
directory-rename-button = ✏️ Переименовать
directory-add-title = Новая организация
directory-rename-title = Новое название
directory-ask-kind = Что это за организация?
directory-kind-label = Вид
directory-ask-name = Полное название, как в документах. Например: ООО «Томский инструментальный завод».
directory-name-label = Название
directory-ask-short = Короткое название для кнопок, до 40{"\u00A0"}знаков. Можно пропустить: оно получится из полного.
directory-short-label = Коротко
directory-ask-union = В какой союз работодателей входит предприятие? Если ни в какой, пропустите.
directory-union-label = Союз
directory-added = Организация добавлена.
directory-renamed = Название изменено.
directory-calendar-button = 📅 Рабочий календарь
directory-calendar = <b>Рабочий календарь</b>
    Сроки считаются по производственному календарю России с переносами выходных и рабочими субботами.
directory-year-known = ✅ { $year }: переносы известны
directory-year-unknown = ⚠️ { $year }: переносы ещё не известны. Пока рабочие дни — с понедельника по пятницу, кроме праздников. Когда выйдет постановление, загрузите год.
directory-load-button = Исправить год из файла
directory-load-ask = Пришлите файл или текст: по одной дате в строке, все одного года. Суббота или воскресенье станут рабочими, будний день — выходным. Например:
    <code>20.02.2027
    22.02.2027 выходной</code>
    Прежние исправления этого года заменятся.
directory-loaded = <b>{ $year }{"\u00A0"}год исправлен.</b> Рабочих дней в файле: { $working }, выходных: { $off }.
error-directory-term-reversed = Участие не может закончиться раньше, чем началось ({ $since }).
directory-term-button = 🗓 Участие в кластере
directory-term-title = Участие в кластере
directory-ask-since = С какого дня организация участвует в кластере? Если с самого начала, пропустите.
directory-since-label = Участвует с
directory-ask-until = Последний день участия? Если участие продолжается, пропустите.
directory-until-label = Участвует по
directory-term-set = Записано. Обязательства по плану изменятся, когда план будет принят ещё раз.
directory-term-both = Участник кластера с { $since } по { $until }
directory-term-since = Участник кластера с { $since }
directory-term-until = Участник кластера по { $until }
directory-term-always = Участник кластера
