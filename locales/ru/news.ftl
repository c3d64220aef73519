# Новости: от события до публикации
news-menu = Новости
news-home = <b>Новости</b>
    Напишите новость здесь: координатор проверит, бот опубликует в канале кластера и пришлёт ссылку.
news-home-moderator = <b>Новости кластера</b>
news-home-owed = <b>Нужна новость</b>
news-owed-line = • { $title } ({ $organisation }) — до { $at }
news-owed-line-late = • ⚠️ { $title } ({ $organisation }) — срок прошёл { $at }
news-button-owed = ✍️ { $title }
news-button-write = ✍️ Написать новость
news-button-queue = 📥 На проверке · { $count }
news-button-proposals = 🛠 Правки опубликованного · { $count }
news-button-proposals-list = ‹ К правкам
news-button-list-drafts = 📝 Черновики · { $count }
news-button-list-sent = 📤 Отправленные · { $count }
news-button-list-out = 📣 Опубликованные · { $count }
news-button-troubled = ⏳ Ждут выхода
news-button-archive = 🗂 Архив
news-button-events = 📅 События
news-button-compliance = 📊 Кто пишет вовремя
news-button-media = 📰 Медиаплан
news-button-rules = ⏱ Срок новости
news-button-desk = ‹ К новостям
news-button-to-queue = ‹ К очереди
news-button-back-to-list = ‹ К списку
news-button-see = Посмотреть
news-button-review = Проверить
news-button-open-post = Открыть публикацию
news-button-resume = Продолжить
news-button-correct-now = ✏️ Исправить
news-button-onward = Дальше →
news-button-submit = ✅ Отправить
news-button-drop = ✕ { $number }
news-button-no-event = Без события
news-untitled = без заголовка
news-choose = <b>О чём новость?</b>
    Выберите событие, от которого ждут новость, или напишите без события.
news-choose-none = <b>О чём новость?</b>
    Сейчас ни одно событие новости не ждёт.
news-item-line = <b>{ $title }</b> · { $organisation }
news-list-head-drafts = <b>Черновики</b>
news-list-head-sent = <b>Отправленные</b>
news-list-head-out = <b>Опубликованные</b>
news-list-head-troubled = <b>Одобренные, ещё не вышедшие</b>
news-list-head-archive = <b>Архив публикаций</b>
news-list-empty-drafts = <b>Черновики</b>
    Пока пусто. Начатая новость сохраняется здесь сама.
news-list-empty-sent = <b>Отправленные</b>
    Сейчас ничего не ждёт ни проверки, ни публикации.
news-list-empty-out = <b>Опубликованные</b>
    Ещё ничего не вышло.
news-list-empty-troubled = <b>Одобренные, ещё не вышедшие</b>
    Таких нет: всё одобренное вышло.
news-list-empty-archive = <b>Архив публикаций</b>
    Ещё ничего не вышло.

news-step = <b>Новость</b> · шаг { $number } из { $total } · { $organisation }
news-step-event = Событие: { $title }
news-entered = Сейчас: <b>{ $value }</b>
news-ask-part-title = Пришлите заголовок, одной строкой, до 200{"\u00A0"}знаков.
news-ask-part-text = Пришлите текст. Жирный шрифт, ссылки и списки сохранятся. С фотографиями помещается до 1{"\u00A0"}024{"\u00A0"}знаков вместе с заголовком, без них до 4{"\u00A0"}096.
    Можно сразу прислать фото с подписью: подпись станет текстом.
news-ask-part-more = Пришлите ещё один абзац: он встанет в конец текста.
news-ask-part-files = Пришлите фото, видео или файлы: до 10, можно альбомом и в несколько приёмов. Фото и документы в один альбом не складываются.
news-ask-part-links = Где ещё вышла новость? Пришлите ссылки: сайт, ВКонтакте, Одноклассники, Telegram, можно все в одном сообщении. Печатное издание напишите словами, например: газета «Северск», №{"\u00A0"}12.
news-files-head = Приложено: { $count }
news-files-more = и ещё { $count }
news-files-taken = ✅ Принято. Всего приложено: { $count }
news-file-line = { $number }. { $name }
news-file-photo = фото
news-file-video = видео
news-file-document = файл
news-link-line = { $label }: { $target }
news-caption-kept = К файлам есть подпись, а текст уже написан: «{ $text }». Что с ней сделать?
news-do-title = ✏️ Заголовок
news-do-text = ✏️ Текст
news-do-more = ➕ Абзац
news-do-files = 🖼 Фото и файлы
news-do-links = 🔗 Ссылки
news-do-no-links = Убрать ссылки
news-do-when = 🕒 Выпустить позже
news-do-at-once = 🕒 Выпустить сразу
news-do-keep = 💾 Отложить
news-do-discard = 🗑 Удалить
news-do-discard-now = Да, удалить
news-do-take-back = ↩️ Забрать на доработку
news-do-drop-all = Убрать все файлы
news-do-only-seen = Оставить фото и видео
news-do-only-documents = Оставить документы
news-do-caption-text = Сделать текстом новости
news-do-caption-more = Добавить к тексту
news-do-caption-drop = Не использовать
news-trouble-no-title = Нет заголовка.
news-trouble-no-text = Нет текста.
news-trouble-text-too-long = Текст длиннее { $limit } { $limit ->
        [one] знака
       *[many] знаков
    }, которые помещаются в сообщение: лишних { $over }. Сократите.
news-trouble-caption-too-long = С фото помещается { $limit } { $limit ->
        [one] знак
        [few] знака
       *[many] знаков
    } вместе с заголовком и ссылками: лишних { $over }. Сократите текст или уберите фото.
news-trouble-too-many-files = В альбоме помещается { $limit } { $limit ->
        [one] файл
        [few] файла
       *[many] файлов
    }: лишних { $over }. Уберите лишние кнопками ✕.
news-trouble-mixed-files = Фото и документы не складываются в один альбом. Выберите, что оставить.
news-troubles = <b>Пока не отправить:</b>
news-ready = ✅ Всё готово к отправке.
news-last-look = <b>Выше — публикация ровно в том виде, в каком она выйдет</b> ({ $organisation }).
news-last-look-not-shown = <b>Новость</b> ({ $organisation })
news-returned = ↩️ Просили исправить: { $reason }
news-when = 🕒 Выйдет не раньше { $at }.
news-when-at-once = 🕒 Выйдет сразу после одобрения.
news-when-due = Отправить нужно { $due }.
news-when-late = ⚠️ Это позже срока новости: { $at }.
news-due-left = до { $at }, осталось { $left }
news-due-over = до { $at }, просрочено на { $past }
news-span-days = { $days }{"\u00A0"}дн. { $hours }{"\u00A0"}ч
news-span-hours = { $hours }{"\u00A0"}ч { $minutes }{"\u00A0"}мин
news-span-minutes = { $minutes }{"\u00A0"}мин
news-ask-when = Когда выпустить? Напишите день и час, например: { $example }.
news-ask-when-due = Срок новости: { $at }.
news-kept = 💾 «{ $title }» отложена. Она в черновиках, продолжить можно с любого устройства.
news-discard-ask = Удалить «{ $title }»? Текст и файлы вернуть будет нельзя.
news-discarded = Удалено.
news-handed-in = ✅ <b>Отправлено на проверку.</b>
    Координатор ответит до { $at }. Когда новость выйдет, пришлю ссылку.
news-handed-out = ✅ <b>Отправлено в канал.</b>
    Проверка не нужна. Ссылку пришлю через минуту.
news-handed-scheduled = ✅ <b>Принято.</b>
    Новость выйдет { $at }. Ссылку пришлю.
news-card = <b>{ $title }</b> · { $organisation }
news-card-reason = Причина: { $reason }
news-card-waits = Ответ координатора { $due }.
news-card-link = <a href="{ $url }">Открыть публикацию</a>

news-state-draft = 📝 Черновик.
news-state-submitted = 📥 Ждёт проверки.
news-state-in-review = 👀 Проверяет { $name }, до { $until }.
news-state-changes-requested = ↩️ Вернули на исправление.
news-state-rejected = ⛔ Отклонена.
news-state-approved = ✅ Одобрена, ждёт выхода. Если канал не подключён, выйдет, как только он появится.
news-state-scheduled = 🕒 Одобрена, выйдет { $at }.
news-state-publishing = 📤 Отправляется в канал.
news-state-failed = ⚠️ Не вышла.
news-state-doubtful = ❓ Неизвестно, вышла ли.
news-state-published = 📣 Опубликована.
news-state-corrected = 📣 Опубликована, исправлена.
news-state-retracted = Отозвана.
news-state-discarded = Удалена.

news-queue-head = <b>На проверке</b> · { $count }
    Открытая новость остаётся за Вами 30{"\u00A0"}минут.
news-queue-empty = <b>На проверке</b>
    Ничего не ждёт решения. Новое пришлю сообщением.
news-queue-age = 📥 Ждёт { $age }
news-queue-review = Решение координатора { $due }
news-queue-college = Срок колледжа { $due }
news-review-head = <b>{ $title }</b>
news-review-from = { $organisation }, { $author }
news-review-event = Событие: { $title }
news-review-trusted = ⭐ Доверенная организация: её новости выходят без проверки.
news-review-edited = ✏️ Текст изменён при проверке. Исходный сохранён.
news-review-approve = ✅ Опубликовать
news-review-changes = ↩️ На исправление
news-review-reject = ⛔ Отклонить
news-review-edit-title = ✏️ Заголовок
news-review-edit-text = ✏️ Текст
news-review-release = Вернуть в очередь
news-review-look-again = 🔄 Обновить
news-review-preview = 👁 Как выйдет
news-review-difference = Что изменено
news-review-note = 💬 Заметка
news-review-trust = ⭐ Доверять
news-review-distrust = Снять доверие
news-review-pull = ↩️ Остановить выход
news-review-again = 🔁 Опубликовать ещё раз
news-review-confirm = ✅ Она в канале
news-review-ask-title = Пришлите заголовок для «{ $title }». Исходный сохранится.
news-review-ask-text = Пришлите весь текст для «{ $title }» заново: его можно скопировать из сообщения выше, оформление сохранится. Исходный не пропадёт.
news-review-ask-changes = Что исправить в «{ $title }»? Напишите автору одним сообщением.
news-review-ask-reject = Объясните автору, почему «{ $title }» не выйдет.
news-review-ask-note = Заметка к «{ $title }» для координаторов. Автор её не увидит.
news-reject-ask = Почему «{ $title }» не выйдет?
news-rejection-off-topic = не по теме кластера
news-rejection-duplicate = об этом уже писали
news-rejection-advertising = реклама
news-rejection-personal-data = персональные данные
news-rejection-other = другая причина
news-notes-head = <b>Заметки координаторов</b>
news-note = { $name }, { $at }: { $text }
news-post-not-shown = Показать публикацию сейчас нельзя: она не помещается в сообщение или файлы больше недоступны.
news-difference-head = <b>Что изменено</b>
    Зачёркнутое убрано, подчёркнутое добавлено.
news-difference-none = Новость ещё не отправляли: сравнивать не с чем.
news-difference-same = { $text }
news-difference-gone = <s>{ $text }</s>
news-difference-new = <u>{ $text }</u>
news-difference-more = …
news-toast-approved = Одобрено.
news-toast-decided = Решение уже принято. Показываю, как сейчас.
news-toast-released = Новость снова в очереди.
news-toast-again = Отправляю ещё раз.
news-toast-confirmed = Отмечено: публикация в канале.
news-toast-cancelled = Событие отменено.
news-toast-answered = Записано, координатор узнает.
news-toast-change = Решение принято.
news-failed-what = Что делать: проверьте канал кнопкой «Проверить права» в разделе /channel, затем опубликуйте ещё раз. Текст и файлы целы.
news-failed-why = Ответ Telegram: <code>{ $why }</code>
news-doubtful-what = Связь оборвалась во время отправки, и бот не знает, приняли ли её. Откройте канал и посмотрите: если публикация там есть, нажмите «Она в канале», если нет — «Опубликовать ещё раз». Сам бот второй раз не отправит.

news-button-correct-title = ✏️ Исправить заголовок
news-button-correct-text = ✏️ Исправить текст
news-button-retract = 🗑 Отозвать
news-button-log = Что менялось
news-change-ask-title = Пришлите правильный заголовок.
news-change-ask-text = Пришлите весь правильный текст. Фото и файлы публикации останутся прежними.
news-change-ask-why = Почему нужна правка? Напишите коротко: это увидит координатор.
news-change-ask-retract = Почему публикацию нужно отозвать? Напишите коротко. После одобрения она исчезнет из канала.
news-change-sent-proposed = ✅ Предложение отправлено координатору. Сообщу, когда он решит.
news-change-sent-approved = ✅ Правка отправлена в канал.
news-change-proposed = Ждёт решения.
news-change-declined = Отклонено.
news-change-approved = Отправляется в канал.
news-change-applied = ✅ Сделано.
news-change-failed = ⚠️ Не получилось. Если публикации больше двух суток, боту нужно право «Удаление публикаций»; проверьте /channel и повторите.
news-proposals-head = <b>Правки опубликованного</b> · { $count }
news-proposals-empty = <b>Правки опубликованного</b>
    Никто ничего не предлагал.
news-proposal-line-correction = ✏️ Исправить · { $name }
news-proposal-line-retraction = 🗑 Отозвать · { $name }
news-proposal-correction = <b>Исправить «{ $title }»</b>, предлагает { $name }
news-proposal-retraction = <b>Отозвать «{ $title }»</b>, предлагает { $name }
news-proposal-reason = Причина: { $reason }
news-proposal-yes-correction = ✅ Исправить в канале
news-proposal-yes-retraction = ✅ Убрать из канала
news-proposal-no = Отклонить
news-proposal-again = 🔁 Повторить
news-log-head = <b>Что менялось: { $title }</b>
news-log-original = { $at }, { $name }: отправлено, «{ $title }»
news-log-edited = { $at }, { $name }: изменено при проверке, «{ $title }»
news-log-correction = { $at }, { $name }: исправлено после публикации, «{ $title }»
news-log-change-correction = { $at }, { $name }: предложено исправить. { $reason } { $state }
news-log-change-retraction = { $at }, { $name }: предложено отозвать. { $reason } { $state }

news-events-ahead = <b>События</b>
news-events-past = <b>Прошедшие события</b>
news-events-none = <b>События</b>
    Впереди событий нет. Добавьте: колледж узнает о нём и получит напоминание, когда пора писать.
news-events-none-past = <b>Прошедшие события</b>
    Их ещё не было.
news-event-line-planned = <b>{ $title }</b>
    { $days }
news-event-line-cancelled = <s>{ $title }</s>
    { $days }, отменено
news-event-head = <b>{ $title }</b>
news-event-days = 📅 { $days }
news-event-place = 📍 { $place }
news-event-cancelled = Отменено: новость не нужна.
news-event-origin-registered = Добавлено вручную.
news-event-origin-plan-row = Из плана работы.
news-event-origin-meeting = Заседание.
news-event-owing = <b>Кто пишет</b>
news-obligation-open = { $name }: до { $at }
news-obligation-late = ⚠️ { $name }: просрочено, срок был { $at }
news-obligation-handed-in = 📥 { $name }: новость на проверке
news-obligation-done = ✅ { $name }: написали
news-obligation-not-held = { $name }: событие не состоялось
news-obligation-waived = { $name }: новость не нужна
news-button-new-event = ➕ Событие
news-button-ahead = Предстоящие
news-button-past = Прошедшие
news-button-calendar-file = 📆 В календарь телефона
news-button-ics = 📆 В календарь
news-button-owes = { $name }
news-button-postpone = Перенести
news-button-cancel-event = Отменить событие
news-button-cancel-now = Да, отменить
news-button-to-events = ‹ К событиям
news-button-to-event = ‹ К событию
news-cancel-ask = Отменить «{ $title }»? Писать о нём никто не должен будет; тем, кто собирался, я сообщу.
news-calendar-name = Новости кластера
news-calendar-file-name = события.ics
news-calendar-how = Откройте файл на телефоне: события добавятся в календарь.
news-source-ask = <b>Новое событие</b>
    Откуда оно? Название, день и место подставлю сам, если знаю их.
news-source-plan = 📋 Из плана работы
news-source-meeting = 🏛 Заседание
news-source-blank = ✏️ Заполнить самостоятельно
news-source-plan-head = <b>Из плана работы</b>
    Какой строке плана принадлежит событие?
news-source-plan-none = <b>Из плана работы</b>
    Действующего плана нет: примите его в разделе /plan. Событие можно добавить и без плана.
news-source-row = <b>{ $number }</b>. { $title }
news-source-row-due = Срок в плане: { $text }
news-source-row-events = Событий уже добавлено: { $count }
news-source-meeting-head = <b>Заседание</b>
    О каком заседании нужна новость? Если заседание перенесут или отменят, событие и срок новости изменятся сами.
news-source-meeting-none = <b>Заседание</b>
    Объявленных заседаний, о которых ещё нет события, нет. Объявить заседание можно в разделе /meetings.
news-meeting-title = Заседание: { $council }
news-form-event = Новое событие
news-form-days = Новые дни
news-form-rule = Срок новости
news-ask-event-title = Как называется событие? Например: экскурсия студентов на Томский электротехнический завод.
news-label-event-title = Название
news-ask-first-day = Первый день: выберите или напишите, например 24.05.2022.
news-label-first-day = Первый день
news-ask-last-day = Последний день. Если событие на один день, выберите тот же.
news-label-last-day = Последний день
news-ask-place = Где? Можно пропустить.
news-label-place = Место
news-ask-organisations = Какие колледжи должны написать?
news-label-organisations = Пишут
news-days-consequence = Открытые сроки новостей пересчитаются, колледжи узнают о переносе.
news-ask-since = Для событий, которые закончились с какого дня?
news-label-since = С какого дня
news-ask-days = Сколько рабочих дней после события есть у колледжа? День события не считается.
news-label-days = Рабочих дней
news-ask-hours = За сколько рабочих часов после отправки отвечает координатор?
news-label-hours = Часов на проверку
news-rule-days = { $days ->
    [one] { $days } рабочий день
    [few] { $days } рабочих дня
   *[many] { $days } рабочих дней
 }
news-rules-head = <b>Срок новости</b>
    До 18:00 последнего рабочего дня срока. День события не считается.
news-rule-line = • события с { $since }: { $days ->
        [one] { $days } рабочий день
        [few] { $days } рабочих дня
       *[many] { $days } рабочих дней
    }, проверка за { $hours }{"\u00A0"}рабочих ч
news-rule-set = ✅ Срок изменён.
news-moved = 📅 <b>Сроки новостей изменились: { $count }</b>
news-moved-line = • { $title }: { $before } → { $after } ({ $name })
news-moved-more = …и ещё { $count }
news-moved-none = Открытые сроки остались прежними.
news-button-new-rule = ➕ Другой срок
news-owe-head = <b>{ $title }</b>
news-owe-who = Пишет: { $name }
news-owe-link = Где опубликовано: { $url }
news-owe-write = ✍️ Написать
news-owe-published = 🔗 Уже опубликовано
news-owe-not-held = Событие не состоялось
news-owe-waive = Новость не нужна
news-owe-again = Попросить снова
news-owe-ask-link = Пришлите ссылку на новость о событии «{ $title }».
news-owe-not-held-ask = «{ $title }» не состоялось? Координатор увидит этот ответ.
news-owe-not-held-now = Да, не состоялось
news-owe-thanks = ✅ Записано: новость о событии «{ $title }» опубликована. Больше напоминать не буду.

news-button-press = 👤 Кто пишет новости
news-press-head = <b>Кто пишет новости</b>
    Этому человеку бот напоминает первым; о просрочке узнают все представители колледжа.
news-press-line = • <b>{ $organisation }</b>: { $name }
news-press-line-any = • <b>{ $organisation }</b>: { $count ->
        [one] не назначен, { $count } представитель
        [few] не назначен, { $count } представителя
       *[many] не назначен, { $count } представителей
    }
news-press-line-none = • <b>{ $organisation }</b>: в боте никого нет
news-press-line-trusted = ⭐
news-press-none = <b>Кто пишет новости</b>
    Колледжей в кластере пока нет. Добавьте их в разделе «Организации».
news-press-college = <b>{ $organisation }</b>
news-press-how = Кому напоминать о новостях первым?
news-press-nobody = От колледжа в боте никого нет, напоминать некому: о просрочке узнает только координатор. Отправьте ссылку в разделе /people.
news-press-person = { $name }
news-press-person-chosen = ✓ { $name }
news-press-named = Первым напомню: { $name }
news-press-back = ‹ К колледжам

news-notice-over = <b>Прошло событие «{ $title }».</b>
    Напишите новость до { $at } ({ $organisation }).
news-notice-soon = ⏰ <b>Новость о событии «{ $title }»</b> ждут сегодня, до { $at } ({ $organisation }).
news-notice-late = ⚠️ <b>Новость о событии «{ $title }» просрочена</b>: срок был { $at } ({ $organisation }).
    Её всё ещё можно написать. Через рабочий день узнает координатор.
news-notice-missing = ⚠️ <b>{ $organisation } не пишет о событии «{ $title }»</b>
    Срок был { $at }. Напоминания отправлены всем представителям колледжа.
news-notice-came = 📥 <b>Новость на проверку</b>
    { $title } ({ $organisation })
news-notice-review-late = ⏰ <b>Новость ждёт дольше обещанного</b>
    { $title } ({ $organisation })
news-notice-returned = ↩️ <b>Исправьте новость «{ $title }»</b>
news-notice-rejected = ⛔ <b>Новость «{ $title }» не выйдет</b>: { $why }.
news-notice-rejected-owed = О событии всё ещё нужна новость: напишите другую.
news-notice-published = 📣 <b>Новость «{ $title }» опубликована</b>
news-notice-failed = ⚠️ <b>Новость не вышла</b>
    { $title } ({ $organisation })
news-notice-doubtful = ❓ <b>Неизвестно, вышла ли новость</b>
    { $title } ({ $organisation })
news-notice-elsewhere = 🔗 <b>{ $organisation }</b>: новость о событии «{ $title }» уже опубликована
news-notice-not-held = <b>{ $organisation }</b>: событие «{ $title }» не состоялось
news-notice-event-registered = 📅 <b>Новое событие: { $title }</b>
    { $days }
news-notice-event-postponed = 📅 <b>Событие перенесено: { $title }</b>
    { $days }
news-notice-event-cancelled = <b>Событие отменено: { $title }</b>
    { $days }. Новость не нужна.
news-notice-event-due = Новость — до { $at }. Напомню, когда событие закончится.
news-notice-moved = { $count ->
        [one] 📅 <b>Срок новости изменился</b>
       *[other] 📅 <b>Сроки новостей изменились</b>
    }
news-notice-moved-line = • { $title }: до { $at }
news-notice-press-named = 👤 О новостях ({ $organisation }) бот будет напоминать Вам первым.
    Когда событие закончится, придёт сообщение с кнопкой «Написать».

news-compliance-title = Кто пишет новости вовремя
news-compliance-head = <b>Кто пишет вовремя</b>
    События, закончившиеся { $days }
news-compliance-sum = Всего нужно было: { $owed }. Вовремя { $on_time } ({ $share }{"\u00A0"}%), с опозданием { $late }, не написали { $missing }.
news-compliance-none = За этот период писать было не о чем.
news-compliance-line = <b>{ $name }</b>: { $counts }
news-compliance-on-time = ✅{"\u00A0"}{ $count }
news-compliance-late = 🟡{"\u00A0"}{ $count }
news-compliance-missing = 🔴{"\u00A0"}{ $count }
news-compliance-ahead = ⏳{"\u00A0"}{ $count }
news-compliance-median = медиана{"\u00A0"}{ $days }
news-compliance-line-none = { $name }: событий не было
news-compliance-legend = ✅ вовремя · 🟡 позже срока · 🔴 не написали · ⏳ срок впереди · медиана рабочих дней от события до новости
news-compliance-sheet = Новости вовремя
news-compliance-file = новости-вовремя-{ $day }
news-report-made = { $days }. Составлено { $at }
news-button-picture = 🖼 Картинкой
news-button-xlsx = 📄 Excel
news-period-month = Месяц
news-period-quarter = Квартал
news-period-year = Учебный год
news-period-month-chosen = ✓ Месяц
news-period-quarter-chosen = ✓ Квартал
news-period-year-chosen = ✓ Учебный год
news-column-college = Колледж
news-column-on-time = Вовремя
news-column-late = Позже срока
news-column-missing = Не написали
news-column-ahead = Срок впереди
news-column-share = Доля вовремя
news-column-median = Медиана, рабочих дней
news-column-day = Дата
news-column-title = Заголовок
news-column-event = Событие
news-column-channel = Канал кластера
news-media-title = Медиаплан
news-media-head = <b>Медиаплан</b> · { $count }
    { $days }
news-media-count = { $name }: { $count }
news-media-line = { $day } <b>{ $title }</b> · { $organisation }
    { $outlets }
news-media-none = За этот период ничего не вышло.
news-media-sheet = Медиаплан
news-media-file = медиаплан-{ $day }
news-outlet-channel = канал кластера
news-outlet-site = сайт
news-outlet-vk = ВКонтакте
news-outlet-ok = Одноклассники
news-outlet-telegram = Telegram
news-outlet-press = печать

error-news-wrong-state = С этой новостью так уже не сделать: её состояние изменилось ({ $state ->
        [draft] черновик
        [submitted] ждёт проверки
        [in_review] проверяется
        [changes_requested] возвращена на исправление
        [rejected] отклонена
        [approved] одобрена
        [publishing] отправляется
        [failed] не вышла
        [published] опубликована
        [corrected] опубликована
        [retracted] отозвана
       *[other] удалена
    }). Откройте /news.
error-news-link-broken = «{ $text }» — не ссылка. Нужен адрес целиком, например https://vk.com/college?w=wall-1_2.
error-news-too-many-links = Ссылок больше { $limit }. Оставьте главные.
error-news-file-too-large = Файл { $size }{"\u00A0"}МБ, а бот передаёт до { $limit }{"\u00A0"}МБ. Выложите его на сайт и пришлите ссылку. Остальное сохранено.
error-news-file-unfit = Здесь ждут фото, видео или файл. Чтобы изменить текст, вернитесь на шаг назад.
error-news-too-many-files = В черновике уже { $limit } файлов. Уберите лишние кнопками ✕.
error-news-not-ready = Новость ещё не готова: посмотрите, чего не хватает.
error-news-claimed = Эту новость проверяет { $name }, до { $until }.
error-news-no-organisation = Не от кого писать: у Вас нет организации, и в кластере не указан ведущий колледж. Попросите координатора.
error-news-publish-too-early = Этот час уже прошёл. Напишите время в будущем.
error-news-moment-not-understood = Не удалось прочитать день и час. Напишите, например: { $example }.
error-news-event-days = Событие не может закончиться раньше, чем началось.
error-news-event-not-over = Событие начинается { $day }: ответить можно будет, когда оно пройдёт.
error-news-event-follows-meeting = Это заседание: событие переносится вместе с ним. Измените дату в разделе /meetings.
error-news-change-waits = По этой публикации уже есть предложение, которое ждёт решения.
error-news-post-unknown = Бот не знает номера этой публикации в канале и не может её изменить. Исправьте её в канале вручную.
error-news-nothing-changed = Это тот же текст, что уже опубликован.
