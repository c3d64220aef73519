# Советы и заседания: подготовка, ответы участников, ход заседания, протокол, «не реже раза в квартал»
menu-meetings = Заседания советов

# Общие слова
meetings-head = <b>{ $council }</b>
meetings-when = 📅 <b>{ $at }</b> – { $until }
meetings-date-open = 📅 Дата пока не назначена
meetings-place = 📍 { $place }
meetings-place-link = 🔗 { $place }
meetings-place-none = 📍 Место не указано
meetings-reason = Причина: { $reason }
meetings-reason-none = не указана
meetings-nobody = не назначен
meetings-somebody = замещающий
meetings-more = { $count ->
    [one] и ещё { $count }
   *[many] и ещё { $count }
 }
meetings-minutes-short = { $count } мин
meetings-secret-short = тайное голосование
meetings-photo-name = Фото
meetings-state-draft = ✏️ Черновик, участникам ничего не отправлено
meetings-state-announced = 📣 Объявлено
meetings-state-rescheduled = 🔁 Перенесено, ответы собираются заново
meetings-state-in-progress = 🟢 Идёт
meetings-state-minutes = 📝 Проведено, протокол не подписан
meetings-state-signed = ✅ Протокол подписан
meetings-state-cancelled = 🚫 Отменено
meetings-mark-draft = ✏️
meetings-mark-announced = 📣
meetings-mark-rescheduled = 🔁
meetings-mark-in-progress = 🟢
meetings-mark-minutes = 📝
meetings-mark-signed = ✅
meetings-mark-cancelled = 🚫

# Список
meetings-list = <b>Предстоящие заседания</b>
meetings-list-past = <b>Прошедшие заседания</b>
meetings-list-empty = Заседаний пока нет. Когда секретарь объявит заседание, придёт приглашение с датой и повесткой.
meetings-list-empty-runs = Заседаний пока нет. Создайте первое: совет, дата, место. Пока заседание не объявлено, участники о нём не узнают.
meetings-list-past-empty = Прошедших заседаний пока нет.
meetings-button-meeting = { $at } · { $council }
meetings-button-meeting-open = без даты · { $council }
meetings-button-new = ➕ Новое заседание
meetings-button-councils = 👥 Советы и состав
meetings-button-duty = 📊 Раз в квартал
meetings-button-coming = Предстоящие
meetings-button-past = Прошедшие
meetings-button-reminders = 🔔 Напоминания
meetings-button-list = ‹ К списку заседаний

# Карточка у секретаря
meetings-counter = Придут: <b>{ $comes } из { $total }</b> организаций, ещё не ответили: { $open }
meetings-forecast-likely = 🟢 Кворум вероятен: нужно { $needed }
meetings-forecast-at-risk = 🟡 Кворум под вопросом: нужно { $needed }
meetings-forecast-impossible = 🔴 Кворума не будет, даже если согласятся все, кто не ответил: нужно { $needed }
meetings-to-invite = Приглашения получат: { $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[many] { $people } человек
 } от { $organisations ->
    [one] { $organisations } организации
   *[many] { $organisations } организаций
 }.
meetings-members-none = ⚠️ В составе совета пока никого нет. Добавьте представителей организаций: «Советы и состав».
meetings-warning-day-off = ⚠️ Это нерабочий день.
meetings-warning-year = ⚠️ Переносы выходных на этот год ещё не известны, проверьте день по производственному календарю.
meetings-warning-collision = ⚠️ { $who }: в это время другое заседание, { $at }
meetings-poll-running = 🗳 Идёт опрос о дате до { $until }
meetings-agenda-head = <b>Повестка</b>
meetings-agenda-empty = Повестка пока пуста.
meetings-agenda-live = Заседание объявлено: об изменениях повестки участники узнают одним сообщением через несколько минут.
meetings-item = { $number }. { $title }
meetings-item-extra = {"    "}<i>{ $extra }</i>
meetings-item-marked = { $mark } { $number }. { $title }
meetings-material-link = {"    "}🔗 <a href="{ $url }">{ $name }</a>
meetings-material-file = {"    "}📎 { $name }
meetings-material-gone = Файл «{ $name }» в Telegram больше не хранится. Попросите секретаря приложить его ещё раз.
meetings-button-preview = 👁 Посмотреть и объявить
meetings-button-announce = 📣 Объявить
meetings-button-date = 📅 Дата
meetings-button-place = 📍 Место
meetings-button-agenda = 📋 Повестка
meetings-button-poll = 🗳 Опрос о дате
meetings-button-cancel = 🚫 Отменить заседание
meetings-button-refresh = 🔄 Обновить
meetings-button-invited = 👥 Кто придёт
meetings-button-begin = ▶️ Начать заседание
meetings-button-minutes = 📝 Протокол
meetings-button-to-meeting = ‹ К заседанию
meetings-button-to-agenda = ‹ К повестке
meetings-button-to-item = ‹ К вопросу
meetings-button-to-council = ‹ К совету
meetings-button-add-item = ➕ Вопрос
meetings-button-from-plan = 📄 Взять из плана
meetings-button-edit-item = ✏️ Изменить
meetings-button-secret = 🔒 Голосовать тайно
meetings-button-open-vote = 🔓 Голосовать открыто
meetings-button-drop-item = 🗑 Снять с повестки
meetings-button-up = ⬆️ Выше
meetings-plan-head = <b>Строки плана</b>
    Нажмите строку, она станет вопросом повестки.
meetings-plan-empty = Плана в кластере ещё нет. Добавьте вопрос словами.
meetings-preview-head = <b>Так увидит приглашение каждый участник:</b>
meetings-preview-chats = Также объявим: { $chats }. Если чат кластера ещё не подключён, объявления там не будет.
meetings-preview-no-chats = В группу и канал кластера не объявляем.
meetings-chat-group = группа кластера
meetings-chat-channel = канал кластера
meetings-toast-draft = Черновик сохранён.
meetings-toast-announced = Объявлено. Приглашения отправляются.
meetings-toast-cancelled = Заседание отменено.
meetings-toast-ended = Заседание завершено.
meetings-toast-preparing = Готовим файлы…
meetings-toast-date = Дата назначена.
meetings-toast-asked = Вопрос о дате отправлен участникам.
meetings-toast-saved = Записано.
meetings-answer-none = ▫️ { $who }: ответа нет
meetings-answer-again = 🔁 { $who }: ждём подтверждения новой даты
meetings-answer-yes = ✅ { $who }
meetings-answer-no = 🚫 { $who }: не придёт
meetings-answer-left = ➖ { $who }: организация вышла из совета, не учитывается
meetings-answer-substitute-linked = 🔗 { $who }: ищет замену ({ $name })
meetings-answer-substitute-asked = ⏳ { $who }: вместо — { $name }, ждём согласия
meetings-answer-substitute-accepted = ✅ { $who }: вместо придёт { $name }
meetings-answer-substitute-declined = 🚫 { $who }: { $name } не сможет заменить

# Приглашение и ответы
meetings-invited = <b>Вас приглашают на заседание</b>
meetings-invitation-head = <b>{ $council }</b>
meetings-own-none = 👉 Придёте?
meetings-own-again = 👉 Дата изменилась, подтвердите снова: придёте?
meetings-own-yes = ✅ Вы придёте
meetings-own-no = 🚫 Вы не придёте
meetings-own-substitute-linked = 🔗 Ссылка для замещающего готова, по ней пока никто не пришёл
meetings-own-substitute-asked = ⏳ Вместо Вас: { $name }. Ждём согласия
meetings-own-substitute-accepted = ✅ Вместо Вас придёт { $name }
meetings-own-substitute-declined = 🚫 { $name } не сможет прийти вместо Вас. Выберите другого или ответьте сами
meetings-own-for = <b>{ $organisation }</b>
meetings-as-substitute-linked = Вас просят прийти вместо: { $who }
meetings-as-substitute-asked = 👉 Вас просят прийти вместо: { $who }. Придёте?
meetings-as-substitute-accepted = ✅ Вы придёте вместо: { $who }
meetings-as-substitute-declined = 🚫 Вы отказались прийти вместо: { $who }
meetings-button-yes = Приду
meetings-button-no = Не приду
meetings-button-substitute = Пришлю замещающего
meetings-button-calendar = 🗓 В календарь
meetings-button-here = 🙋 Я на месте
meetings-button-agree = Приду
meetings-button-disagree = Не смогу
meetings-button-link = 🔗 Ссылка для замещающего
meetings-substitute-ask = Кто придёт вместо Вас от { $organisation }? Выберите коллегу или перешлите ссылку.
meetings-substitute-nobody = Из организации «{ $organisation }» в боте больше никого нет. Перешлите замещающему ссылку.
meetings-link = Вас просят прийти вместо меня на заседание: { $council }.
    { $when }
    
    Откройте ссылку и ответьте, придёте ли: { $link }
meetings-link-consent = Вас просят прийти на заседание вместо коллеги. Сначала нужно согласие на обработку данных; потом откройте эту же ссылку ещё раз.
meetings-substitute-asked = <b>Вас просят прийти на заседание вместо коллеги</b>
    { $who }, { $organisation }
meetings-substitute-agreed = <b>{ $name } придёт вместо Вас.</b>
meetings-substitute-declined = <b>{ $name } не сможет прийти вместо Вас.</b> Выберите другого или ответьте сами.
meetings-substitute-released = Приходить вместо коллеги больше не нужно: { $council }.
    { $when }
meetings-toast-yes = Спасибо, ждём Вас.
meetings-toast-no = Записали, что Вы не придёте.
meetings-toast-substitute = Коллегу спросили. Ответ придёт сюда.
meetings-toast-agreed = Спасибо, ждём Вас.
meetings-toast-disagreed = Записали. Коллега узнает.
meetings-toast-here = Отметили, что Вы на месте.
meetings-toast-voted = Голос принят.
meetings-reminders = <b>Напоминания о заседаниях</b>
    ✓ придёт, ▫️ не придёт. Часы тишины — в /settings.
meetings-before-7d = За неделю
meetings-before-1d = За день
meetings-before-2h = За два часа
meetings-date-open-toast = Дата заседания пока не назначена.
meetings-calendar-file = Заседание { $day }.ics

# Уведомления
meetings-changed = <b>Заседание изменилось</b>
    Вот как теперь.
meetings-moved = <b>Заседание перенесено</b>
    { $council }: было назначено на { $was }. Ответьте, пожалуйста, заново.
meetings-moved-released = Дата изменилась, и замещать коллегу Вас больше не просят. Если понадобится снова, придёт отдельный вопрос.
meetings-cancelled = <b>Заседание отменено</b>
    { $council }, { $at }.
    Причина: { $reason }
meetings-soon-7d = <b>Через неделю заседание: { $council }</b>
meetings-soon-1d = <b>Завтра заседание: { $council }</b>
meetings-soon-2h = <b>Через два часа заседание: { $council }</b>
meetings-began = <b>Заседание началось: { $council }</b>
    Отметьтесь, когда будете на месте: от этого зависит кворум.
meetings-alert = <b>{ $council }: отказ</b>
    { $who }: не придёт, хотя на это рассчитывали.
meetings-poll-over = <b>Опрос о дате закончен</b>
meetings-minutes-awaited = <b>Протокол не подписан</b>
    { $council }, заседание { $day }
    Проверьте протокол, подпишите и пришлите подписанный файл.
meetings-minutes-out = <b>Протокол подписан</b>
    { $council }, заседание { $day }
meetings-minutes-amended = <b>Изменение к протоколу</b>
    { $council }, заседание { $day }
    { $text }
meetings-quarter-empty = <b>{ $council }: { $quarter } квартал { $year } г.</b>
    Заседание не назначено, а по плану кластера оно нужно не реже одного раза в квартал. Назначьте дату.
meetings-post-announced = <b>Объявлено заседание</b>
meetings-post-rescheduled = <b>Заседание перенесено</b>
meetings-post-cancelled = <b>Заседание отменено</b>

# Опрос о дате
meetings-poll-head = <b>Опрос о дате: { $council }</b>
meetings-poll-empty = Добавьте две даты или больше, и участники отметят удобные.
meetings-poll-asked = Ответили { $came } из { $total }. Опрос идёт до { $until }.
meetings-poll-not-asked = { $count ->
    [one] Вопрос получит { $count } человек.
    [few] Вопрос получат { $count } человека.
   *[many] Вопрос получат { $count } человек.
 }
meetings-date = { $at } — да: { $yes }, если нужно: { $maybe }, нет: { $no }
meetings-date-best = ⭐️ <b>{ $at }</b> — да: { $yes }, если нужно: { $maybe }, нет: { $no }
meetings-poll-question = <b>Когда Вам удобно?</b>
    { $council }
meetings-poll-date = { $number }. { $at }
meetings-poll-until = Ответьте до { $until }. Ответ можно изменить.
meetings-suits-yes = { $number }: да
meetings-suits-maybe = если нужно
meetings-suits-no = нет
meetings-button-add-date = ➕ Дата
meetings-button-ask = ✉️ Спросить участников
meetings-button-choose-date = Назначить { $at }
meetings-button-drop-date = 🗑

# Заседание
meetings-quorum-there = 🟢 Кворум есть: { $present } из { $total }, нужно { $needed }
meetings-quorum-missing = 🔴 Кворума нет: { $present } из { $total }, нужно { $needed }. Вопросы носят совещательный характер.
meetings-item-quorum = Кворум при рассмотрении: { $present } из { $total }, нужно было { $needed }
meetings-item-consultative = Без кворума ({ $present } из { $total }, нужно было { $needed }): решение совещательное, обязательств по нему нет
meetings-heard = <b>Слушали:</b> { $text }
meetings-voting = 🗳 Проголосовали { $given } из { $present }: { $votes }
meetings-voting-secret = 🗳 Тайное голосование: проголосовали { $given } из { $present }
meetings-votes = за — { $yes }, против — { $no }, воздержались — { $abstained }
meetings-vote-carried = ✅ Принято: { $votes }
meetings-vote-not-carried = ❌ Не принято: { $votes }
meetings-vote-for = За
meetings-vote-against = Против
meetings-vote-abstained = Воздержаться
meetings-decision = 📌 { $text }
meetings-decision-executor = {"    "}Ответственный: { $executor }
meetings-decision-due = {"    "}Срок: { $day }
meetings-by-hand = Отметьте голоса, поданные вслух: 👍 за, 👎 против, ✋ воздержался.
meetings-present-hint = Нажмите имя, чтобы отметить, кто пришёл; ещё раз — кто ушёл.
meetings-substitute-of = { $name } (замещает)
meetings-end-ask = <b>Завершить заседание?</b>
    { $council }
meetings-end-left = { $count ->
    [one] ⚠️ Не рассмотрен { $count } вопрос.
    [few] ⚠️ Не рассмотрены { $count } вопроса.
   *[many] ⚠️ Не рассмотрено { $count } вопросов.
 }
meetings-end-decisions = { $count ->
    [0] Решений не записано. Добавить их можно и после завершения, до подписания протокола.
    [one] { $count } решение станет обязательством в плане.
    [few] { $count } решения станут обязательствами в плане.
   *[many] { $count } решений станут обязательствами в плане.
 }
meetings-ballot-head = { $secret ->
    [yes] <b>Тайное голосование</b>
   *[no] <b>Голосование</b>
 }
meetings-ballot-for = Голос: { $organisations }
meetings-ballot-given = ✅ Голос принят. При тайном голосовании изменить его нельзя.
meetings-here = <b>Вы на месте</b>
    { $council }. Когда начнётся голосование, сюда придут кнопки.
meetings-here-item = Сейчас: { $number }. { $title }
meetings-button-present = 🙋 Кто пришёл
meetings-button-end = ⏹ Завершить заседание
meetings-button-end-now = Завершить
meetings-button-not-yet = Пока нет
meetings-button-open-item = ▶️ Перейти к вопросу
meetings-button-next-item = ▶️ К вопросу { $number }
meetings-button-reopen-item = ↩️ Вернуться к вопросу
meetings-button-vote = 🗳 Начать голосование
meetings-button-by-hand = ✍️ Отметить голоса
meetings-button-all-for = Единогласно «за»
meetings-button-close-item = ✅ Закрыть вопрос
meetings-button-heard = ✍️ Слушали
meetings-button-decide = 📌 Решение

# Протокол
meetings-minutes-draft = Протокол можно править. Когда всё верно, подпишите его и пришлите подписанный файл.
meetings-minutes-signed = Протокол подписан { $at }. Изменения вносятся отдельным документом.
meetings-decisions-none = Решений нет.
meetings-amendment = ✏️ Изменение { $number }: { $text }
meetings-sign-ask = Пришлите подписанный протокол файлом (PDF или скан). После этого править протокол будет нельзя, только вносить изменения.
meetings-signed-name = Протокол
meetings-signed-gone = Подписанный файл в Telegram больше не хранится.
meetings-minutes-file = Протокол { $number } { $council }
meetings-button-files = 📄 Получить протокол (Word и PDF)
meetings-button-sign = 🖊 Прислать подписанный
meetings-button-signed-file = 📎 Подписанный файл
meetings-button-news = 📰 Новость о заседании
meetings-button-amend = ✏️ Внести изменение
meetings-button-heard-of = ✍️ Слушали, вопрос { $number }
meetings-button-decide-on = 📌 Решение, вопрос { $number }
meetings-button-drop-decision = 🗑
meetings-drop-ask = Убрать решение из протокола? Исполнителю его больше не напомнят.
meetings-button-drop-now = 🗑 Убрать решение
meetings-toast-dropped = Решение убрано.
meetings-toast-decided = Решение записано.
meetings-toast-amended = Изменение внесено.
meetings-paper-of-expert = заседания Экспертного совета
meetings-paper-of-coordination = заседания Координационного совета
meetings-paper-of-working-group = заседания: { $name }
meetings-paper-quorum = Присутствуют представители { $present } из { $total } организаций, кворум ({ $needed }) имеется.
meetings-paper-no-quorum = Присутствуют представители { $present } из { $total } организаций, кворума ({ $needed }) нет.
meetings-paper-substitute = { $organisation }: { $name } (замещает: { $who })
meetings-paper-votes = { $votes }
meetings-paper-secret-votes = тайно: { $votes }
meetings-paper-consultative = При рассмотрении вопроса кворума не было (присутствовали { $present }, нужно { $needed }): решение носит совещательный характер.
meetings-paper-executor = Ответственный: { $executor }.
meetings-paper-due = Срок: { $day }.
meetings-paper-amendment = { $day }: { $text }

# Советы
meetings-councils = <b>Советы и рабочие группы</b>
meetings-councils-empty = Советов пока нет. Создайте рабочую группу.
meetings-council-head = <b>{ $name }</b>
meetings-council-chair = Председатель: { $name }
meetings-council-secretary = Секретарь: { $name }
meetings-council-members = Состав: { $organisations ->
    [one] { $organisations } организация
    [few] { $organisations } организации
   *[many] { $organisations } организаций
 }, { $people ->
    [one] { $people } представитель
    [few] { $people } представителя
   *[many] { $people } представителей
 }
meetings-council-quorum = Кворум: { $rule }
meetings-council-needed = Сейчас для кворума нужно организаций: <b>{ $needed }</b>
meetings-rule-more-than-half = более половины организаций
meetings-rule-half = не менее половины организаций
meetings-rule-two-thirds = не менее двух третей организаций
meetings-quorum-ask = <b>Сколько организаций нужно для кворума?</b>
    Каждая организация — один голос. Правило действует для заседаний, которые ещё не объявлены.
meetings-members-head = <b>{ $council }: состав</b>
    { $organisations ->
        [one] { $organisations } организация
        [few] { $organisations } организации
       *[many] { $organisations } организаций
    }. Нажмите строку, чтобы завершить полномочия.
meetings-member = <b>{ $person }</b>
    { $organisation }
meetings-member-since = В составе с { $day }
meetings-member-until = Полномочия до { $day }
meetings-member-end-hint = После завершения полномочий организация не учитывается в кворуме, если других её представителей в совете нет.
meetings-calendar-head = <b>Календарь из документов кластера</b>
meetings-line-held = ✅ <b>{ $when }</b> — { $agenda }
meetings-line-draft = ✏️ <b>{ $when } { $year }</b> — { $agenda }
meetings-button-new-group = ➕ Рабочая группа
meetings-button-members = 👥 Состав
meetings-button-quorum = ⚖️ Кворум
meetings-button-chair = Председатель
meetings-button-secretary = Секретарь
meetings-button-group-on = ✓ В группу
meetings-button-group-off = ▫️ В группу
meetings-button-channel-on = ✓ В канал
meetings-button-channel-off = ▫️ В канал
meetings-button-calendar-lines = 📅 Календарь из документов
meetings-button-make = ➕ { $when }
meetings-button-add-member = ➕ Представитель организации
meetings-button-end-member = Завершить полномочия

# Не реже раза в квартал
meetings-duty-head = <b>Заседания { $year } г.</b>
    По плану — не реже одного раза в квартал.
meetings-duty-council = <b>{ $name }</b>
meetings-quarter = { $quarter } квартал: { $standing }
meetings-quarter-warns = ⚠️ { $quarter } квартал: { $standing }
meetings-standing-draft = черновиков: { $count }
meetings-standing-planned = назначено: { $count }
meetings-standing-held = проведено: { $count }, протоколов подписано: { $signed }
meetings-standing-none = заседания не было
meetings-standing-empty = ничего не назначено
meetings-duty-warnings = { $count ->
    [0] Замечаний нет.
    [one] ⚠️ Требует внимания { $count } квартал.
    [few] ⚠️ Требуют внимания { $count } квартала.
   *[many] ⚠️ Требуют внимания { $count } кварталов.
 }
meetings-button-duty-file = ⬇️ Таблица за год
meetings-duty-title = Заседания советов, { $year } г.
meetings-duty-made = Составлено { $day }
meetings-duty-name = Заседания { $year }.xlsx
meetings-column-council = Совет
meetings-column-quarter = { $quarter } квартал

# Формы
meetings-form-meeting = Новое заседание
meetings-form-date = Дата заседания
meetings-form-place = Место и длительность
meetings-form-item = Вопрос повестки
meetings-form-cancel = Отмена заседания
meetings-form-poll = Опрос о дате
meetings-form-group = Новая рабочая группа
meetings-form-member = Представитель организации
meetings-form-head = Кто ведёт совет
meetings-form-heard = Слушали
meetings-form-decision = Решение
meetings-form-amendment = Изменение к протоколу
meetings-ask-council = Какой совет собирается?
meetings-ask-day = Когда? Выберите день или напишите словами: «24.05 14:00», «завтра в 15», «в пятницу 10:00».
meetings-ask-day-open = Когда? Выберите день или напишите словами: «24.05 14:00», «завтра в 15», «в пятницу 10:00». Если дата ещё не известна, пропустите: потом можно спросить участников.
meetings-ask-time = Во сколько? Выберите или напишите, например 14:30.
meetings-ask-minutes = Сколько минут займёт заседание?
meetings-ask-place = Где? Адрес или ссылка на видеовстречу.
meetings-ask-item = Какой вопрос рассматривается?
meetings-ask-speaker = Кто докладывает?
meetings-ask-item-minutes = Сколько минут на вопрос?
meetings-ask-material = Пришлите материалы: файл или ссылку.
meetings-ask-reason = Почему заседание отменяется? Причину увидят все приглашённые.
meetings-ask-poll-until = До какого дня ждать ответов? В этот день в 18:00 Вы получите итог.
meetings-ask-group = Как назвать рабочую группу?
meetings-ask-organisation = Какую организацию представляет?
meetings-ask-delegate = Кто представляет? Если человека нет в списке, пригласите его: /people.
meetings-ask-until = До какого дня полномочия включительно? Если срока нет, пропустите.
meetings-ask-head = Кто? Пропустите, чтобы не назначать никого.
meetings-ask-heard = Что доложили и обсудили? Этот текст войдёт в протокол. Длинный текст можно прислать несколькими сообщениями.
meetings-heard-more = Записано { $count ->
        [one] { $count } знак
        [few] { $count } знака
       *[many] { $count } знаков
    }. Если это не всё, пришлите продолжение: оно встанет ниже. Чтобы переписать заново, нажмите «✏️».
meetings-ask-decision = Что решили? Одним предложением, как в протоколе.
meetings-ask-executor = Какая организация отвечает? Если это дело координатора, пропустите.
meetings-ask-responsible = Кто лично? Можно пропустить.
meetings-ask-due = До какого дня? Выберите или напишите. Если срока нет, пропустите.
meetings-ask-amendment = Что изменить в протоколе? Изменение получат все, кого приглашали.
meetings-label-council = Совет
meetings-label-day = Дата
meetings-label-time = Время
meetings-label-minutes = Длительность
meetings-label-place = Место
meetings-label-item = Вопрос
meetings-label-speaker = Докладчик
meetings-label-item-minutes = Время на вопрос
meetings-label-material = Материалы
meetings-label-reason = Причина
meetings-label-poll-until = Ответы до
meetings-label-group = Название
meetings-label-organisation = Организация
meetings-label-delegate = Представитель
meetings-label-until = Полномочия до
meetings-label-head = Кто
meetings-label-heard = Слушали
meetings-label-decision = Решили
meetings-label-executor = Ответственная организация
meetings-label-responsible = Ответственный
meetings-label-due = Срок
meetings-label-amendment = Изменение
meetings-date-open-hint = Дату можно назначить позже или выбрать опросом участников.
meetings-move-consequence = Участники узнают о новой дате, ответы соберём заново, напоминания сдвинутся.
meetings-cancel-consequence = Приглашённые получат сообщение об отмене, запись исчезнет из их календарей.

# Отказы
error-meetings-when-not-understood = Не удалось понять дату. Напишите, например, { $example }, «завтра в 15» или «в пятницу 10:00».
error-meetings-when-passed = Это время уже прошло. Напишите, например, { $example }.
error-meetings-time-not-understood = Не удалось понять время. Напишите, например, 14:30.
error-meetings-wrong-state = { $state ->
    [draft] Заседание ещё не объявлено.
    [announced] Заседание объявлено, но ещё не началось.
    [rescheduled] Заседание перенесено, но ещё не началось.
    [in_progress] Заседание уже идёт.
    [minutes] Заседание уже прошло, протокол на подписании.
    [signed] Протокол уже подписан.
   *[cancelled] Заседание отменено.
 }
error-meetings-nothing-to-announce = { $missing ->
    [date] Объявить пока нельзя: назначьте дату в будущем.
    [place] Объявить пока нельзя: укажите место или ссылку.
    [agenda] Объявить пока нельзя: добавьте в повестку хотя бы один вопрос.
   *[members] Объявить пока нельзя: в составе совета на этот день никого нет. Добавьте представителей: «Советы и состав».
 }
error-meetings-answers-closed = Ответы на это заседание больше не меняются.
error-meetings-substitute-unfit = Этот человек не может быть замещающим: он не из этой организации или уже приглашён.
error-meetings-link-used = Эта ссылка больше не действует. Попросите коллегу прислать новую.
error-meetings-no-vote-now = Сейчас проголосовать нельзя: голосование не идёт или Вы не отмечены на заседании.
error-meetings-voted-secretly = Ваш голос уже принят. При тайном голосовании изменить его нельзя.
error-meetings-item-open = Сначала закройте вопрос { $number }.
error-meetings-items-left = Сначала закройте вопрос { $number }.
error-meetings-minutes-signed = Протокол подписан. Внесите изменение отдельным документом.
error-meetings-poll-closed = Опрос о дате уже закончен.
error-meetings-poll-empty = Для опроса нужны хотя бы две даты и участники в составе совета.
error-meetings-too-many = Больше { $limit } не помещается.
error-meetings-member-already = Этот человек уже представляет эту организацию в совете.
error-meetings-person-unfit = У этого человека сейчас нет роли в кластере.
error-meetings-too-early = Начать можно в день заседания, { $day }.
error-meetings-material-expected = Нужны файл, фото или ссылка целиком, например https://example.org/page.
