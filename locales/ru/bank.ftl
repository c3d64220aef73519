# Банк программ и брошюра ко Дню отрасли
menu-programmes = Банк программ
bank-head = <b>Банк программ</b>
    { $cluster }
bank-count = { $count ->
    [one] { $count } программа
    [few] { $count } программы
   *[many] { $count } программ
 }
bank-found = По запросу «{ $words }»: { $count ->
    [one] { $count } программа
    [few] { $count } программы
   *[many] { $count } программ
 }. Чтобы искать другое, напишите новые слова.
bank-empty = Программ в банке ещё нет. Колледжи вносят свои программы, координатор может взять их из экспертных сессий.
bank-nothing-found = Таких программ в банке нет.
bank-no-cluster = Кластеров пока нет: банк программ появится, когда администратор создаст кластер.
bank-choose-cluster = Банк программ какого кластера показать?
bank-title = <b>{ $title }</b>
bank-kind-main = основная программа
bank-kind-additional = дополнительная программа
bank-employer = Предприятие: { $employer }
bank-hidden = 🚫 Снята с банка, видите только Вы и координатор
bank-agreement-none-undated = ▫️ С работодателями не согласована
bank-agreement-none = ▫️ С работодателями не согласована ({ $day })
bank-agreement-examined = 🔎 Рассмотрена на экспертной сессии { $day }
bank-agreement-examined-undated = 🔎 Рассмотрена на экспертной сессии
bank-agreement-agreed = ✅ Согласована { $day }
bank-agreement-agreed-undated = ✅ Согласована
bank-agreement-with-remarks = ✅ Согласована с замечаниями { $day }
bank-agreement-with-remarks-undated = ✅ Согласована с замечаниями
bank-agreement-returned = ↩️ Возвращена на доработку { $day }
bank-agreement-returned-undated = ↩️ Возвращена на доработку
bank-validity-valid = Набор до { $day }
bank-validity-ends-soon = ⏳ Набор заканчивается { $day }
bank-validity-expired = ⌛️ Набор закончился { $day }
bank-state-none = Не согласована
bank-state-examined = Рассмотрена экспертами
bank-state-agreed = Согласована
bank-state-with-remarks = Согласована с замечаниями
bank-state-returned = Возвращена
bank-button-all = Все
bank-button-main = Основные
bank-button-additional = Доп.
bank-button-search = 🔎 Поиск
bank-button-brochure = 📖 Брошюра
bank-button-add = ➕ Внести программу
bank-button-take = { $count ->
    [one] Взять из экспертных сессий: { $count } программа
    [few] Взять из экспертных сессий: { $count } программы
   *[many] Взять из экспертных сессий: { $count } программ
 }
bank-button-bank = ‹ К банку
bank-button-edit = ✏️ Изменить
bank-button-agreement = Согласование
bank-button-hide = Снять с банка
bank-button-show = Вернуть в банк
bank-toast-saved = Сохранено.
bank-toast-hidden = Программа снята с банка. Вернуть её можно в любой момент.
bank-toast-shown = Программа снова в банке.
bank-toast-agreed = Программа согласована; изменить её может координатор.
bank-toast-preparing = Готовим брошюру…
bank-toast-taken = { $count ->
    [0] Новых программ и решений в сессиях нет.
    [one] Обновлена { $count } программа.
    [few] Обновлены { $count } программы.
   *[many] Обновлено { $count } программ.
 }
bank-ask-words = Что найти? Напишите слова из названия, код или колледж, например: 15.02 или «сварочное».
bank-ask-agreement = Как сейчас согласована программа <b>{ $title }</b>? Дата будет сегодняшняя.

# Форма
bank-form = Программа в банк
bank-ask-kind = Какая это программа?
bank-ask-college = Какой колледж?
bank-ask-code = Код программы, например 15.02.12. Если кода нет, пропустите.
bank-ask-title = Название программы?
bank-ask-summary = Коротко о программе: чему учит, для кого, сколько длится. До 700 знаков, это попадёт в брошюру.
bank-ask-until = До какого дня идёт набор? Если программа бессрочная, пропустите.
bank-label-kind = Вид
bank-label-college = Колледж
bank-label-code = Код
bank-label-title = Название
bank-label-summary = Описание
bank-label-until = Набор до

# Брошюра
bank-file-brochure = Программы кластера { $year }
bank-brochure-title = Образовательные программы кластера
bank-brochure-footer = Банк программ: { $cluster }
bank-brochure-colleges = Колледжей и техникумов
bank-brochure-main = Основных программ
bank-brochure-additional = Дополнительных программ
bank-brochure-as-of = По состоянию на
bank-brochure-contents = Содержание
bank-column-number = №
bank-column-code = Код
bank-column-programme = Программа
bank-column-kind = Вид
bank-print-none-undated = С работодателями пока не согласована
bank-print-none = С работодателями пока не согласована ({ $day })
bank-print-examined = Рассмотрена на экспертной сессии { $day }
bank-print-examined-undated = Рассмотрена на экспертной сессии
bank-print-agreed = Согласована с работодателями { $day }
bank-print-agreed-undated = Согласована с работодателями
bank-print-with-remarks = Согласована с работодателями с замечаниями { $day }
bank-print-with-remarks-undated = Согласована с работодателями с замечаниями
bank-print-returned = Возвращена на доработку { $day }
bank-print-returned-undated = Возвращена на доработку
error-bank-agreed-programme = Программа согласована с работодателями; изменить её может координатор.
error-bank-last-day-passed = Этот день уже прошёл. Нужен сегодняшний или более поздний.
error-bank-code-expected = Код состоит из трёх пар цифр, например 15.02.12.
