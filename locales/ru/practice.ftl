# Практика: места, наставники, заявки, назначения, итоги
menu-practice = Практика
practice-yes = Да
practice-no = Нет

# Слова
practice-kind-educational = учебная практика
practice-kind-production = производственная практика
practice-kind-prediploma = преддипломная практика
practice-kind-internship = стажировка педагога
practice-contract-regional = региональная модель
practice-contract-own = форма предприятия
practice-clearance-medical = медосмотр
practice-clearance-corporate-medical = корпоративный медосмотр
practice-clearance-vaccination = прививочная карта
practice-clearance-pcr = ПЦР-тест
practice-clearance-safety = охрана труда
practice-clearance-entry = пропуск
practice-shift-day = дневная
practice-shift-night = ночная
practice-supervision-individual = наставник для каждого
practice-supervision-group = руководитель за группой
practice-rota-five-two = 5/2, по рабочим дням
practice-rota-two-two-day = 2/2, дневные смены
practice-rota-two-two-night = 2/2, ночные смены
practice-rota-two-two-turns = день, ночь: 2 через 2
practice-rota-dates = свои даты
practice-rota-line = { $rota } (отсчёт с { $day })
practice-rota-line-dates = свои даты: { $days }
practice-held-missing = нет
practice-held-valid = до { $day }
practice-held-booked = записан на { $day }
practice-held-button-missing = Пока нет
practice-held-button-booked = Записан на дату…
practice-held-button-valid = Есть, действует до…
practice-state-proposed = ждём ответов
practice-state-accepted = согласовано всеми
practice-state-active = идёт практика
practice-state-completed = практика пройдена
practice-state-declined = отклонено
practice-state-expired = срок ответа истёк
practice-state-withdrawn = снято
practice-request-open = подбираем места
practice-request-withdrawn = Заявка отозвана
practice-request-closed = Заявка закрыта: период прошёл
practice-side-intern = колледж или практикант
practice-side-mentor = наставник
practice-side-enterprise = предприятие
practice-reason-too-far = далеко добираться
practice-reason-other-place = есть другое место
practice-reason-dates = не подходят даты
practice-reason-no-capacity = не сможем принять
practice-reason-profile = не тот профиль
practice-reason-other = другая причина
practice-outcome-none = Не приглашён
practice-outcome-invited = Именное приглашение
practice-outcome-hired = Принят на работу
practice-obstacle-closed = приём закрыт
practice-obstacle-speciality = другая специальность
practice-obstacle-kind = другой вид практики
practice-obstacle-period = даты вне периода места
practice-obstacle-contract = нет общей формы договора
practice-obstacle-night = только ночные смены, а практикант может быть несовершеннолетним
practice-obstacle-town = не сможет туда ездить
practice-obstacle-clearance = документы не успеть к началу
practice-obstacle-clearance-by = { $clearance } будет только к { $day }
practice-obstacle-mentor = нет подходящего наставника
practice-obstacle-full = мест не осталось
practice-with-mentor = с наставником
practice-without-mentor = без наставника
practice-more = { $count ->
    [one] …и ещё { $count }
    [few] …и ещё { $count }
   *[many] …и ещё { $count }
 }

# Главный экран
practice-home-head = <b>Практика и стажировки</b>
practice-home-coordinator = Предприятия предлагают места и наставников, колледжи подают заявки. Кому место ещё не нашлось, видно в листе ожидания.
practice-home-enterprise = Предложите места и наставников. Когда кого-то направят к Вам, придёт сообщение с кнопками ответа.
practice-home-college = Подайте заявку и добавьте практикантов: по одному или списком Excel. Когда найдётся место, придёт сообщение.
practice-home-mentor = Здесь видно, кто и когда к Вам приходит. Если не сможете выйти, сообщите: замену подберём в тот же день.
practice-home-intern = Здесь появится Ваше место практики, даты и наставник.
practice-home-counts = Ждут ответа: <b>{ $proposed }</b> · согласованы: <b>{ $accepted }</b>
    На практике: <b>{ $active }</b> · завершили: <b>{ $completed }</b>
practice-home-none = Назначений пока нет.
practice-button-home = ‹ Практика
practice-button-placements = Назначения
practice-button-waiting = Лист ожидания
practice-button-requests = Заявки
practice-button-ask = Подать заявку
practice-button-own-places = Наши места
practice-button-places = Места практики
practice-button-offer = Предложить место
practice-button-mentors = Наставники
practice-button-list-mentor = Добавить наставника
practice-button-list-me = Записаться наставником
practice-button-own-entry = Моя запись: { $enterprise }
practice-button-results = Итоги и резерв наставников
practice-button-not-now = Нет, вернуться

# Места
practice-place-head = <b>{ $enterprise }</b>
    { $site }, { $town }
    { $period }
practice-place-seats = Занято { $taken } из { $capacity }
practice-place-closed = Приём закрыт
practice-place-for = Специальности: { $codes }
practice-place-kinds = Для чего: { $kinds }
practice-place-contracts = Договор: { $forms }
practice-place-needs = Нужно: { $needs }
practice-place-need = { $clearance } (оформление { $count ->
    [one] { $count } рабочий день
    [few] { $count } рабочих дня
   *[many] { $count } рабочих дней
 })
practice-place-no-needs = Особых документов не требуется
practice-place-shifts = Смены: { $shifts }
practice-place-mentored = У каждого практиканта будет наставник
practice-place-group = Наставник не назначен: руководитель практики за группой
practice-place-order = Производственный заказ: { $order }
practice-place-hires = Предприятие готово принять на работу
practice-place-programme = Есть программа наставничества
practice-places-head = { $count ->
    [one] <b>Места практики</b>: { $count } предложение
    [few] <b>Места практики</b>: { $count } предложения
   *[many] <b>Места практики</b>: { $count } предложений
 }
practice-places-empty = Мест пока не предложено. Предложите первое: это займёт около трёх минут.
practice-places-none = Предприятия пока не предложили мест. Как только они появятся, список будет здесь.
practice-button-edit = Изменить
practice-button-copy = Повторить на другие даты
practice-button-close = Закрыть приём
practice-button-open = Открыть приём
practice-form-place = Место практики
practice-ask-place-organisation = Какое предприятие предлагает место?
practice-ask-place-specialities = Для каких специальностей? Отметьте группы или отдельные коды, либо напишите коды через запятую, например 15.02.12, 13.00.00.
practice-ask-place-site = Где именно: цех, участок, адрес?
practice-ask-place-town = В каком населённом пункте?
practice-ask-place-kinds = Для чего подходит место?
practice-ask-place-first = С какого дня можно приходить?
practice-ask-place-last = До какого дня включительно?
practice-ask-place-capacity = Сколько человек примете одновременно?
practice-ask-place-contracts = Какие формы договора подписываете? Если обе, отметьте обе.
practice-ask-place-supervision = Кто будет вести практикантов?
practice-ask-place-shifts = В какие смены работают практиканты?
practice-ask-place-needs = Что нужно оформить до прихода? Если ничего, нажмите «Пропустить».
practice-ask-place-lead = Сколько рабочих дней занимает оформление? Напишите число от 0 до 60.
practice-ask-place-order = Есть производственный заказ, над которым будут работать? Напишите, какой, или пропустите.
practice-ask-place-hires = Готовы ли принять на работу после практики?
practice-ask-place-programme = Есть ли у предприятия модель и программа наставничества?
practice-label-organisation = Организация
practice-label-specialities = Специальности
practice-label-site = Площадка
practice-label-town = Населённый пункт
practice-label-kinds = Для чего
practice-label-first = Первый день
practice-label-last = Последний день
practice-label-capacity = Мест
practice-label-contracts = Договор
practice-label-supervision = Кто ведёт
practice-label-shifts = Смены
practice-label-needs = Документы
practice-label-lead = Оформление, дней
practice-label-order = Заказ
practice-label-hires = Приём на работу
practice-label-programme = Программа

# Наставники
practice-mentors-head = { $count ->
    [one] <b>Наставники</b>: { $count }
    [few] <b>Наставники</b>: { $count }
   *[many] <b>Наставники</b>: { $count }
 }
practice-mentors-empty = Наставников пока нет. Добавьте первого: без наставника практиканта к Вам не направят, если место с наставником.
practice-mentor-line = { $active ->
    [yes] •
   *[no] ✕
 } { $label }, { $enterprise }: { $rota }, до { $limit } чел.
practice-mentor-head = <b>{ $name }</b>
    { $enterprise }
practice-mentor-retired = Сейчас не принимает практикантов
practice-mentor-for = Специальности: { $codes }; одновременно до { $limit } чел.
practice-mentor-rota = График: { $rota }
practice-mentor-trained = Обучение наставников: { $day }
practice-mentor-rating = Оценка практикантов и колледжей: { $mark }
practice-mentor-not-here = В боте пока нет: за наставника отвечает предприятие
practice-mentor-away = Не будет: { $period }
practice-week-head = <b>Неделя { $period }</b>
practice-week-empty = Никто не приходит.
practice-week-day = { $day }, { $shift }: { $codes }
practice-button-week-back = ‹ Неделя
practice-button-week-on = Неделя ›
practice-button-absent = Не смогу выйти…
practice-button-back-again = Всё же буду: { $period }
practice-button-retire = Снять
practice-button-retire-now = Да, снять
practice-button-return = Вернуть в список
practice-button-my-week = Моя неделя
practice-button-mentor = Открыть запись
practice-retire-ask = Снять наставника ({ $label })? Дни его практикантов сегодня же передадим другим наставникам предприятия.
practice-substituted = { $count ->
    [one] Замена найдена на { $count } день. Все, кого это касается, предупреждены.
    [few] Замена найдена на { $count } дня. Все, кого это касается, предупреждены.
   *[many] Замена найдена на { $count } дней. Все, кого это касается, предупреждены.
 }
practice-uncovered = { $count ->
    [one] ⚠️ На { $count } день замены нет: предприятие и координатор предупреждены.
    [few] ⚠️ На { $count } дня замены нет: предприятие и координатор предупреждены.
   *[many] ⚠️ На { $count } дней замены нет: предприятие и координатор предупреждены.
 }
practice-form-mentor = Наставник
practice-ask-mentor-organisation = С какого предприятия наставник?
practice-ask-mentor-who = Кто это? Показаны те, кто уже есть в боте с ролью наставника.
practice-ask-mentor-label = Как его обозначить? Должность или участок, например «мастер участка 2». Практиканты увидят именно это.
practice-ask-mentor-specialities = По каким специальностям? Отметьте или напишите коды через запятую.
practice-ask-mentor-limit = Сколько практикантов одновременно?
practice-ask-mentor-rota = По какому графику работает?
practice-ask-mentor-anchor = Назовите первый день любой пары смен: от него отсчитаем график.
practice-ask-mentor-dates = По каким дням? Напишите даты и промежутки через запятую, например 03.06, 05.06–07.06.
practice-ask-mentor-trained = Когда проходил обучение наставников? Если не проходил, пропустите.
practice-not-here-yet = Ещё не в боте
practice-label-who = Кто
practice-label-label = Обозначение
practice-label-limit = Одновременно
practice-label-rota = График
practice-label-anchor = Отсчёт с
practice-label-dates = Даты
practice-label-trained = Обучение
practice-form-absence = Отсутствие наставника
practice-ask-absence-first = С какого дня не будет? Причину указывать не нужно.
practice-ask-absence-last = По какой день включительно?
practice-absence-consequence = После подтверждения сразу подберём замену на эти дни и предупредим практикантов и предприятие.
practice-absence-kept = Записано. Практикантов на эти дни нет, замена не нужна.

# Заявки и практиканты
practice-request-head = <b>{ $code }</b> { $programme }
    { $kind }, { $period }
    { $college }
practice-request-counts = Практикантов: { $total }, ждут места: { $waiting }
practice-request-contracts = Договор: { $forms }
practice-request-next = Заявка принята. Теперь добавьте практикантов: по одному или списком.
practice-requests-head = { $count ->
    [one] <b>Заявки на практику</b>: { $count }
    [few] <b>Заявки на практику</b>: { $count }
   *[many] <b>Заявки на практику</b>: { $count }
 }
practice-requests-empty = Заявок пока нет. Подайте первую: программа, вид практики и даты, затем список практикантов.
practice-interns-head = <b>Практиканты</b>: { $count }, ждут места: { $waiting }
practice-interns-none = Практикантов пока нет. Добавьте по одному или пришлите список Excel.
practice-intern-line = { $code } · { $mark }: { $state }
practice-intern-waits = ждёт места
practice-intern-unmatched = место больше не подбираем
practice-intern-out = выбыл
practice-button-add-intern = Добавить практиканта
practice-button-template = Шаблон списка
practice-button-send-list = Прислать список
practice-button-copy-request = Повторить заявку
practice-button-withdraw = Отозвать
practice-button-withdraw-now = Да, отозвать
practice-button-request = К заявке
practice-withdraw-ask = Отозвать заявку? Все назначения по ней снимутся, предприятия и наставники узнают об этом сразу.
practice-form-request = Заявка на практику
practice-ask-request-organisation = От какого колледжа?
practice-ask-request-code = Какая специальность? Выберите или напишите код, например 15.02.12.
practice-ask-request-programme = Как называется программа? Выберите или напишите.
practice-ask-request-kind = Что нужно?
practice-ask-request-first = Первый день?
practice-ask-request-last = Последний день?
practice-ask-request-contracts = Какие формы договора колледж готов подписать? Чем больше форм, тем больше мест.
practice-ask-request-along = Взять практикантов прошлой заявки? Пожелания сохранятся, справки нужно отметить заново.
practice-label-code = Код
practice-label-kind = Вид
practice-label-along = Практиканты прошлой заявки
practice-intern-head = <b>{ $code }</b>
practice-intern-out-line = Выбыл из заявки
practice-intern-mark = Номер в колледже: { $mark }
practice-intern-born = Год рождения { $year }, { $town }
practice-intern-towns = Может ездить только сюда: { $towns }
practice-intern-person = В боте: { $name }
practice-intern-place = Назначение: { $state }
practice-intern-added = Практикант добавлен, его код { $code }. Отметьте документы, если они уже есть.
practice-held-head = <b>Документы</b>
practice-held-line = { $clearance }: { $state }
practice-held-none = ничего не отмечено
practice-wishes-head = <b>Пожелания</b>
practice-wishes-none = не указаны
practice-button-clearances = Документы
practice-button-wishes = Пожелания
practice-button-link = Связать с человеком
practice-button-leave = Выбыл
practice-button-leave-now = Да, выбыл
practice-button-placement = Назначение
practice-button-offers = Предложить место
practice-button-intern = К практиканту
practice-leave-ask = Исключить { $code } из заявки? Если место уже согласовано, предприятие и наставник узнают об этом сразу.
practice-link-ask = Кто это? Показаны практиканты колледжа, которые есть в боте.
practice-link-nobody = В боте нет практикантов Вашего колледжа без связи с заявкой. Пришлите практиканту приглашение: /people, роль «практикант».
practice-clearances-ask = Что отметить для { $code }?
practice-clearance-ask = { $code }: { $clearance }. Как обстоит дело?
practice-clearance-kept = Записано. Напомним, когда срок подойдёт.
practice-form-clearance = Дата документа
practice-ask-clearance-on = На какую дату записан или до какой действует?
practice-label-on = Дата
practice-form-intern = Практикант
practice-form-wishes = Пожелания
practice-ask-intern-mark = Номер в Вашем списке: зачётка, табельный номер, «391-07». Имена и телефоны не пишите.
practice-ask-intern-year = Год рождения? Он нужен, чтобы несовершеннолетних не ставили в ночь.
practice-ask-intern-town = Где живёт?
practice-ask-intern-towns = Куда сможет ездить? Отметьте или напишите населённые пункты через запятую: в другие не направим. Если куда угодно, нажмите «Пропустить».
practice-ask-intern-wishes = Куда хотел бы? До пяти предприятий, первое нажатое важнее. Можно пропустить.
practice-label-mark = Номер
practice-label-year = Год рождения
practice-label-wishes = Пожелания
practice-label-towns = Может ездить
practice-wishes-kept = Записано. Учтём при следующем подборе.

# Список
practice-list-mark = Номер в колледже
practice-list-year = Год рождения
practice-list-town = Населённый пункт
practice-list-wish = Пожелание { $number }
practice-list-towns = Куда может ездить
practice-list-sheet = Список
practice-list-help-sheet = Как заполнять
practice-list-file = Практиканты { $code }.xlsx
practice-list-hint-mark = Зачётка или номер по списку, например 391-07. Без имён и телефонов.
practice-list-hint-year = Четыре цифры, например 2006
practice-list-hint-town = Где живёт, например Томск
practice-list-hint-clearance = «нет», «до 12.05.2026» или «записан на 12.05.2026»
practice-list-hint-wish = Предприятие из списка; первое важнее
practice-list-hint-towns = Только эти населённые пункты, через запятую; пусто значит «куда угодно»
practice-list-help = Одна строка на практиканта, первая строка с названиями столбцов остаётся как есть.
    Номер в колледже: зачётка или номер по списку. Имена и телефоны писать нельзя: их никто, кроме колледжа, знать не должен.
    Год рождения: четыре цифры.
    Документы: «нет», «до 12.05.2026» (действует до этого дня) или «записан на 12.05.2026». Пустая ячейка значит «нет».
    Пожелания: названия предприятий из списка, не больше пяти, первое важнее.
    Куда может ездить: населённые пункты через запятую, в другие не направим. Пустая ячейка значит «куда угодно».
    Заполненный файл пришлите боту. Ничего не добавится, пока Вы не подтвердите.
practice-list-template = Вот шаблон списка. Заполните его и пришлите сюда же файлом: проверим каждую ячейку, и ничего не добавится без Вашего подтверждения.
practice-list-ask = Пришлите список практикантов ({ $code }) файлом Excel по шаблону.
practice-list-read = { $good ->
    [0] Готовых строк нет.
    [one] Готова <b>{ $good } строка</b>.
    [few] Готовы <b>{ $good } строки</b>.
   *[many] Готово <b>{ $good } строк</b>.
 }
practice-list-bad = { $count ->
    [one] <b>{ $count } ошибка</b>, строк с ошибками: { $rows }
    [few] <b>{ $count } ошибки</b>, строк с ошибками: { $rows }
   *[many] <b>{ $count } ошибок</b>, строк с ошибками: { $rows }
 }
practice-list-confirm = Ошибок нет. Подтвердите, и практиканты встанут в очередь на места.
practice-list-repair = Исправьте эти ячейки и пришлите файл ещё раз, или добавьте пока только готовые строки. Сейчас никто не добавлен.
practice-list-repair-all = Исправьте эти ячейки и пришлите файл ещё раз. Никто не добавлен.
practice-list-taken = { $count ->
    [one] Добавлен { $count } практикант. Когда найдётся место, придёт сообщение.
    [few] Добавлено { $count } практиканта. Когда найдётся место, придёт сообщение.
   *[many] Добавлено { $count } практикантов. Когда найдётся место, придёт сообщение.
 }
practice-button-take = Добавить готовые ({ $count })
practice-button-send-again = Прислать исправленный
practice-trouble = Строка { $row }, столбец { $column } ({ $title }): { $fault } — { $value }
practice-trouble-empty = пусто
practice-fault-mark-missing = нет номера
practice-fault-mark-long = длиннее 40 знаков
practice-fault-mark-twice = такой номер уже выше в списке
practice-fault-mark-known = этот номер уже в заявке
practice-fault-personal = похоже на имя или телефон, нужен номер
practice-fault-year = нужен год рождения, например 2006
practice-fault-town-missing = не указан населённый пункт
practice-fault-town-long = длиннее 80 знаков
practice-fault-clearance = нужно «нет», «до 12.05.2026» или «записан на 12.05.2026»
practice-fault-clearance-over = эта дата уже прошла
practice-fault-wish-unknown = такого предприятия в кластере нет
practice-fault-wish-twice = предприятие названо дважды
practice-fault-towns = нужны названия через запятую, не больше 10

# Назначения
practice-placement-line = { $code } · { $enterprise } · { $period }: { $state }
practice-placement-head = <b>{ $code }</b>: { $state }
practice-placements-head = { $count ->
    [one] <b>Назначения</b>: { $count }
    [few] <b>Назначения</b>: { $count }
   *[many] <b>Назначения</b>: { $count }
 }
practice-placements-empty = Назначений пока нет. Они появятся, когда координатор проведёт подбор или предложит место сам.
practice-no-mentor = Наставник не назначен: практикантов ведёт руководитель за группой. В статистику наставничества не входит.
practice-team-none = Наставник ещё не определён.
practice-team-primary = Наставник: <b>{ $name }</b>
practice-team-substitutes = Замена: { $names }
practice-team-uncovered = { $count ->
    [one] ⚠️ { $count } день без наставника
    [few] ⚠️ { $count } дня без наставника
   *[many] ⚠️ { $count } дней без наставника
 }
practice-answers-until = Ответить до <b>{ $at }</b>:
practice-declined-line = Отказ: { $side }, { $reason }.
practice-mark-by-intern = Оценка места и наставника: { $mark } из 5
practice-mark-by-mentor = Оценка наставника: { $mark } из 5
practice-mark-by-enterprise = Оценка практиканта: { $mark } из 5
practice-outcome-line = Итог: <b>{ $outcome }</b>
practice-button-agree = Согласиться
practice-button-decline = Отказаться…
practice-button-decline-after = Отказаться после согласия…
practice-button-days = По дням
practice-agreed = Ваш ответ записан. Ждём остальных; когда согласятся все, придёт сообщение.
practice-agreed-all = Все согласны. Накануне первого дня придёт напоминание.
practice-decline-ask = Почему отказ по { $code }? Причину увидят другие стороны и координатор.
practice-declined-solved = { $count ->
    [one] Отказ записан. Освободившееся место сразу подобрали заново: { $count } новое предложение.
    [few] Отказ записан. Освободившееся место сразу подобрали заново: { $count } новых предложения.
   *[many] Отказ записан. Освободившееся место сразу подобрали заново: { $count } новых предложений.
 }
practice-declined-waits = Отказ записан. Подбор прошёл сразу, но другого подходящего места пока нет: практикант остаётся в листе ожидания на прежнем месте в очереди.
practice-refilled = { $count ->
    [one] Освободившееся место сразу подобрали заново: { $count } новое предложение.
    [few] Освободившиеся места сразу подобрали заново: { $count } новых предложения.
   *[many] Освободившиеся места сразу подобрали заново: { $count } новых предложений.
 }
practice-day = { $day }, { $shift }: { $mentor }
practice-day-nobody = наставника нет
practice-day-colleague = коллега наставника
practice-days-head = <b>{ $code }: по дням</b>
practice-mark-kept = Оценка записана.
practice-outcome-kept = Итог записан.
practice-waiting-head = { $count ->
    [one] <b>Лист ожидания</b>: { $count } практикант
    [few] <b>Лист ожидания</b>: { $count } практиканта
   *[many] <b>Лист ожидания</b>: { $count } практикантов
 }
practice-waiting-order = Порядок: кто раньше попал в заявку, тот раньше и здесь; отказ и истёкший срок места в очереди не меняют.
practice-waiting-line = { $number }. { $code } · { $speciality } · { $period } · { $college }
practice-waiting-empty = Никто не ждёт: у всех есть место или предложение.
practice-offers-head = <b>Места для { $code }</b>
practice-offers-none = Для { $code } открытых мест на эти даты нет. Предложите предприятию расширить приём.
practice-offer-yes = ✅ подходит
practice-offer-no = ✕ { $reasons }
practice-button-propose = Предложить: { $place }
practice-proposed-note = Предложено. Колледж, наставник и предприятие получили вопрос.

# Итоги
practice-results-empty = Итогов пока нет: они появятся, когда закончится первая практика.
practice-results-none = Завершённых практик пока нет.
practice-results-head = <b>Практика, наставничество, трудоустройство</b>
practice-total-mentored = С наставником: практику прошли { $count }, приглашены { $invited }, приняты { $hired } ({ $share }{"\u00A0"}%)
practice-total-group = Без наставника: практику прошли { $count }, приглашены { $invited }, приняты { $hired } ({ $share }{"\u00A0"}%)
practice-result-line = { $enterprise }, { $how }: прошли { $count }, приглашены { $invited }, приняты { $hired }
practice-rewarded-head = <b>К поощрению</b> (средняя оценка от 4,5)
practice-rewarded-none = К поощрению пока никого: нужна средняя оценка от 4,5 после практики.
practice-reserve-head = <b>Кадровый резерв наставников</b> (обучены, могут взять ещё)
practice-reserve-none = В кадровом резерве пока никого: нужны обученные наставники со свободными местами.
practice-record-line = { $name }, { $enterprise }: оценка { $mark }, практикантов { $count }, приняты или приглашены { $hired }
practice-record-new = { $name }, { $enterprise }: практикантов ещё не было
practice-button-picture = Картинка
practice-button-table = Таблица Excel
practice-results-sheet = Практика и работа
practice-rewarded-sheet = К поощрению
practice-reserve-sheet = Кадровый резерв
practice-results-file = Итоги практики { $day }.xlsx
practice-percent = {"\u00A0"}%
practice-picture-file = practice.png
practice-picture-title = Практика, наставничество, трудоустройство
practice-picture-subtitle = Завершённые практики, { $day }
practice-legend-hired = приняты на работу
practice-legend-invited = именное приглашение
practice-legend-none = не приглашены
practice-column-enterprise = Предприятие
practice-column-how = Наставничество
practice-column-practised = Прошли практику
practice-column-invited = Приглашены поимённо
practice-column-hired = Приняты на работу
practice-column-share = Доля
practice-column-mentor = Наставник
practice-column-mark = Оценка
practice-column-hired-both = Приняты или приглашены
practice-column-trained = Обучение

# Сообщения
practice-notice-proposed = <b>Предложено место практики</b>: { $code }
practice-notice-until = Ответьте, пожалуйста, до <b>{ $at }</b>.
practice-notice-answer-due = Ждём Вашего ответа по { $code } до <b>{ $at }</b>.
practice-notice-accepted = Место для <b>{ $code }</b> согласовано всеми. Первый день: { $day }
practice-notice-declined = По <b>{ $code }</b> отказ ({ $side }): { $reason }. Практикант снова ждёт места.
practice-notice-expired = По <b>{ $code }</b> не ответили в срок, предложение снято. Практикант снова ждёт места.
practice-notice-withdrawn = <b>{ $code }</b> выбыл: назначение снято.
practice-notice-mentor-day = <b>{ $day }</b>, смена { $shift }: к Вам приходят { $codes }.
    { $site }
practice-notice-mentor-week = <b>Ваша неделя { $first }–{ $last }</b>
practice-notice-intern-day = <b>{ $day }</b>, смена { $shift }: { $enterprise }, { $site }.
    Встречает: { $mentor }.
practice-notice-intern-week = <b>Ваша неделя</b>: { $enterprise }, { $site }
practice-notice-week-day = { $day }, { $shift }
practice-notice-replaced = Изменился наставник: <b>{ $code }</b>, { $enterprise }
practice-notice-clearance = У <b>{ $code }</b> подходит срок документа для практики: { $day }. Какой именно, видно в карточке.
practice-notice-over = Практика <b>{ $code }</b> завершена. Оцените место и наставника от 1 до 5 и отметьте итог.
practice-notice-over-enterprise = Практика <b>{ $code }</b> завершена. Оцените практиканта от 1 до 5 и отметьте, пригласили ли его.
practice-notice-over-mentor = Практика <b>{ $code }</b> завершена. Оцените, пожалуйста, практиканта от 1 до 5.
practice-notice-mentor-listed = В список наставников записался: { $label }. Проверьте запись.

# Отказы
error-practice-days-reversed = Последний день раньше первого. Укажите, пожалуйста, даты по порядку.
error-practice-specialities-missing = Укажите хотя бы одну специальность, например 15.02.12.
error-practice-mark-unfit = { $fault ->
    [personal] Это похоже на имя или телефон. Нужен номер в Вашем списке, например 391-07.
   *[other] Нужен номер в Вашем списке до 40 знаков, например 391-07.
 }
error-practice-year-unfit = Нужен год рождения четырьмя цифрами, например 2006.
error-practice-towns-unfit = Нужны названия населённых пунктов через запятую, не больше { $count }, например: Томск, Северск.
error-practice-dates-not-understood = Не удалось прочитать даты. Напишите их через запятую, например { $example }.
error-practice-codes-expected = Нужен код специальности, например 15.02.12; несколько через запятую.
error-practice-list-unfit = Это не шаблон списка: в столбце { $column } ожидается «{ $expected }». Возьмите шаблон и перенесите данные в него.
error-practice-list-too-wide = В файле лишний столбец { $column } («{ $title }»): в шаблоне их нет после { $last }, пожеланий не больше { $wishes }, а имён и телефонов быть не должно. Уберите столбец и пришлите файл ещё раз.
error-practice-list-empty = В списке нет ни одной строки. Заполните строки под названиями столбцов и пришлите ещё раз.
error-practice-list-taken = Эти строки уже добавлены.
error-practice-request-closed = Заявка закрыта. Подайте новую: кнопка «Повторить заявку».
error-practice-place-full = Свободных мест не осталось или приём закрыт. Обновите список мест.
error-practice-intern-placed = У этого практиканта уже есть место или предложение.
error-practice-does-not-fit = Это место не подходит: { $obstacle ->
    [closed] приём закрыт
    [speciality] другая специальность
    [kind] другой вид практики
    [period] даты вне периода места
    [contract] нет общей формы договора
    [night] только ночные смены
    [town] практикант не сможет туда ездить
    [clearance] документы не успеть к началу
   *[mentor] нет подходящего наставника
 }.
error-practice-answer-too-late = Сейчас этого сделать нельзя: { $state ->
    [proposed] срок ответа истёк или практика ещё не завершена
    [accepted] всё уже согласовано
    [active] практика уже идёт
    [completed] практика уже завершена
    [declined] по этому назначению уже был отказ
    [expired] срок ответа истёк
   *[withdrawn] назначение снято
 }.
error-practice-not-your-answer = По этому назначению отвечают другие: колледж, наставник и предприятие.
error-practice-clearance-past = Эта дата уже прошла. Укажите сегодняшний день или более поздний.

# Журнал и доставка
journal-thing-practice = Практика
journal-did-practice-place-offered = Предложено место практики
journal-did-practice-place-changed = Изменено место практики
journal-did-practice-mentor-listed = Добавлен наставник
journal-did-practice-mentor-changed = Изменена запись наставника
journal-did-practice-mentor-absent = Наставник сообщил об отсутствии
journal-did-practice-requested = Подана заявка на практику
journal-did-practice-request-withdrawn = Заявка на практику отозвана
journal-did-practice-interns-added = Добавлены практиканты
journal-did-practice-intern-changed = Изменены данные практиканта
journal-did-practice-intern-left = Практикант выбыл
journal-did-practice-clearance-set = Отмечен документ практиканта
journal-did-practice-list-taken = Принят список практикантов
journal-did-practice-proposed = Предложено место практиканту
journal-did-practice-agreed = Согласие с назначением
journal-did-practice-declined = Отказ от назначения
journal-did-practice-expired = Срок ответа по назначению истёк
journal-did-practice-moved-on = Практика началась или закончилась
journal-did-practice-rated = Поставлена оценка
journal-did-practice-outcome = Отмечен итог практики
installation-kind-practice-proposed = вопрос о месте практики
installation-kind-practice-accepted = место практики согласовано
installation-kind-practice-ended = назначение на практику снято
installation-kind-practice-answer-due = напоминание ответить о месте практики
installation-kind-practice-mentor-day = кто придёт к наставнику завтра
installation-kind-practice-mentor-week = неделя наставника
installation-kind-practice-intern-day = день практиканта
installation-kind-practice-intern-week = неделя практиканта
installation-kind-practice-mentor-replaced = замена наставника
installation-kind-practice-clearance-due = срок документа практиканта
installation-kind-practice-over = практика завершена
installation-kind-practice-mentor-listed = наставник записался
