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
