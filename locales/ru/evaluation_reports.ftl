# Документы экспертной сессии: протокол, сводная таблица, тепловая карта, сравнение сессий
reports-button-reports = 📑 Документы сессии
reports-button-summary = Сводная таблица (Excel)
reports-button-heat = Тепловая карта
reports-button-compare = 📊 Сравнить сессии
reports-hidden-note = { $count ->
    [one] 🔒 Без { $count } программы: её оценки от Вас закрыты (конфликт интересов или Ваш лист не отправлен).
   *[other] 🔒 Без { $count } программ: их оценки от Вас закрыты (конфликт интересов или Ваш лист не отправлен).
 }
reports-choose = Какой документ подготовить?
reports-signed = Подписанных листов: { $count }
reports-nothing-signed = Документы появятся, когда придёт первый подписанный лист.
reports-toast-nothing-signed = Подписанных листов ещё нет.
reports-agree = Эксперты согласны между собой в <b>{ $share } %</b> пар оценок.
reports-unclear = { $count ->
    [one] ⚠️ Эксперты по-разному понимают { $count } критерий:
    [few] ⚠️ Эксперты по-разному понимают { $count } критерия:
   *[many] ⚠️ Эксперты по-разному понимают { $count } критериев:
 }
reports-unclear-more = { $count ->
    [one] и ещё { $count } критерий, все в сводной таблице
    [few] и ещё { $count } критерия, все в сводной таблице
   *[many] и ещё { $count } критериев, все в сводной таблице
 }
reports-file-protocol = Протокол { $code }
reports-file-protocol-draft = Проект протокола экспертной сессии { $day }
reports-file-amendment = Дополнение к протоколу { $code }
reports-file-summary = Сводная таблица { $day }
reports-file-heat = Тепловая карта
reports-file-comparison = Сравнение сессий

# Протокол
reports-protocol-title = ПРОТОКОЛ
reports-protocol-numbered = ПРОТОКОЛ № { $code }
reports-protocol-of = экспертной сессии «{ $title }»
reports-protocol-draft = Проект: не подписан, по состоянию на { $at }
reports-protocol-footer = Проект протокола. { $title }; по состоянию на { $at }
reports-protocol-footer-signed = Протокол № { $code } от { $day }
reports-label-days = Дни сессии
reports-label-chair = Председатель
reports-label-protocol = Протокол
reports-label-sheet = Экспертный лист
reports-label-signed = Подписано листов
reports-label-minimum = Листов на программу
reports-sheet = { $title }, { $count ->
    [one] { $count } критерий
    [few] { $count } критерия
   *[many] { $count } критериев
 }
reports-head-agenda = ПОВЕСТКА ДНЯ
reports-agenda = Экспертиза образовательных программ:
reports-head-experts = ЭКСПЕРТЫ
reports-head-colleges = ПОО, ПРЕДСТАВИВШИЕ ПРОГРАММЫ
reports-heard = СЛУШАЛИ:
reports-assessed = ОЦЕНИЛИ:
reports-rechecked = ПРОВЕРИЛИ ИСПРАВЛЕНИЯ:
reports-resolved = РЕШИЛИ:
reports-no-sheets = листов нет
reports-resolved-agreed = согласовать программу.
reports-resolved-with-remarks = согласовать программу с замечаниями.
reports-resolved-with-remarks-until = согласовать программу с замечаниями, исправить до { $day }
reports-resolved-returned = вернуть программу на доработку.
reports-resolved-missing = программа не представлена, решения нет.
reports-resolved-none = { $status }.
reports-to-fix = { $count ->
    [one] Исправить по критерию { $numbers }.
   *[other] Исправить по критериям { $numbers }.
 }
reports-signed-in-bot = Подписано в боте: { $name }, { $at }. Код { $code }.
reports-head-agreement = СОГЛАСОВАННОСТЬ ОЦЕНОК
reports-head-programmes = ПО ПРОГРАММАМ
reports-head-conflicts = КОНФЛИКТ ИНТЕРЕСОВ
reports-employer = Предприятие: { $employer }
reports-expert-line = { $expert }, лист { $code }
reports-expert-line-aside = { $expert }, лист { $code } (в результат не входит)
reports-expert-aside = { $expert }, в результат не входит
reports-expert-gone = эксперт
reports-decision-words = Председатель: { $words }
reports-no-remarks = Все критерии соответствуют, замечаний нет.
reports-remark = { $expert }: { $text }
reports-remark-withdrawn = { $expert }: { $text } (в новой версии листа снято)
reports-remark-files = { $count ->
    [one] [приложен { $count } файл]
    [few] [приложено { $count } файла]
   *[many] [приложено { $count } файлов]
 }
reports-conflict-soft = { $expert }: договор о практике с колледжем. Программа: { $programme }
reports-conflict-hard = { $expert }: связь с колледжем или программой, лист в результат не входит. Программа: { $programme }
reports-conflict-none = Не заявлен.
reports-sign-chair = Председатель
reports-sign-secretary = Секретарь
reports-outcome-agreed = согласована
reports-outcome-with-remarks = согласована с замечаниями
reports-outcome-with-remarks-until = согласована с замечаниями, исправить до { $day }
reports-outcome-returned = возвращена на доработку
reports-status-too-few = листов меньше, чем нужно, решения нет
reports-status-revising = лист исправляется, решение будет, когда он придёт снова
reports-status-for-chair = оценки разошлись, решает председатель
reports-status-ready = ждёт решения председателя
reports-status-decided = решение принято
reports-status-changed = листы изменились после решения, решает председатель
reports-agreement-pairs = Эксперты согласны между собой в { $share } % пар оценок.
reports-agreement-alpha = Эксперты согласны между собой в { $share } % пар оценок; альфа Криппендорфа { $alpha }.
reports-agreement-unclear = { $count ->
    [one] Критерий, который эксперты понимают по-разному; формулировку стоит уточнить:
   *[other] Критерии, которые эксперты понимают по-разному; формулировки стоит уточнить:
 }

# Дополнение к протоколу
reports-amendment-title = ДОПОЛНЕНИЕ № { $number }
reports-amendment-to = к протоколу экспертной сессии «{ $title }»
reports-numbered = № { $code }
reports-amendment-reason = ОСНОВАНИЕ:
reports-head-changes = ИЗМЕНЕНИЯ
reports-head-new-reading = { $count ->
    [one] ПРОГРАММА В НОВОЙ РЕДАКЦИИ
   *[other] ПРОГРАММЫ В НОВОЙ РЕДАКЦИИ
 }
reports-amendment-rest = В остальном протокол остаётся без изменений.
reports-amendment-footer = Дополнение № { $number } к протоколу № { $protocol }; код { $code }
reports-change-none = нет
reports-change-sheets = Листы: { $codes }
reports-change-to-fix = Исправить по критериям: { $numbers }
reports-change-remarks = Замечаний: { $count }

# Столбцы и вкладки
reports-column-number = №
reports-column-code = Код
reports-column-programme = Программа, ПОО
reports-column-title = Программа
reports-column-college = ПОО
reports-column-employer = Предприятие
reports-column-sheets = Листов
reports-column-outcome = Решение
reports-column-meets = Соответствует
reports-column-fails = Не соответствует
reports-column-split = Оценки разошлись
reports-column-open = Не оценено
reports-column-criterion-number = №
reports-column-criterion = Критерий
reports-column-norm = Норма
reports-column-verdicts = Оценки экспертов
reports-column-remarks = Замечания экспертов
reports-column-ruling = Председатель
reports-column-was = Было
reports-column-is = Стало
reports-column-together = Вместе
reports-column-compared = Программ с двумя оценками
reports-column-pairs = Пар оценок совпало
reports-column-alpha = Альфа Криппендорфа
reports-column-clarity = Вывод
reports-tab-all = Программы
reports-tab-agreement = Согласованность
reports-tab-comparison = Сравнение
reports-standing-meets = соответствует
reports-standing-fails = не соответствует
reports-standing-split = оценки разошлись
reports-standing-not-assessed = не оценено
reports-clarity-few = мало данных
reports-clarity-clear = эксперты едины
reports-clarity-tentative = есть расхождения
reports-clarity-unclear = понимают по-разному, уточнить
reports-agreement-overall = Все критерии вместе
reports-agreement-note = Альфа Криппендорфа: 1 — полное согласие, 0 — не лучше случая; от 0,8 оценкам можно доверять. Пусто: все оценки одинаковы.

# Тепловая карта и сравнение
reports-heat-subtitle = Сколько экспертов из оценивших считают критерий выполненным
reports-heat-good = все: соответствует
reports-heat-mostly = не меньше 2/3
reports-heat-split = оценки разошлись
reports-heat-bad = никто
reports-heat-empty = не оценено
reports-heat-comparison = Доля оценок «соответствует», %
reports-share-good = 100 %
reports-share-mostly = от 67 %
reports-share-split = от 1 %
reports-share-bad = 0 %
reports-share-empty = нет такого критерия
reports-comparison-title = Сравнение экспертных сессий
reports-comparison-note = Доля оценок «соответствует» по критериям листа последней сессии. Пусто: в листе той сессии такого критерия нет или его не оценили.
reports-as-of = По состоянию на { $at }. Критерии по номерам — в экспертном листе.
error-evaluation-verdicts-hidden = { $count ->
    [one] Документы сессии Вам сейчас недоступны: по { $count } программе оценки от Вас закрыты (конфликт интересов или Ваш лист ещё не отправлен).
   *[other] Документы сессии Вам сейчас недоступны: по { $count } программам оценки от Вас закрыты (конфликт интересов или Ваш лист ещё не отправлен).
 }
