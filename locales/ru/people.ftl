# Люди: начало, согласие, приглашения, заявки, роли, настройки, персональные данные

role-administrator = администратор
role-coordinator = координатор
role-college = представитель колледжа
role-expert = эксперт предприятия
role-enterprise = представитель предприятия
role-mentor = наставник
role-intern = практикант
role-at = { $role }, { $organisation }

language-ru = Русский
language-en = English

start-greeting = <b>Здравствуйте!</b>
    Это бот образовательно-отраслевого кластера: экспертиза программ, практика, встречи и новости колледжей и предприятий.
start-button = Начать
start-without-invitation = Продолжить без приглашения

group-write-privately = Я отвечаю в личной переписке: там не видно чужих данных.
group-write-button = Написать боту

# Согласие
consent-lead = Чтобы работать с Вами, нужно согласие на обработку персональных данных. Пока Вы не согласились, мы ничего о Вас не сохраняем. Вот текст целиком:
consent-text = <b>Согласие на обработку персональных данных</b>
    <i>(Федеральный закон от 27.07.2006 №{"\u00A0"}152-ФЗ)</i>

    Я даю согласие оператору — { $operator } — на обработку моих персональных данных с помощью этого бота.

    <b>Для чего:</b> участие в работе кластера: приглашения и роли, экспертиза программ и подписание экспертных листов, организация практики и встреч, напоминания о сроках.
    <b>Какие данные:</b> идентификатор в Telegram; имя; должность; организация и роль; язык и часы тишины; ответы, замечания и файлы, которые я отправляю боту; дата и время действий.
    <b>Что с ними делают:</b> сбор, запись, хранение, уточнение, использование, передача участникам того же кластера в объёме их ролей, обезличивание, удаление. Данные не передаются другим кластерам и не публикуются без отдельного согласия.
    <b>Срок:</b> со дня согласия до его отзыва.
    <b>Отзыв:</b> в любой момент командой /privacy. Сообщения прекращаются сразу, данные удаляются или обезличиваются; в подписанных документах вместо имени остаётся код.

    Версия текста: { $version }
consent-operator-owner = владелец этой установки бота
consent-agree = ✅ Согласен / согласна
consent-later = Не сейчас
consent-later-answer = Хорошо. Ничего о Вас не сохранено. Когда решите начать, откройте текст согласия снова. Без согласия доступны /help и /privacy.
consent-read = Открыть текст согласия
consent-thanks = Спасибо, согласие принято. Отозвать его можно в любой момент: /privacy.

# Знакомство
introduction-ask-name = Как указывать Вас в документах? Напишите фамилию, имя и отчество, например: <i>Иванова Ольга Петровна</i>.
    В Telegram Вы подписаны так: { $name }.
introduction-keep = Оставить: { $name }
introduction-ask-position = Какая у Вас должность? Напишите, например: <i>главный технолог</i>. Она нужна в строке подписи; указать её можно и позже в настройках.

# Приглашения
invitation-offer = <b>Вас приглашают</b> в кластер «{ $cluster }».
    Роль: { $role }.
    Приглашение действует до { $until }.
invitation-accept = ✅ Принять приглашение
invitation-accepted = <b>Добро пожаловать!</b>
    Вы в кластере «{ $cluster }».
    Роль: { $role }.
invitation-already = У Вас уже есть эта роль в кластере «{ $cluster }»: { $role }. Ссылка не израсходована.
invitation-list = <b>Приглашения</b> · { $count }
    Выберите ссылку, чтобы увидеть, кто по ней пришёл, или отозвать её.
invitation-list-empty = <b>Приглашения</b>
    Пока ни одной ссылки. Создайте первую и перешлите её человеку: по ней он сразу получит роль.
invitation-line = { $state } · { $role } { $organisation } · { $used } из { $uses }
invitation-new = ➕ Новая ссылка
invitation-state-open = 🟢 действует
invitation-state-expired = ⌛ истекла
invitation-state-revoked = ⛔ отозвана
invitation-state-used-up = ✔ использована
invitation-card = <b>Приглашение</b>
    Роль: { $role }
    Состояние: { $state }
    Пришли по ней: { $used } из { $uses }
    Создана { $created }, срок до { $until }
invitation-use = { $at } — { $name }
invitation-use-more = …и ещё { $count }
invitation-use-none = По этой ссылке ещё никто не пришёл.
invitation-revoke = ⛔ Отозвать
invitation-revoke-ask = Отозвать приглашение ({ $role })? Новые люди по ссылке не войдут; кто уже вошёл, останется.
invitation-revoke-really = Да, отозвать
invitation-revoked = Ссылка отозвана.
invitation-revoked-already = Ссылка уже была отозвана.
invitation-see = Открыть приглашение
invitation-to-list = К списку приглашений
invitation-form-title = Новая ссылка-приглашение
invitation-ask-role = Какую роль получит человек? Роли, для которых в справочнике ещё нет организации, здесь не показаны.
invitation-ask-organisation = От какой организации?
invitation-ask-uses = Для скольких человек ссылка?
invitation-uses-label = Сколько человек
invitation-uses = { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
 }
invitation-ask-days = Сколько дней действует ссылка?
invitation-days-label = Действует
invitation-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
 }
invitation-forward = Здравствуйте! Приглашаем Вас в кластер «{ $cluster }».
    Роль: { $role }.
    Откройте ссылку и нажмите «Начать»: { $link }
    Приглашение действует до { $until }.
invitation-made = Перешлите сообщение выше. Ссылка показана один раз: в базе хранится только её отпечаток. { $count ->
    [one] Войти по ней сможет один человек.
   *[many] Войти по ней смогут столько человек: { $count }.
 }
    Когда по ней придут, Вы получите сообщение.
invitation-shown-before = Эта ссылка уже создана и показана выше. Если её не сохранили, отзовите её и создайте новую.
invitation-used-notice = По Вашему приглашению пришёл человек: <b>{ $name }</b>. Роль: { $role }.

# Заявки на доступ
access-ask-button = Попросить доступ
access-ask-again = Отправить новую заявку
access-form-title = Заявка на доступ
access-no-clusters = Пока нет ни одного кластера, в который можно попроситься. Загляните позже.
access-ask-cluster = В какой кластер?
access-cluster-label = Кластер
access-ask-role = Какая роль Вам нужна?
access-role-label = Роль
access-ask-organisation = От какой организации? Выберите из списка или напишите название, если её там нет.
access-organisation-label = Организация
access-ask-message = Что сообщить координатору? Например: кто Вы и какие программы ведёте. До 500{"\u00A0"}знаков.
access-message-label = Сообщение
access-asked = <b>Заявка отправлена.</b>
    Кластер: «{ $cluster }».
    Роль: { $role }.
    Координатор рассмотрит её, и Вы получите ответ здесь.
access-list = <b>Заявки на доступ</b> · { $count }
    Сначала те, что ждут дольше.
access-list-empty = <b>Заявки на доступ</b>
    Новых заявок нет. Чтобы позвать человека самим, создайте приглашение.
access-line = { $name } · { $role }
access-card = <b>{ $name }</b> просит доступ.
    Должность: { $position }
    Кластер: «{ $cluster }»
    Роль: { $role }
    Заявка от { $at }
access-card-message = <blockquote>{ $message }</blockquote>
access-approve = ✅ Принять…
access-refuse = Отказать…
access-to-list = К списку заявок
access-confirm = Принять <b>{ $name }</b>?
    Роль: { $role }.
access-confirm-button = ✅ Да, принять
access-other-role = Другая роль
access-other-organisation = Другая организация
access-choose-role = Какую роль дать? Заявитель: { $name }.
access-choose-organisation = От какой организации? В заявке: { $named }. Роль: { $role }.
access-choose-organisation-empty = В справочнике кластера нет подходящей организации. В заявке: { $named }. Роль: { $role }. Добавьте организацию в справочник и вернитесь к заявке.
access-ask-reason = Почему отказ? Напишите причину одним сообщением, до 300{"\u00A0"}знаков: её увидит { $name }.
access-state-waiting = ждёт решения
access-state-approved = принята
access-state-refused = отклонена
access-state-withdrawn = отозвана заявителем
access-decided-already = Уже решено: { $state }.
access-decided-approved = ✅ Принята: { $by }, { $at }.
access-decided-refused = ⛔ Отклонена: { $by }, { $at }. Причина: { $reason }
access-decided-withdrawn = Заявитель отозвал согласие, { $at }.
access-notice = <b>Новая заявка на доступ</b>
access-approved-notice = <b>Заявка принята.</b>
    Вы в кластере «{ $cluster }».
    Роль: { $role }.
access-refused-notice = <b>Заявка отклонена.</b>
    Кластер: «{ $cluster }».
    Роль: { $role }.
    Причина: { $reason }

# Люди кластера
people-home = <b>Люди кластера</b>
    Участников: { $people }. Заявок ждёт решения: { $waiting }.
people-people-button = Участники
people-invitations-button = Приглашения
people-requests-button = Заявки на доступ ({ $waiting })
people-list = <b>Участники</b> · { $count }
people-found = Нашлось по словам «{ $words }»: { $count }. Чтобы искать другое, просто напишите.
people-found-none = По словам «{ $words }» никого нет. Напишите другие слова или откройте всех.
people-search = 🔍 Найти
people-all = Показать всех
people-ask-search = Кого найти? Напишите часть имени или должности.
people-card = <b>{ $name }</b>
    { $position }
people-role-since = • { $role } — с { $since }
people-blocked = Человек заблокировал бота: сообщения к нему не доходят.
people-end-role = Снять роль: { $role }
people-end-ask = Снять роль? { $name }: { $role }. Человек узнает об этом.
people-end-really = Да, снять роль
people-role-ended = Роль снята.
people-role-ended-already = Роль уже была снята.
people-role-ended-screen = Роль снята: { $role }. Вернуть её можно новым приглашением.
people-role-ended-before = Эта роль уже снята { $at }: { $role }.
people-role-ended-notice = Вам больше не назначена роль: { $role } (кластер «{ $cluster }»). Вопросы — к координатору кластера.

# Кластеры
cluster-none-yet = <b>База пуста.</b> Начнём с кластера.
cluster-none-chosen = Вы не работаете ни в одном кластере. Выберите кластер или создайте новый.
cluster-create-button = ➕ Создать кластер
cluster-choose-button = Выбрать кластер
cluster-switch-button = Сменить кластер
cluster-switched = Готово.
cluster-choose = В каком кластере работать?
cluster-choose-empty = Пока нет кластера, в котором у Вас есть роль.
cluster-create = Какой кластер создать?

    <b>Встроенный</b> — промышленный кластер Томской области: колледжи, предприятия, советы, планы и экспертный лист из исходных документов.
    <b>Пустой</b> — только название и экспертный лист; организации добавите сами.
cluster-builtin-button = Промышленный кластер Томской области
cluster-empty-button = Пустой кластер
cluster-created = <b>Кластер создан:</b> «{ $name }».
    Организаций: { $organisations }, специальностей: { $specialities }.
    Вы — его координатор. { $organisations ->
        [0] Дальше добавьте в справочник колледжи и предприятия: люди приходят от их имени.
       *[other] Дальше пригласите людей.
    }
cluster-form-title = Новый кластер
cluster-ask-name = Как называется кластер?
cluster-name-label = Название

# Настройки
settings-screen = <b>Настройки</b>
    Имя в документах: { $name }
    Должность: { $position }
    Язык: { $language }
    Часы тишины: { $quiet }
settings-position-none = не указана
settings-name = ✏️ Имя
settings-position = ✏️ Должность
settings-language = Язык
settings-quiet = Часы тишины
settings-saved = Сохранено.
settings-ask-language = На каком языке Вам писать?
settings-quiet-never = не заданы
settings-quiet-span = с { $start } до { $end }
settings-quiet-never-button = Без часов тишины
settings-quiet-span-button = { $start }–{ $end }
settings-days-off = в нерабочие дни не беспокоить
settings-days-all = писать можно и в нерабочие дни
settings-days-off-button = Не беспокоить в нерабочие дни
settings-days-all-button = Писать и в нерабочие дни
settings-ask-quiet = Когда Вас не беспокоить? Сейчас: { $now }.
    Выберите или напишите, например: <i>21:00–7:30</i>. Время — по часовому поясу кластера. Напоминания подождут; срочное (встреча через 3{"\u00A0"}часа) придёт сразу.

# Персональные данные
privacy-nothing = О Вас ничего не сохранено: согласия ещё нет. Вот текст, с которым мы попросим согласиться:
privacy-to-consent = Перейти к согласию
privacy-kept = <b>Ваши данные</b>
    Имя: { $name }
    Должность: { $position }
    Идентификатор в Telegram, язык, часы тишины
    Роли: { $roles }, заявки: { $requests }
    Ваши ответы и действия в кластере
    Согласие: версия { $version }, дано { $since }
privacy-download = ⬇️ Скачать мои данные
privacy-read-text = Текст согласия
privacy-withdraw = Отозвать согласие…
privacy-preparing = Готовлю файл…
privacy-file = Всё, что сохранено о Вас.
privacy-withdraw-ask = <b>Отозвать согласие?</b>
    Сообщения прекратятся сразу, роли закончатся, имя и другие данные будут удалены; в подписанных документах останется код. Вернуть удалённое нельзя, но можно прийти снова по новому приглашению.
privacy-withdraw-really = Да, отозвать и удалить
privacy-withdrawn = <b>Согласие отозвано { $at }.</b>
    Данные удалены. Ваш код в документах: <code>{ $code }</code>. Координатор получил акт с этим кодом, без имени.
    Спасибо, что были с нами. Вернуться можно командой /start.
privacy-withdrawn-notice = <b>Акт об отзыве согласия.</b>
    Участник <code>{ $code }</code> отозвал согласие на обработку персональных данных. Роли закончены, данные удалены, в документах стоит код. Если участник был в экспертизе, назначьте замену.
privacy-withdrawn-last = Это был последний координатор кластера: пригласите нового.

error-quiet-hours-not-understood = Не удалось прочитать часы. Напишите, например: 21:00–7:30.
error-name-needed = Напишите, пожалуйста, словами.
error-last-coordinator = Это последний координатор кластера: без него никто не сможет пригласить людей. Сначала назначьте другого.
error-organisation-needed = Для этой роли нужна организация. Выберите её из списка.
error-organisation-unfit = Эта организация не подходит к роли. Выберите другую: например, для эксперта — предприятие.
error-consent-outdated = Текст согласия обновился. Откройте его снова: /start.
error-invitation-refused = По этой ссылке войти нельзя. Попросите у координатора новую.
error-invitation-unknown = Такого приглашения нет. Проверьте, что ссылка скопирована целиком, или попросите новую у координатора.
error-invitation-expired = Срок этого приглашения истёк. Попросите у координатора новое.
error-invitation-revoked = Это приглашение отозвано. Если Вы его ждали, напишите координатору.
error-invitation-used-up = По этому приглашению уже вошли все, для кого оно было. Попросите у координатора новое.
error-invitation-spent = Вы уже входили по этой ссылке, и та роль закончилась. Попросите у координатора новое приглашение.
error-invitation-terms = Такую ссылку создать нельзя: выберите срок и число людей кнопками.
error-too-many-guesses = Слишком много неверных ссылок. Подождите { $minutes }{"\u00A0"}мин и откройте приглашение снова.
error-role-held = Эта роль у Вас уже есть: откройте /menu.
error-too-many-requests = У Вас уже ждут решения заявки: { $limit }. Дождитесь ответа координатора.
