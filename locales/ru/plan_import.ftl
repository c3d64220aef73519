# План работы из файла: просмотр, исправление, принятие
error-plan-column-missing = Таблица «{ $table }», строка { $row }: нет столбца { $column ->
    [title] «Наименование мероприятия»
    [executors] «Исполнители»
   *[deadline] «Срок исполнения»
 }. В таблице нужны столбцы «Наименование мероприятия», «Исполнители», «Срок исполнения»; номер и результат — по желанию.
error-plan-cell-empty = Таблица «{ $table }», строка { $row }, столбец { $column }: нет названия мероприятия. Впишите его или удалите строку и пришлите файл ещё раз.
error-plan-cell-too-long = Таблица «{ $table }», строка { $row }, столбец { $column }: в ячейке больше { $limit } знаков. Сократите текст и пришлите файл ещё раз.
error-plan-without-rows = Таблица «{ $table }»: под заголовками столбцов нет ни одной строки.
error-plan-import-closed = { $state ->
    [adopted] Этот план уже принят.
   *[dropped] Этот файл уже отложен.
 }
error-plan-year-not-known = Сначала выберите, на какой год составлен план.

import-button-correct = ✏️ Исправить строки
import-button-send = 📥 Загрузить план файлом
import-ask-file = Пришлите план файлом: Word (.docx) или Excel (.xlsx), до 20{"\u00A0"}МБ.
    В таблице нужны столбцы «Наименование мероприятия», «Исполнители», «Срок исполнения». Объединённые ячейки, заголовки разделов и автоматическая нумерация подойдут.
    Сначала покажу, как понял каждую строку. Без Вашего решения ничего не изменится.
import-year-calendar = { $year }{"\u00A0"}год
import-year-academic = { $first }/{ $last } учебный год
import-ask-year = <b>{ $title }</b>
    Прочитано строк: { $rows }. На какой год этот план? От этого зависят сроки.
import-head = <b>{ $title }</b>
    { $year }
import-draft-mark = В файле отметка «ПРОЕКТ».
import-counts = { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
       *[many] { $rows } строк
    } в { $sections ->
        [one] { $sections } разделе
       *[many] { $sections } разделах
    }.
import-owed = Обязательств по ним: <b>{ $count }</b>.
import-doubts = ⚠️ { $count ->
        [one] { $count } строку стоит посмотреть
        [few] { $count } строки стоит посмотреть
       *[many] { $count } строк стоит посмотреть
    }: не всё понятно.
import-no-doubts = ✅ Сроки и исполнители поняты во всех строках.
import-number-twice = Номер { $number } стоит дважды.
import-number-missing = Номера { $number } нет.
import-numbers-stay = Так и останется: номер — только подпись строки.
import-of-stored = План на этот год в кластере есть, но ещё не принят.
import-next-version = 🔁 План на этот год уже принят. Это будет версия { $version }.
import-differences = Новых строк: { $new }, изменённых: { $changed }, исключённых: { $removed }, прежних: { $same }. Сделанное по прежним и изменённым строкам сохранится.
import-removed-row = ➖ { $number } { $title }
import-over = Год этого плана уже закончился: посмотреть его можно, принять — нет.
import-nothing-yet = Пока ничего не изменилось. План начнёт действовать, когда Вы нажмёте «Принять».
import-button-w = 📄 Все строки ({ $count })
import-button-d = ⚠️ Что посмотреть ({ $count })
import-button-c = 🔁 Что изменилось ({ $count })
import-button-adopt = ✅ Принять план
import-button-drop = Отложить, ничего не менять
import-button-home = ← К сводке
import-button-all-rows = ← К строкам
import-button-row = ✏️ { $number }
import-rows-w = <b>Строки плана</b> · { $count }
import-rows-d = <b>Стоит посмотреть</b> · { $count }
import-rows-c = <b>Отличия от принятого плана</b> · { $count }
import-row-head = <b>{ $number } { $title }</b>
import-row-section = Раздел: { $section }
import-row-deadline = 🗓 { $text } → { $meaning }
import-row-executors = 👥 { $text } → { $meaning }
import-row-owed = 📌 { $count ->
        [one] { $count } обязательство
        [few] { $count } обязательства
       *[many] { $count } обязательств
    }
import-row-owed-undated = 📌 { $count ->
        [one] { $count } обязательство без даты
        [few] { $count } обязательства без даты
       *[many] { $count } обязательств без даты
    }
import-row-result = Результат: { $result }
import-row-new = 🆕 новая строка
import-row-changed = 🔁 изменено: { $fields }
import-row-was = Было ({ $field }): { $text }
import-look = ⚠️ { $text }
import-field-deadline = срок
import-field-executors = исполнители
import-field-title = название
import-field-result = результат
import-fix-deadline = 🗓 Срок
import-fix-executors = 👥 Исполнители
import-fix-title = ✏️ Название
import-fix-result = ✏️ Результат
import-fix-leave-out = ➖ Не включать строку
import-ask-deadline = Напишите срок, например: до 15 марта 2024 г., Май 2024 г., II квартал, не реже 1 раза в квартал, в течение года.
import-ask-executors = Напишите исполнителей через запятую, например: ОГБПОУ «ТЭПК», ПОО, входящие в Кластер, Экспертный совет.
import-ask-title = Напишите название мероприятия.
import-ask-result = Напишите ожидаемый результат.
import-cell-now = Сейчас: { $text }
import-toast-left-out = Строка не войдёт в план.
import-toast-adopted = План принят.
import-closed-adopted = Этот план уже принят. Как идут дела, показывает /plan.
import-closed-dropped = Файл отложен, ничего не изменилось. Его можно прислать ещё раз.
deadline-empty = срок не указан
deadline-unknown = ⚠️ не понято: «{ $rest }». Пока без даты, укажите срок другими словами.
deadline-dated = { $kind }: { $dates }
deadline-many-dates = { $count ->
        [one] { $count } срок
        [few] { $count } срока
       *[many] { $count } сроков
    }, первый { $first }, последний { $last }
deadline-within-day = { $count ->
        [one] день
       *[many] дни
    }
deadline-within-week = неделя
deadline-within-month = месяц
deadline-within-quarter = квартал
deadline-within-half_year = полугодие
deadline-within-year = до конца года
deadline-by-day = каждый месяц до { $day } числа
deadline-every-week = раз в { $every } недели
deadline-every-month = раз в { $every } месяца
deadline-every-quarter = раз в { $every } квартала
deadline-every-half_year = раз в { $every } полугодия
deadline-every-year = раз в { $every } года
deadline-per-week = { $count ->
        [one] раз в неделю
        [few] { $count } раза в неделю
       *[many] { $count } раз в неделю
    }
deadline-per-month = { $count ->
        [one] раз в месяц
        [few] { $count } раза в месяц
       *[many] { $count } раз в месяц
    }
deadline-per-quarter = { $count ->
        [one] раз в квартал
        [few] { $count } раза в квартал
       *[many] { $count } раз в квартал
    }
deadline-per-half_year = { $count ->
        [one] раз в полугодие
        [few] { $count } раза в полугодие
       *[many] { $count } раз в полугодие
    }
deadline-per-year = { $count ->
        [one] раз в год
        [few] { $count } раза в год
       *[many] { $count } раз в год
    }
deadline-continuous-year = весь год, о ходе спрошу каждый квартал; завершить
deadline-continuous-permanent = постоянно, о ходе спрошу каждый квартал; завершить
deadline-continuous-as_needed = по необходимости, о ходе спрошу каждый квартал; завершить
deadline-after-event = { $days } { $kind ->
        [working] { $days ->
            [one] рабочий день
            [few] рабочих дня
           *[many] рабочих дней
         }
       *[calendar] { $days ->
            [one] день
            [few] дня
           *[many] дней
         }
    } после события; обязательство появляется с каждым событием
deadline-before-event = за { $days } { $kind ->
        [working] { $days ->
            [one] рабочий день
            [few] рабочих дня
           *[many] рабочих дней
         }
       *[calendar] { $days ->
            [one] день
            [few] дня
           *[many] дней
         }
    } до события; обязательство появляется с каждым событием
deadline-external-plan = по отдельному плану: даты нет, буду спрашивать раз в месяц
deadline-on-order = по распоряжению: даты нет, буду спрашивать раз в месяц
deadline-warning-outside = срок вне года плана
deadline-warning-quarter_of_two_years = III квартал учебного года — июль и август; если нужен сентябрь, укажите год
executors-organisations = { $count ->
        [one] { $count } организация
        [few] { $count } организации
       *[many] { $count } организаций
    }
executors-group = те, у кого было событие
executors-named = { $count ->
        [one] { $count } исполнитель
        [few] { $count } исполнителя
       *[many] { $count } исполнителей
    }
executors-nobody = никого из справочника; ответит координатор
executors-unknown = нет в справочнике: { $names }
