# Слова, которые печатаются на документах. Исходная форма: отчёт кластера за 2021/2022 учебный год, слайды 14–16.

documents-language = ru
documents-page = стр. { $page } из { $pages }
documents-glyph-note = Знаки, которых нет в шрифтах документа, показаны их кодами Юникода в квадратных скобках. В файле DOCX они сохранены как есть.

documents-signature-hint = подпись
documents-signature-name-hint = расшифровка
documents-signature-date-hint = дата

documents-sheet-column-number = №
documents-sheet-column-criterion = Название критерия
documents-sheet-column-norm = Нормативное значение
documents-sheet-column-verdict = Оценка эксперта (соответствует/ не соответствует)
documents-sheet-column-remark = Замечания эксперта

documents-sheet-programme = Программа
documents-sheet-college = ПОО
documents-sheet-session = Экспертная сессия
documents-sheet-expert = Эксперт
documents-sheet-position = Должность, предприятие
documents-sheet-submitted = Лист отправлен
documents-sheet-not-submitted = нет, это черновик

documents-sheet-college-figure = данные ПОО: { $value }
documents-sheet-actual = по факту: { $value }
documents-sheet-evidence = Приложено: { $value }
documents-sheet-summary =
    Всего критериев: { $total }. Соответствует: { $conforms }, не соответствует: { $not_conforms }, эксперт не может оценить: { $cannot_judge }{ $missing ->
        [0] .
       *[other] , ещё не оценено: { $missing }.
    }
documents-sheet-footer = Экспертный лист { $code }, версия { $version }

error-documents-busy = Сейчас готовится много документов. Повторите, пожалуйста, через минуту.
error-document-late = Документ не удалось подготовить за { $seconds } с. Повторите, пожалуйста, через минуту.

# Протокол заседания
documents-minutes-title = ПРОТОКОЛ № { $number }
documents-minutes-draft = Проект: не подписан
documents-minutes-chair = Председатель
documents-minutes-secretary = Секретарь
documents-minutes-present = ПРИСУТСТВОВАЛИ:
documents-minutes-absent = ОТСУТСТВОВАЛИ:
documents-minutes-agenda = ПОВЕСТКА ДНЯ:
documents-minutes-heard = СЛУШАЛИ
documents-minutes-speaker = Докладчик: { $name }
documents-minutes-voted = ГОЛОСОВАЛИ
documents-minutes-decided = РЕШИЛИ:
documents-minutes-amendments = ИЗМЕНЕНИЯ К ПРОТОКОЛУ:
documents-news-on-time = вовремя
documents-news-late = позже срока
documents-news-missing = не написали
documents-news-ahead = срок впереди
documents-news-none = событий не было
documents-news-column-college = Колледж
documents-news-column-count = Сколько новостей было нужно
documents-news-column-median = Медиана, раб. дней
