# План работы: обязательства, сроки, напоминания
plan-executor-coordinator = координатор
plan-and-more = { $names } и ещё { $count }
plan-due-none = срок не указан
plan-due-today = срок сегодня
plan-due-left = до { $day }, { $left ->
    [one] остался { $left } рабочий день
    [few] осталось { $left } рабочих дня
   *[many] осталось { $left } рабочих дней
 }
plan-due-late = срок был { $day }, просрочено на { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }

# Напоминание дня: одно сообщение, сколько бы ни было обязательств
plan-ping-executor = ⏰ <b>Ваши сроки по плану</b>
plan-ping-snoozed = 🔔 <b>Вы просили напомнить</b>
plan-ping-progress = 📝 <b>Квартал заканчивается: напишите, что сделано</b>
plan-ping-head = ⏰ <b>Сегодня срок у Вашей организации</b>
plan-ping-coordinator = ⚠️ <b>Просрочено исполнителями</b>
plan-ping-chair = 🔴 <b>Просрочено больше пяти рабочих дней</b>
plan-ping-date = ❓ <b>В плане нет срока</b>
    Если он уже известен, укажите его.
plan-ping-item = • <b>{ $name }</b>
    { $executors }: { $due }
plan-ping-own = • <b>{ $name }</b>
    { $due }
plan-ping-more = { $count ->
    [one] и ещё { $count } пункт
    [few] и ещё { $count } пункта
   *[many] и ещё { $count } пунктов
 }
error-plan-obligation-closed = { $state ->
    [done] Этот пункт уже выполнен.
    [waived] Этот пункт снят координатором.
    [cannot] По этому пункту ждём решения координатора.
   *[other] Сейчас этого сделать нельзя: пункт уже в другом состоянии.
 }
error-plan-day-passed = Этот день уже прошёл. Подойдёт { $first } или позже.
error-plan-proof-expected = Это не подойдёт как подтверждение. Пришлите файл, фото или ссылку целиком, например https://example.org/news/12.
menu-plan = План и сроки

# Мои пункты
plan-mine-open = <b>Ваши пункты плана</b>: { $count }{ $late ->
    [0] {""}
   *[other] {" · просрочено: "}{ $late }
 }
plan-mine-done = <b>Выполнено</b>: { $count }
plan-mine-empty-open = <b>Ваши пункты плана</b>
    Сейчас за Вами ничего нет. Когда координатор примет план или передаст Вам пункт, я напишу.
plan-mine-empty-done = <b>Выполнено</b>
    Пока ничего. Чтобы закрыть пункт, откройте его и нажмите «Сделано».
plan-button-mine-open = Открытые · { $count }
plan-button-mine-done = ✅ Выполненные · { $count }
plan-button-mine = Мои пункты
plan-line = { $mark } <b>{ $name }</b>
    { $executor }: { $due }
plan-line-own = { $mark } <b>{ $name }</b>
    { $due }
plan-line-taken = Ответственный: { $person }
plan-line-of-all = <b>{ $name }</b>
plan-line-each = { $mark } { $executor }: { $due }
plan-standing-done = выполнено
plan-standing-waived = снято
plan-standing-cannot = «не могу», ждёт решения координатора; { $due }

# Карточка пункта
plan-card-head = { $mark } <b>{ $name }</b>
plan-card-section = <i>{ $section }</i>
plan-card-executor = Исполнитель: <b>{ $executor }</b>, { $person }
plan-card-nobody = Исполнитель: <b>{ $executor }</b>, пока никто не взял
plan-card-due = 📅 <b>{ $due }</b>
plan-card-cannot = ✋ Не могу: { $reason }
    Предложена дата: <b>{ $day }</b>
plan-card-waived = Снято: { $reason }
plan-card-waived-plain = Снято: достаточно того, что сделали другие.
plan-card-needed = Подтверждений: { $have } из { $needed }
plan-card-note = 📝 { $day }: { $text }
plan-button-done = ✅ Сделано
plan-button-take = Беру
plan-button-note = 📝 Что сделано
plan-button-cannot = ✋ Не могу
plan-button-later = ⏰ Позже
plan-button-give = Передать коллеге
plan-button-history = История
plan-button-look = Открыть
plan-button-in-days = { $days ->
    [1] Завтра
    [one] Через { $days } раб. день
    [few] Через { $days } раб. дня
   *[many] Через { $days } раб. дней
 }
plan-ask-later = <b>{ $name }</b>
    
    Когда напомнить? До этого дня я Вас по этому пункту не побеспокою. Срок не изменится.
plan-ask-give = <b>{ $name }</b>
    
    Кому передать? Человек сразу получит сообщение, напоминания пойдут ему.
plan-nobody-to-give = <b>{ $name }</b>
    
    От этой организации больше никого нет в боте. Попросите координатора пригласить коллегу.
plan-ask-proof = <b>{ $name }</b>
    
    👉 Пришлите подтверждение: файл, фото или ссылку.
plan-ask-note = <b>{ $name }</b>
    
    👉 Напишите коротко, что сделано за квартал (до { $limit } знаков).
plan-toast-taken = Пункт за Вами. Напоминания придут к сроку.
plan-toast-given = Передано. Коллега получит сообщение.
plan-toast-later = Напомню: { $day }.
plan-proved = ✅ Принято: пункт выполнен. Напоминаний по нему больше не будет.
plan-proof-added = Подтверждение добавлено.
plan-noted = Записано. Об этом пункте спрошу в следующем квартале.
plan-proof-link = Подтверждение: { $link }
plan-proof-gone = Файла «{ $name }» в Telegram больше нет. Попросите исполнителя прислать его снова.
plan-form-cannot = Не могу выполнить
plan-ask-reason = Что мешает? Координатор прочитает это слово в слово.
plan-label-reason = Причина
plan-ask-proposed = К какому дню получится? Напишите дату, например 15.04, или выберите в календаре.
plan-label-day = Дата
plan-cannot-sent = ✋ Координатор получил Вашу причину и дату. Пока он решает, напоминания остановлены; ответ придёт сюда.

# История
plan-history-head = <b>История</b>
    { $name }
plan-history-empty = Пока ничего не происходило.
plan-event = { $at } · { $by }
    { $what }
plan-event-text = <i>{ $text }</i>
plan-by-itself = программа
plan-act-take = берёт на себя
plan-act-delegate = передаёт: { $person }
plan-act-note = пишет, что сделано
plan-act-prove = прикладывает подтверждение
plan-act-cannot = не может, предлагает { $day }
plan-act-agree = новый срок { $day }
plan-act-refuse = срок оставлен прежним
plan-act-move = срок теперь { $day }
plan-act-waive = пункт снят
plan-act-reopen = пункт возвращён в работу

# Доска координатора
plan-board-empty = <b>План кластера</b>
    Обязательств пока нет. Они появятся, когда Вы примете план работы: у каждого исполнителя будет срок и напоминания.
plan-board-head = <b>План кластера</b> · { $day }
plan-board-calm = Ничего не горит.
plan-board-total = Открыто: { $open } · выполнено: { $done }
plan-board-late = 🔴 Просрочено: <b>{ $count }</b>
plan-board-cannot = ✋ Ждут Вашего решения: <b>{ $count }</b>
plan-board-week = 📅 Срок на этой неделе: <b>{ $count }</b>
plan-board-risk = 🟡 Под угрозой: <b>{ $count }</b> (срок близко, никто не взял)
plan-board-undated = ❓ Строк плана без срока: <b>{ $count }</b>
plan-board-nobody = 👤 Некому напомнить: <b>{ $count }</b> (в боте нет представителя организации)
plan-list-late = 🔴 Просрочено · { $count }
plan-list-cannot = ✋ Решить · { $count }
plan-list-week = 📅 На этой неделе · { $count }
plan-list-risk = 🟡 Под угрозой · { $count }
plan-list-undated = ❓ Без срока · { $count }
plan-list-nobody = 👤 Некому напомнить · { $count }
plan-list-open = Открытые · { $count }
plan-list-done = ✅ Выполненные · { $count }
plan-title-late = <b>Просрочено</b>: { $count }
plan-title-cannot = <b>Ждут Вашего решения</b>: { $count }
plan-title-week = <b>Срок на этой неделе</b>: { $count }
plan-title-risk = <b>Под угрозой</b>: { $count }
    Срок в ближайшие 10{"\u00A0"}рабочих дней, никто не взял.
plan-title-undated = <b>Строк плана без срока</b>: { $count }
    Нажмите на строку, когда срок станет известен: он будет сразу у всех её исполнителей.
plan-title-nobody = <b>Некому напомнить</b>: { $count }
    Пригласите представителей этих организаций: «Люди» → «Пригласить».
plan-title-open = <b>Открытые пункты</b>: { $count }
plan-title-done = <b>Выполненные пункты</b>: { $count }
plan-title-waived = <b>Снятые пункты</b>: { $count }
plan-list-empty = Здесь пусто.
plan-sections = <b>По разделам плана</b>
plan-organisations = <b>По организациям</b>
    Сначала те, у кого больше просрочено.
plan-tally = <b>{ $name }</b>
    открыто { $open }, просрочено { $late }, выполнено { $done }
plan-button-board = ‹ Доска плана
plan-button-sections = По разделам
plan-button-organisations = По организациям
plan-button-all = Все открытые
plan-button-chair = Председатель совета
plan-button-head = Руководитель организации

# Решения координатора
plan-button-agree = Согласовать { $day }
plan-button-other-date = Другая дата
plan-button-refuse = Оставить срок
plan-button-date = Указать срок
plan-button-date-of = Срок: { $name }
plan-button-move = Перенести срок
plan-button-waive = Снять
plan-button-reopen = Вернуть в работу
plan-form-date = Новый срок
plan-ask-date = К какому дню? Напишите дату, например 15.04, или выберите в календаре.
plan-ask-basis = На каком основании? Например: распоряжение от 12.03.2024 №{"\u00A0"}45. Можно пропустить.
plan-label-basis = Основание
plan-toast-agreed = Согласовано. Исполнитель получит сообщение.
plan-toast-moved = Новый срок: { $day }.
plan-toast-dated = { $count ->
    [one] Срок указан для { $count } пункта. Исполнители получат сообщения.
   *[other] Срок указан для { $count } пунктов. Исполнители получат сообщения.
 }
plan-toast-named = Записано. Следующие напоминания это учтут.
plan-why-refuse = <b>{ $name }</b>
    
    Почему срок остаётся? Исполнитель прочитает это.
plan-why-waive = <b>{ $name }</b>
    
    Почему пункт снимается? Исполнитель прочитает это.
plan-why-reopen = <b>{ $name }</b>
    
    Почему пункт возвращается в работу? Исполнитель прочитает это.
plan-decided-refuse = Срок оставлен. Исполнитель получит сообщение.
plan-decided-waive = Пункт снят. Исполнитель получит сообщение.
plan-decided-reopen = Пункт снова в работе. Исполнитель получит сообщение.
plan-ask-chair = <b>Председатель совета</b>
    Сейчас: { $named }. Узнаёт о пунктах, просроченных на пять рабочих дней, и дальше раз в неделю.
    
    Кто будет вместо?
plan-ask-chair-nobody = <b>Председатель совета</b>
    Не назван: о пунктах, просроченных на пять рабочих дней, узнают координаторы.
    
    Кто председатель?
plan-ask-head = <b>Руководитель: { $organisation }</b>
    Сейчас: { $named }. В день срока узнаёт, что пункт ещё открыт.
    
    Кто будет вместо?
plan-ask-head-nobody = <b>Руководитель: { $organisation }</b>
    Не назван: в день срока узнают все представители организации.
    
    Кто руководитель?
plan-nobody-in-bot = В боте пока нет никого, кого можно назвать. Пригласите представителя.

# Сообщения
plan-week-head = <b>План: неделя впереди</b>
plan-week-none = На этой неделе сроков нет.
plan-given-head = 📌 <b>Вам передан пункт плана</b>
plan-told-why = Координатор пишет: <i>{ $text }</i>
plan-told-agree = ✅ <b>Координатор согласовал новый срок</b>
plan-told-refuse = <b>Координатор оставил срок прежним</b>
plan-told-move = 📅 <b>Координатор изменил срок</b>
plan-told-waive = <b>Координатор снял пункт</b>
plan-told-reopen = ↩️ <b>Пункт снова в работе</b>
plan-cannot-head = ✋ <b>{ $executor }: не могу выполнить</b>
plan-made-head = 📋 <b>Принят план</b>
    { $title }
    
    За Вашей организацией { $count ->
        [one] { $count } пункт
        [few] { $count } пункта
       *[many] { $count } пунктов
    }:
plan-made-next = 
    Напомню за 10, 3 и 1 рабочий день до каждого срока. Кто берёт пункт, открывает его и нажимает «Беру».
plan-moved-head = 📅 <b>Изменились сроки</b>

# Планы работы
plan-button-plans = 📋 Планы работы
plan-plans-head = <b>Планы работы</b>
plan-plans-empty = Планов пока нет.
plan-plans-line = <b>{ $title }</b>
    { $first } – { $last }, { $state }
plan-state-over = завершён
plan-state-adopted = принят
plan-state-new = ещё не принят
plan-view-head = <b>{ $title }</b>
    { $state }
plan-view-count = { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[many] { $rows } строк
 }, { $owed ->
    [one] { $owed } обязательство
    [few] { $owed } обязательства
   *[many] { $owed } обязательств
 }
plan-view-unclear = ⚠️ Посмотрите внимательно: { $count ->
    [one] { $count } строка понята не полностью
    [few] { $count } строки поняты не полностью
   *[many] { $count } строк поняты не полностью
 }
plan-row-head = <b>{ $number }. { $title }</b>
plan-row-deadline = Срок: «{ $text }» → { $meaning }
plan-row-executors = Исполнители: «{ $text }» → { $owed }
plan-row-unknown = ⚠️ Нет в справочнике: { $text }
plan-owed = { $organisations ->
    [one] { $organisations } организация
    [few] { $organisations } организации
   *[many] { $organisations } организаций
 }, обязательств: { $count }
plan-owed-coordinator = ведёт координатор, обязательств: { $count }
plan-owed-none = обязательства появятся с каждым событием
plan-button-adopt = ✅ Принять план ({ $count })
plan-button-again = Обновить по плану ({ $count })
plan-button-next = Сделать такой же на этот год
plan-toast-made = План сделан по образцу. Проверьте строки и примите его.
plan-adopted-head = ✅ <b>План принят</b>
    { $title }
plan-adopted-added = Новых обязательств: { $count }
plan-adopted-kept = Без изменений: { $count }
plan-adopted-waived = Снято вместе со строками: { $count }
plan-adopted-undated = ❓ Строк без срока: { $count }. Спрошу в начале месяца.
plan-adopted-moved = 📅 <b>Сроки изменились</b>
plan-adopted-next = Исполнители получили сообщения. Напоминания пойдут за 10, 3 и 1 рабочий день; о просрочке узнаете на второй рабочий день.
plan-move = • { $name }: { $before } → { $after }
plan-no-day = без срока
plan-card-waived-not-held = Снято: событие не состоялось или новость по нему не нужна.
plan-card-news = 📰 Новость о событии ведёт раздел «Новости»: он напомнит, а когда новость выйдет, пункт закроется сам.
plan-card-waived-gone = Снято: в новой версии плана этой строки нет.
error-plan-over = Этот план закончился { $last }: он остаётся в истории. Сделайте по нему план на этот год.
error-plan-current = Этот план действует до { $last }, нового по нему пока не нужно.

# Файлы
plan-button-picture = 🖼 Год
plan-button-table = 📊 Excel
plan-button-calendar = 📅 Календарь
plan-toast-paper = Готовлю файл…
plan-paper-empty = Пока нечего выгружать: обязательств нет.
plan-file-name = план-{ $day }
plan-file-title = План работы кластера: обязательства
plan-calendar-name = Сроки плана кластера
plan-calendar-done = ✅ { $title }
plan-tab = План
plan-as-of = По состоянию на { $day }
plan-column-number = №
plan-column-section = Раздел
plan-column-title = Мероприятие
plan-column-executor = Исполнитель
plan-column-person = Ответственный
plan-column-due = Срок
plan-column-state = Состояние
plan-column-late = Просрочено, дней
plan-column-reason = Причина
plan-state-of-done = выполнено
plan-state-of-waived = снято
plan-state-of-cannot = не могу
plan-state-of-late = просрочено
plan-state-of-progress = в работе
plan-state-of-open = не начато
plan-month-1 = янв
plan-month-2 = фев
plan-month-3 = мар
plan-month-4 = апр
plan-month-5 = май
plan-month-6 = июн
plan-month-7 = июл
plan-month-8 = авг
plan-month-9 = сен
plan-month-10 = окт
plan-month-11 = ноя
plan-month-12 = дек
plan-month-none = без срока
plan-decisions = Решения заседаний
