# Экспертиза программ: сессии, экспертный лист, напоминания
menu-evaluate = Экспертиза программ

evaluation-share = { $value } %
evaluation-verdict-meets = соответствует
evaluation-verdict-fails = не соответствует
evaluation-verdict-cannot-assess = не могу оценить
evaluation-programme-missing = Программы ещё нет
evaluation-no-enterprise = предприятие не указано
evaluation-photo-name = Фото
evaluation-file-name = Экспертный лист { $code }

# Карточка критерия
evaluation-card-head = <b>{ $programme }</b>
    Критерий { $place } из { $total } · оценено { $done }
evaluation-card-section = <i>{ $number }. { $title }</i>
evaluation-card-criterion = <b>{ $number }.</b> { $text }
evaluation-card-norm = Норма: <b>{ $norm }</b>
evaluation-card-figure = Данные колледжа: <b>{ $value }</b>
evaluation-card-actual = По факту: <b>{ $value }</b>
evaluation-card-verdict = Ваша оценка: { $mark } <b>{ $verdict }</b>
evaluation-card-remark = Замечание: { $remark }
evaluation-card-evidence = { $count ->
    [one] Приложен { $count } файл
    [few] Приложено { $count } файла
   *[many] Приложено { $count } файлов
 }
evaluation-card-choice = { $number }. { $text }
evaluation-card-choice-given = ✓ <b>{ $number }. { $text }</b>
evaluation-ask-value = { $kind ->
    [number] 👉 Сколько на самом деле? Напишите число, например 12.
    [choice] 👉 Выберите ответ кнопкой или напишите его номер.
   *[share] 👉 Сколько на самом деле? Напишите число, например 62,5 или 5/8.
 }
evaluation-ask-figure = { $kind ->
    [number] 👉 Подтвердите данные колледжа или напишите своё число, например 12.
   *[share] 👉 Подтвердите данные колледжа или напишите своё число, например 62,5 или 5/8.
 }
evaluation-ask-fault = 👉 Напишите, что не соответствует. Можно голосовым или фото.
evaluation-ask-why = 👉 Ваша оценка расходится с нормой. Напишите почему. Можно голосовым или фото.
evaluation-ask-remark = 👉 Напишите замечание. Можно голосовым или фото.
evaluation-ask-remark-replace = 👉 Напишите замечание: новое заменит прежнее.
evaluation-proposed = 👉 По норме: <b>{ $verdict }</b>. Согласны?
evaluation-button-meets = Соответствует
evaluation-button-fails = Не соответствует
evaluation-button-cannot-assess = Не могу оценить
evaluation-button-confirm = Верно, { $value }: { $verdict }
evaluation-button-value = Указать другое число
evaluation-button-remark = Замечание
evaluation-button-erase = 🗑 Убрать замечание
evaluation-button-remark-change = Замечание ✎
evaluation-button-back = ‹ Назад
evaluation-button-skip = Пропустить ›
evaluation-button-on = Дальше ›
evaluation-button-all = Все критерии
evaluation-toast-saved = { $number }: { $verdict }
evaluation-toast-remark = Замечание к { $number } записано
evaluation-toast-stale = Эта карточка устарела. Вот как сейчас.
evaluation-toast-read-only = Этот лист сейчас изменить нельзя.

# Сообщения эксперта
evaluation-kept-remark = Замечание к { $number } записано.
evaluation-kept-evidence = Файл приложен к { $number } вместо замечания.
evaluation-offer = Записать это как замечание к критерию <b>{ $number }</b>?
evaluation-offer-value = Если это ответ на вопрос о доле, пришлите число, например 62,5.
evaluation-button-keep = Да, записать к { $number }
evaluation-button-keep-add = Добавить к замечанию { $number }
evaluation-button-keep-replace = Заменить замечание { $number }
evaluation-button-drop = Не записывать
evaluation-too-long = Замечание к критерию <b>{ $number }</b> длиннее, чем помещается в лист: { $over ->
    [one] лишний { $over } знак
    [few] лишние { $over } знака
   *[many] лишние { $over } знаков
 } (можно { $limit }).
    
    Ваш текст цел, он выше в чате: сократите и пришлите снова. Или возьмите начало как есть.
evaluation-button-cut = Взять первые { $limit } знаков
evaluation-not-for-remark = Такое сообщение в лист не попадёт. Подойдут текст, голосовое сообщение, фото или документ.
evaluation-file-unexpected = Файл к листу не приложен. Чтобы приложить его к { $number }, нажмите «Замечание» и пришлите снова.
evaluation-file-instead-of-value = Здесь нужно число, например 62,5. Чтобы приложить файл к { $number }, нажмите «Замечание».

# Список, итог, пробелы, отправка
evaluation-list-head = <b>Все критерии</b>
    { $programme }
evaluation-list-progress = Оценено { $done } из { $total }
evaluation-list-legend = ✅ соответствует · ❌ не соответствует
    🤷 не могу оценить · ✏️ не закончено · ▫️ нет оценки
evaluation-button-final = Итог листа
evaluation-button-programme = О программе
evaluation-final-head = <b>Итог листа</b>
    { $programme }
    { $college }
evaluation-final-section = <b>{ $number }. { $title }</b>
evaluation-final-line = { $mark } { $number }{ $value }{ $remark }{ $files }
evaluation-final-remark = {" "}— <i>{ $remark }</i>
evaluation-final-files = {" "}📎{ $count }
evaluation-final-missing = { $count ->
    [one] Осталось закончить <b>{ $count } критерий</b>.
    [few] Осталось закончить <b>{ $count } критерия</b>.
   *[many] Осталось закончить <b>{ $count } критериев</b>.
 }
evaluation-final-ready = Всё заполнено. Лист можно отправлять.
evaluation-button-gaps = Что осталось ({ $count })
evaluation-button-submit = Отправить лист
evaluation-gaps-head = { $count ->
    [one] <b>Не закончен { $count } критерий</b>
    [few] <b>Не закончены { $count } критерия</b>
   *[many] <b>Не закончено { $count } критериев</b>
 }
evaluation-gap-line = <b>{ $number }</b> — нет: { $what }
evaluation-gaps-tap = Нажмите номер, чтобы перейти.
evaluation-need-verdict = оценки
evaluation-need-value = числа
evaluation-need-remark = замечания
evaluation-submit-ask = <b>Отправить лист?</b>
    { $programme }
    
    ✅ Соответствует: { $meets }
    ❌ Не соответствует: { $fails }
    🤷 Не могу оценить: { $cannot }
    
    { $conflict ->
        [soft] Подтверждаете: с колледжем есть договор о практике, другой связи нет ({ $college }). Это будет в протоколе.
       *[none] Подтверждаете: Вы не связаны с колледжем ({ $college }).
    }
    
    Вы и координатор получите лист файлами Word и PDF.
evaluation-button-sign = Отправить
evaluation-button-not-yet = Пока нет
evaluation-toast-submitted-before = Этот лист уже отправлен.
evaluation-toast-erased = Замечание убрано.
evaluation-toast-preparing = Готовим файлы…

# Программы эксперта
evaluation-mine-head = <b>Ваши программы</b>
evaluation-mine-empty = Программ для оценки пока нет. Когда координатор пригласит Вас, придёт сообщение.
evaluation-mine-item = <b>{ $programme }</b>
    { $college }
evaluation-work-head = <b>{ $programme }</b>
    { $college }
evaluation-session-line = { $title }, { $days }
evaluation-work-until = Лист нужен до <b>{ $day }</b>
evaluation-work-invited = ✉️ Ждём Вашего согласия
evaluation-work-accepted = ▶️ Можно начинать
evaluation-work-declined = 🚫 Вы отказались
evaluation-work-expired = ⌛️ Срок ответа прошёл, согласиться ещё можно
evaluation-work-reopened = 🔁 Лист исправляется: заполнено { $done } из { $total }. Пока Вы не отправите его снова, он не учитывается.
evaluation-work-draft = ✍️ Оценено { $done } из { $total }
evaluation-work-submitted = ✅ Лист отправлен { $at }
evaluation-work-closed = 🔒 Сессия закрыта, листы больше не принимаются
evaluation-button-mine = Мои программы
evaluation-button-start = Начать оценку
evaluation-button-continue = Продолжить оценку
evaluation-button-materials = Материалы программы
evaluation-button-form = Получить лист (Word и PDF)
evaluation-button-accept = Согласиться
evaluation-button-accept-after-all = Всё-таки согласиться
evaluation-button-decline = Отказаться
evaluation-button-keep-invitation = ‹ Не отказываться
evaluation-toast-accepted = Спасибо! Можно начинать.
evaluation-toast-declined = Отказ передан координатору.
evaluation-decline-ask = <b>Почему отказываетесь?</b>
    { $programme }
evaluation-decline-words = Напишите причину отказа одним сообщением.
    { $programme }
evaluation-reason-no-time = Нет времени
evaluation-reason-not-my-field = Не моя специальность
evaluation-reason-conflict = Связан с этим колледжем
evaluation-reason-other = Другая причина
evaluation-materials-head = <b>Материалы</b>
    { $programme }
    { $college }
evaluation-materials-empty = Колледж пока ничего не приложил. Оценить программу можно и без материалов.
evaluation-material-link = 🔗 <a href="{ $url }">{ $name }</a>
evaluation-material-gone = Файл «{ $name }» в Telegram больше не хранится. Попросите координатора приложить его ещё раз.
evaluation-material-file = 📎 { $name }
evaluation-part-card = Визитная карточка ПОО
evaluation-part-description = Характеристика ОПОП
evaluation-part-results = Ожидаемые результаты
evaluation-part-conditions = Условия реализации программы
evaluation-part-prospects = Перспективы развития ОПОП
evaluation-part-head = <b>{ $part }</b>
evaluation-figures-head = <b>Данные колледжа</b>
evaluation-figure-line = { $number }: { $value }
evaluation-figure-none = { $number }: не указано

# Сессии
evaluation-sessions-head = <b>Экспертные сессии</b>
evaluation-sessions-empty = Экспертных сессий ещё нет. Создайте первую: название, даты, срок сдачи листов.
evaluation-button-new-session = ➕ Новая сессия
evaluation-button-sessions = ‹ Все сессии
evaluation-button-session = ‹ К сессии
evaluation-session-draft = ✏️ Готовится, экспертам ничего не отправлено
evaluation-session-open = 🟢 Идёт
evaluation-session-closed = 🔒 Закрыта
evaluation-session-minimum = Нужно листов на программу: { $count }
evaluation-session-came = Пришло листов: <b>{ $came } из { $expected }</b>
evaluation-session-no-programmes = Программ пока нет. Добавьте первую.
evaluation-session-as-of = По состоянию на { $time }
evaluation-deadline-left = Листы до <b>{ $day }</b>, { $left ->
    [0] сегодня последний день
    [one] остался { $left } рабочий день
    [few] осталось { $left } рабочих дня
   *[many] осталось { $left } рабочих дней
 }
evaluation-deadline-over = Срок был <b>{ $day }</b>. Листы принимаются, пока сессия открыта
evaluation-deadline-was = Листы сдавали до { $day }
evaluation-block-more = { $count ->
    [one] и ещё { $count } эксперт
    [few] и ещё { $count } эксперта
   *[many] и ещё { $count } экспертов
 }
evaluation-block-no-experts = ⚠️ Эксперты не назначены
evaluation-expert-waiting = ▫️ { $who }: пока не приглашён(а)
evaluation-expert-no-sheet = ▫️ { $who }: лист не отправлен
evaluation-expert-invited = ✉️ { $who }: ждём ответа
evaluation-expert-accepted = 👍 { $who }: согласие есть, оценка не начата
evaluation-expert-declined = 🚫 { $who }: отказ
evaluation-expert-expired = ⌛️ { $who }: нет ответа в срок
evaluation-expert-draft = ✍️ { $who }: { $done } из { $total }
evaluation-expert-submitted = ✅ { $who }: лист отправлен
evaluation-expert-reopened = 🔁 { $who }: лист возвращён, { $done } из { $total }
evaluation-expert-final = ✅ { $who }: лист принят
evaluation-expert-reason = {"  "}<i>{ $reason }</i>
evaluation-button-add-programme = ➕ Программа
evaluation-button-open = ▶️ Открыть сессию
evaluation-button-refresh = 🔄 Обновить
evaluation-button-nudge = 🔔 Напомнить сейчас
evaluation-button-deadline = 📅 Срок
evaluation-button-close = 🔒 Закрыть
evaluation-button-close-now = Закрыть сессию
evaluation-toast-opened = Сессия открыта. Приглашения отправляются экспертам.
evaluation-toast-closed = Сессия закрыта.
evaluation-toast-nudged = { $count ->
    [0] Напоминать некому: все листы пришли.
    [one] Напоминание отправлено { $count } эксперту.
   *[many] Напоминание отправлено { $count } экспертам.
 }
evaluation-close-ask = <b>Закрыть сессию «{ $title }»?</b>
    Листы станут окончательными. Открыть её снова нельзя.
evaluation-close-waited = { $count ->
    [one] ⚠️ Ещё не пришёл { $count } лист.
    [few] ⚠️ Ещё не пришли { $count } листа.
   *[many] ⚠️ Ещё не пришло { $count } листов.
 }
evaluation-close-short = { $count ->
    [one] ⚠️ По { $count } программе листов меньше, чем нужно.
   *[many] ⚠️ По { $count } программам листов меньше, чем нужно.
 }

# Программа у координатора
evaluation-programme-employer = Предприятие: { $employer }
evaluation-programme-missing-hint = Колледж участвует, но программу ещё не назвал. Экспертов можно назначить уже сейчас: приглашения уйдут, когда программа появится.
evaluation-materials-title = <b>Материалы</b>
evaluation-materials-none = пока нет
evaluation-experts-title = <b>Эксперты</b> · листов { $came }, нужно { $minimum }
evaluation-button-experts = 👥 Выбрать экспертов
evaluation-button-figure = { $number }: число
evaluation-button-add-material = ➕ Материал
evaluation-button-name = ✏️ Назвать программу
evaluation-button-rename = ✏️ Исправить название
evaluation-button-sheet-of = 📄 Лист: { $name }
evaluation-button-done = Готово
evaluation-ask-figure-of = Какое значение указывает колледж? { $kind ->
    [number] Напишите число, например 12.
   *[share] Напишите число, например 62,5 или 5/8.
 }
    
    <b>{ $number }.</b> { $text }
evaluation-experts-head = <b>Кто оценит программу?</b>
    { $programme }
evaluation-experts-hint = { $state ->
    [draft] ✓ выбран. Приглашения уйдут, когда Вы откроете сессию.
    [open] Сессия идёт: приглашение уйдёт сразу после выбора. ✉️ уже приглашён.
   *[closed] Сессия закрыта.
 }
evaluation-experts-none = В кластере ещё нет экспертов. Пригласите их по ссылке: /people → «Пригласить», роль «Эксперт предприятия».
evaluation-toast-invited-stays = Приглашение уже отправлено, убрать эксперта нельзя.
evaluation-own-head = <b>Программы Вашего колледжа на экспертизе</b>
evaluation-own-empty = Программ Вашего колледжа на экспертизе сейчас нет. Их добавляет координатор кластера.
evaluation-own-item = <b>{ $programme }</b>

# Формы
evaluation-form-session = Новая экспертная сессия
evaluation-form-programme = Программа на экспертизу
evaluation-form-material = Материал программы
evaluation-form-deadline = Другой срок
evaluation-ask-title = Как назвать сессию? Например: Экспертная сессия, июнь 2022.
evaluation-ask-starts = Первый день сессии?
evaluation-ask-ends = Последний день сессии?
evaluation-ask-deadline = До какого дня включительно ждать листы?
evaluation-ask-minimum = Сколько листов нужно по каждой программе, не меньше?
evaluation-label-title = Название
evaluation-label-starts = Первый день
evaluation-label-ends = Последний день
evaluation-label-deadline = Срок листов
evaluation-label-minimum = Листов на программу
evaluation-ask-college = Какой колледж представляет программу?
evaluation-ask-employer = Для какого предприятия программа? Его экспертов бот предложит первыми. Если предприятия нет, пропустите.
evaluation-label-employer = Предприятие
evaluation-ask-ready = Программа уже есть?
evaluation-ready-yes = Есть
evaluation-ready-no = Программы ещё нет
evaluation-ask-code = Код программы, например 15.02.12. Если кода нет, пропустите.
evaluation-ask-programme-title = Название программы?
evaluation-label-college = Колледж
evaluation-label-ready = Готовность
evaluation-label-code = Код
evaluation-label-programme-title = Программа
evaluation-ask-part = К какой части презентации относится материал?
evaluation-ask-source = Пришлите ссылку или файл.
evaluation-label-part = Часть
evaluation-label-source = Материал
evaluation-deadline-consequence = Эксперты, от которых ждём листы, узнают о новом сроке. Напоминания сдвинутся.

# Уведомления
evaluation-invitation-head = <b>Вас приглашают оценить программу</b>
evaluation-invitation-what = { $count ->
    [one] В листе { $count } критерий, ответы кнопками.
    [few] В листе { $count } критерия, ответы кнопками.
   *[many] В листе { $count } критериев, ответы кнопками.
 } Прерваться можно в любой момент: ответы сохраняются сразу.
evaluation-due-soon = { $left ->
    [one] <b>До срока листа { $left } рабочий день</b>
    [few] <b>До срока листа { $left } рабочих дня</b>
   *[many] <b>До срока листа { $left } рабочих дней</b>
 }
evaluation-due-today = <b>Сегодня последний день для листа</b>
evaluation-nudged-head = <b>Координатор ждёт Ваш лист</b>
evaluation-moved-head = <b>Изменился срок листа</b>
evaluation-closed-notice = Сессия «{ $title }» закрыта, лист больше не нужен: { $programme }. Спасибо!
evaluation-signed-notice = ✅ <b>Лист отправлен</b> { $at }
    Номер листа: <code>{ $code }</code>. Ниже он в Word и PDF.
evaluation-came-notice = ✅ <b>Пришёл экспертный лист</b>
    { $expert }, { $enterprise }
    
    { $programme }
    { $college }
    
    Листов по программе: { $came }, нужно { $minimum }
    Номер листа: <code>{ $code }</code>
evaluation-declined-notice = 🚫 <b>Эксперт отказался</b>
    { $expert }, { $enterprise }
    { $programme }
    
    Причина: { $reason }
evaluation-sheets-due-head = <b>{ $title }</b>
    { $left ->
        [0] Сегодня последний день для листов.
        [one] До срока листов { $left } рабочий день ({ $day }).
        [few] До срока листов { $left } рабочих дня ({ $day }).
       *[many] До срока листов { $left } рабочих дней ({ $day }).
    }
    Ждём листов: <b>{ $count }</b>

# Свидетельства вместо замечания
evaluation-evidence-voice = { $count ->
    [one] { $count } голосовое сообщение
    [few] { $count } голосовых сообщения
   *[many] { $count } голосовых сообщений
 }
evaluation-evidence-photo = { $count } фото
evaluation-evidence-document = { $count ->
    [one] { $count } документ
    [few] { $count } документа
   *[many] { $count } документов
 }

# Отказы
error-evaluation-not-a-share = Нужно число от 0 до 100, например 62,5. Подойдёт и дробь: 5/8 или «5 из 8».
error-evaluation-share-out-of-range = Получилось { $value } %, а доля бывает от 0 до 100 %. Напишите, например, 62,5 или 5/8.
error-evaluation-not-a-number = Нужно число, например 12 или 3,5.
error-evaluation-number-out-of-range = Нужно число от 0 до { NUMBER($high) }.
error-evaluation-not-a-choice = Такого ответа в листе нет. Напишите его номер, от 1 до { $count }, или нажмите кнопку.
error-evaluation-spoiled-sheet = Этот лист прочитать не удалось: { $place }, { $problem }.
error-evaluation-wrong-state = { $thing ->
    [programme] Программа уже названа.
    [session] { $state ->
        [draft] Сессия ещё не открыта.
        [open] Сессия уже идёт.
       *[closed] Сессия закрыта, менять её нельзя.
    }
   *[assignment] { $state ->
        [invited] Сначала согласитесь оценить программу.
        [declined] Вы отказались от этой программы. Согласиться можно в её карточке: /evaluate
        [expired] Срок ответа прошёл. Согласиться можно в карточке программы: /evaluate
       *[submitted] Этот лист уже отправлен.
    }
 }
error-evaluation-session-not-open = { $state ->
    [draft] Сессия ещё не открыта.
   *[closed] Сессия закрыта, листы больше не принимаются.
 }
error-evaluation-sheet-read-only = Этот лист уже отправлен, изменить его нельзя.
error-evaluation-sheet-incomplete = { $gaps ->
    [one] Лист не закончен: не хватает { $gaps } ответа. Откройте «Что осталось».
   *[many] Лист не закончен: не хватает { $gaps } ответов. Откройте «Что осталось».
 }
error-evaluation-nothing-to-open = Открывать пока нечего: добавьте программу и назначьте ей хотя бы одного эксперта.
error-evaluation-deadline-passed = Этот срок не подходит: нужен день не раньше { $first }.
error-evaluation-nudged-already = Экспертам уже напомнили. Снова можно через { $minutes } мин.
error-evaluation-code-expected = Код состоит из трёх пар цифр, например 15.02.12.
error-evaluation-material-expected = Нужна ссылка, документ или фото.
