# Установка: что требует внимания администратора, недошедшие письма
installation-menu = Установка
installation-head = <b>Установка бота</b>
installation-all-well = ✅ Всё в порядке: письма доходят, обновления обработаны.
installation-needs-a-look = <b>Требует внимания</b>
installation-dead = ⚠️ Не доставлено писем: { $count }
installation-uncertain = ❓ Неизвестно, дошло ли: { $count }
installation-set-aside = 📥 Отложено обновлений: { $count }
installation-waiting = Писем ждёт отправки сейчас: { $due }, позже: { $later }
installation-reminders = Запланировано напоминаний: { $count }
installation-updates-waiting = Обновлений ждёт обработки: { $count }
installation-about = Версия { $version }. База данных: { $database }, { $size }{"\u00A0"}МБ.
installation-sqlite = SQLite
installation-postgresql = PostgreSQL
installation-letters-button = ✉️ Письма · { $count }
installation-updates-button = 📥 Отложенные обновления · { $count }
installation-refresh = 🔄 Обновить
installation-to-home = ‹ К установке
installation-to-letters = ‹ К письмам
installation-see = Посмотреть

installation-letters = <b>Письма, требующие внимания</b> · { $count }
    ⚠️ — не доставлено, ❓ — неизвестно, дошло ли. Выберите письмо, чтобы решить, что с ним делать.
installation-letters-empty = <b>Письма</b>
    Всё доставлено, решать нечего.
installation-line-dead = ⚠️ { $kind } · { $to }
installation-line-uncertain = ❓ { $kind } · { $to }
installation-letter = <b>Письмо: { $kind }</b>
    Кому: { $to }
    Срок отправки: { $at }
    Неудачных попыток: { $attempts }
installation-nobody = неизвестно кому
installation-chat = чат { $chat }
installation-chat-of = канал или чат: { $cluster }
installation-state-dead = ⚠️ <b>Не доставлено.</b> Когда причина устранена, отправьте ещё раз. Если письмо уже не нужно, уберите его.
installation-state-uncertain = ❓ <b>Неизвестно, дошло ли.</b> Посмотрите в канале или чате. Если сообщение там есть, нажмите «Дошло»; если нет — отправьте ещё раз.
installation-state-waiting = ⏳ Ждёт отправки.
installation-state-sending = ⏳ Отправляется.
installation-state-sent = ✅ Доставлено.
installation-state-skipped = Убрано: отправляться не будет.
installation-again = 🔁 Отправить ещё раз
installation-drop = 🗑 Убрать
installation-arrived = ✅ Дошло
installation-sent-again = Поставлено в очередь на отправку.
installation-confirmed = Отмечено: дошло.
installation-dropped = Письмо убрано.
installation-resolved-before = С этим письмом уже что-то сделали. Показываю, как сейчас.

installation-error-blocked = Причина: человек остановил бота или удалил учётную запись, и заменить его некому.
installation-error-no-address = Причина: этому человеку больше нельзя писать, согласие отозвано.
installation-error-unknown-kind = Причина: эта версия программы не знает таких писем. Так бывает после возврата к прежней версии.
installation-error-rendering = Причина: ошибка программы при составлении текста. Подробности в журнале работы сервера.
installation-error-stopped = Причина: программа остановилась во время отправки.
installation-error-no-answer = Причина: связь с Telegram оборвалась во время отправки.
installation-error-chat-not-found = Причина: Telegram не находит этот чат.
installation-error-no-rights = Причина: у бота нет права писать в этот канал или чат. Верните его в чат администратором с правом публикации.
installation-error-busy = Причина: Telegram долго отвечал ошибкой.
installation-error-other = Причина, как её назвал Telegram: <code>{ $text }</code>

installation-updates = <b>Отложенные обновления</b> · { $count }
    Их не удалось обработать. Причина подробно — в журнале работы сервера, по номеру. Кнопка убирает обновление из списка и стирает его содержимое.
installation-updates-empty = <b>Отложенные обновления</b>
    Таких нет: всё, что прислал Telegram, обработано.
installation-update = <b>{ $id }</b>, { $at }
    { $why }
installation-update-failed = Ошибка программы: <code>{ $name }</code>
installation-update-not-understood = Не удалось прочитать: <code>{ $text }</code>
installation-dismiss = 🗑 Убрать { $id }
installation-dismissed = Убрано, содержимое стёрто.
installation-dismissed-before = Это обновление уже убрали.

installation-notice = <b>Боту нужно внимание администратора</b>
    Недошедших писем: { $letters }, отложенных обновлений: { $updates }.
    Напомню завтра, если что-то останется.
installation-post-notice = <b>Публикация требует внимания</b>

# Что это за письмо
installation-kind-other = письмо другой версии программы
installation-kind-people-access-requested = просьба о доступе
installation-kind-people-access-decided = ответ на просьбу о доступе
installation-kind-people-invitation-used = по приглашению пришли
installation-kind-people-role-ended = роль снята
installation-kind-people-consent-withdrawn = согласие отозвано
installation-kind-evaluation-invited = приглашение эксперту
installation-kind-evaluation-sheet-due = напоминание эксперту о сроке
installation-kind-evaluation-nudged = просьба координатора к эксперту
installation-kind-evaluation-deadline-moved = срок экспертизы перенесён
installation-kind-evaluation-no-longer-awaited = экспертный лист больше не нужен
installation-kind-evaluation-signed = подписанный экспертный лист
installation-kind-evaluation-sheet-came = экспертный лист получен
installation-kind-evaluation-declined = эксперт отказался
installation-kind-evaluation-sheets-due = ход экспертизы перед сроком
installation-kind-installation-trouble = сообщение администратору о неполадках
installation-kind-installation-post-in-doubt = вопрос о публикации
installation-kind-calendar-year-unknown = год без производственного календаря
installation-kind-chats-offered = предложение подключить канал или группу
installation-kind-chats-ready = канал или группа подключены
installation-kind-chats-lost = бот больше не может писать в канал или группу
installation-kind-news-files-taken = файлы новости приняты
installation-kind-news-came = новость на проверку
installation-kind-news-review-late = новость ждёт проверки дольше обещанного
installation-kind-news-changes-asked = новость вернули на исправление
installation-kind-news-rejected = новость отклонена
installation-kind-news-published = новость опубликована
installation-kind-news-failed = новость не вышла
installation-kind-news-doubtful = неизвестно, вышла ли новость
installation-kind-news-post = публикация новости
installation-kind-news-post-change = исправление или отзыв публикации
installation-kind-news-change-proposed = предложена правка публикации
installation-kind-news-change-decided = решение о правке публикации
installation-kind-news-change-failed = правка публикации не получилась
installation-kind-news-owed = напоминание о новости
installation-kind-news-missing = колледж не написал новость
installation-kind-news-answered = ответ о новости
installation-kind-news-event-changed = событие для новости
installation-kind-news-deadlines-moved = сроки новостей изменились
installation-kind-news-press-named = назначен ответственный за новости
installation-kind-evaluation-answer-due = приглашение эксперту ждёт ответа
installation-kind-evaluation-college-answered = колледж ответил по программе
installation-kind-evaluation-conflict-seen = замечен конфликт интересов
installation-kind-evaluation-coordinator-wanted = программе нужен другой координатор
installation-kind-evaluation-fixes-due = колледжу о сроке исправлений
installation-kind-evaluation-fixes-overdue = исправления не пришли в срок
installation-kind-evaluation-programme-named = колледж назвал программу
installation-kind-evaluation-programme-opened = программу открыли для оценки
installation-kind-evaluation-programme-wanted = от колледжа ждут программу
installation-kind-evaluation-recheck-asked = просьба проверить исправления
installation-kind-evaluation-recheck-done = исправления проверены
installation-kind-evaluation-released = результат экспертизы для колледжа
installation-kind-evaluation-reopened = экспертный лист открыт заново
installation-kind-evaluation-set-aside = экспертный лист не учитывается
installation-kind-evaluation-silent = эксперт не ответил в срок
installation-kind-meetings-answer-changed = ответ на приглашение изменён
installation-kind-meetings-began = заседание началось
installation-kind-meetings-cancelled = заседание отменено
installation-kind-meetings-cancelled-now = срочно: заседание отменено
installation-kind-meetings-changed = заседание перенесено или изменено
installation-kind-meetings-changed-now = срочно: заседание изменено
installation-kind-meetings-dates-proposed = выбор даты заседания
installation-kind-meetings-invited = приглашение на заседание
installation-kind-meetings-minutes-awaited = протокол не подписан
installation-kind-meetings-minutes-out = протокол подписан
installation-kind-meetings-poll-over = выбор даты закончен
installation-kind-meetings-posted = объявление о заседании
installation-kind-meetings-quarter-empty = квартал без заседания
installation-kind-meetings-soon = напоминание о заседании
installation-kind-meetings-substitute-answered = ответ заместителя
installation-kind-meetings-substitute-asked = просьба заменить на заседании
installation-kind-meetings-substitute-released = замена больше не нужна
installation-kind-meetings-very-soon = заседание вот-вот начнётся
installation-kind-meetings-vote-opened = голосование на заседании
installation-kind-plan-cannot = исполнитель не может выполнить
installation-kind-plan-day = напоминание о сроках плана
installation-kind-plan-decided = решение о сроке исполнителя
installation-kind-plan-given = поручение по плану
installation-kind-plan-made = обязательства по плану
installation-kind-plan-moved = срок по плану перенесён
installation-kind-plan-week = план на неделю
installation-kind-practice-left-out = место практики не найдено
installation-kind-practice-run-finished = подбор готов
