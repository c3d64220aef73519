# Подбор мест и наставников

matching-button-home = Подбор
matching-button-most = Подобрать
matching-button-stable = Подобрать без взаимных претензий
matching-button-other = С другим жребием
matching-button-again = Подобрать снова
matching-button-refresh = Обновить
matching-button-forget = Снять закрепления и запреты
matching-button-forget-now = Снять все
matching-button-run = К подбору
matching-button-back = Назад
matching-button-enterprises = По предприятиям
matching-button-colleges = По колледжам
matching-button-left = Без места: { $count }
matching-button-moved = Что изменилось
matching-button-table = Excel
matching-button-picture = Картинка
matching-button-publish = Опубликовать
matching-button-publish-now = Да, разослать предложения
matching-button-pin = Закрепить
matching-button-ban = Запретить
matching-button-unpin = Снять закрепление
matching-button-unban = Снять запрет
matching-button-own-left = Кто без места и почему
matching-button-look = Посмотреть

matching-toast-started = Подбор начат
matching-toast-word = Учтётся при следующем подборе
matching-toast-forgotten = Снято закреплений и запретов: { $count }
matching-toast-published = { $count ->
    [one] Разослано { $count } предложение
    [few] Разосланы { $count } предложения
   *[other] Разослано { $count } предложений
}
matching-toast-preparing = Готовлю файл…

matching-home-head = <b>Подбор мест и наставников</b>
matching-home-counts = Ждут места: { $waiting }. Открытых предложений: { $places }, свободных мест: { $seats }.
matching-home-words = Закреплено пар: { $pins }, запрещено: { $bans }.
matching-home-none =
    Подбора ещё не было. Нажмите «Подобрать»: получится черновик, и никто ничего не узнает, пока Вы его не опубликуете.
matching-forget-ask = Закреплено пар: { $pins }, запрещено: { $bans }. Снять все? Следующий подбор их не учтёт.
matching-going = Идёт подбор № { $number }: { $step } ({ $at } из { $steps }).
matching-step-waiting = ждёт очереди
matching-step-filters = смотрю, кому что подходит
matching-step-places = распределяю места
matching-step-mentors = составляю команды наставников
matching-step-reasons = записываю причины
matching-over = Подбор № { $number } закончен, итог — в следующем сообщении.
matching-failed = Подбор № { $number } не удался. Данные целы, запустите его снова.
matching-run-line = № { $number } от { $day }: { $placed } из { $asked }, { $state }
matching-run-line-failed = № { $number }: не удался
matching-state-waiting = идёт
matching-state-done = черновик
matching-state-published = опубликован
matching-state-failed = не удался
matching-goal-most = разместить как можно больше
matching-goal-stable = без взаимных претензий

matching-run-head =
    <b>Подбор № { $number }</b> — { $state }
    { $at }, вариант «{ $goal }», жребий { $seed }, модель { $version }
matching-placed = Размещены { $placed } из { $asked }, без места { $left }.
matching-total = Сумма баллов соответствия и пожеланий: { $total } (наибольшая возможная { $best }).
matching-loss = { $count ->
    [one] Никто не получил место хуже лучшего доступного больше чем на { $count } балл.
   *[other] Никто не получил место хуже лучшего доступного больше чем на { $count } баллов.
}
matching-blocking = { $count ->
    [0] Нет пар «практикант и место», которым вместе было бы лучше.
    [one] { $count } пара: практиканту и месту друг с другом было бы лучше.
    [few] { $count } пары: практиканту и месту друг с другом было бы лучше.
   *[other] { $count } пар: практиканту и месту друг с другом было бы лучше.
}
matching-cover =
    Дней с наставником: { $covered } из { $days }; при этих графиках можно покрыть не больше { $coverable }.
matching-cover-none = Мест с личным наставником в подборе нет.
matching-proven-most = Лучшего распределения нет: это доказано.
matching-proven-stable = Никто не захочет поменяться: это доказано.
matching-best-found = Это лучшее из найденного; не доказано, что лучше нельзя: { $what }.
matching-time-over = Время вышло, это лучшее из найденного; не доказано, что лучше нельзя: { $what }.
matching-unproven-placing = места
matching-unproven-fairness = справедливость
matching-unproven-coverage = дни наставников
matching-refused-pin = Закрепление { $code } не исполнено: { $cause }.
matching-moved = { $count ->
    [0] По сравнению с подбором № { $number } ничего не изменилось.
    [one] По сравнению с подбором № { $number } изменилось { $count } место.
    [few] По сравнению с подбором № { $number } изменились { $count } места.
   *[other] По сравнению с подбором № { $number } изменилось { $count } мест.
}
matching-moved-none = По сравнению с прошлым подбором ничего не изменилось.
matching-moved-line = { $code }: { $before } → { $after }
matching-without = без места
matching-publish-ask = { $count ->
    [one] Разослать { $count } предложение колледжам, наставникам и предприятиям? На ответ два рабочих дня.
    [few] Разослать { $count } предложения колледжам, наставникам и предприятиям? На ответ два рабочих дня.
   *[other] Разослать { $count } предложений колледжам, наставникам и предприятиям? На ответ два рабочих дня.
}
matching-publish-left = Без места останутся: { $left }. Их колледжи увидят причины.
matching-outdated =
    С тех пор места, заявки или наставники изменились. Можно подобрать снова; то, чего больше нет, разослано не будет.

matching-groups-enterprises = <b>Подбор № { $number } по предприятиям</b>: { $count }
matching-groups-colleges = <b>Подбор № { $number } по колледжам</b>: { $count }
matching-group = { $name }: { $count }
matching-group-head = <b>{ $name }</b>: { $count }
matching-pair-line =
    <b>{ $code }</b>, { $speciality }
    { $enterprise }, { $site }
    { $mentor }; баллов: { $points }
matching-pair-head = <b>{ $code }</b> в подборе № { $number }
matching-pair-gone = Этого практиканта в подборе нет.
matching-no-mentor = наставник не назначен
matching-nobody = наставника ни на один день нет
matching-primary = Наставник: { $name }
matching-substitutes = Замещают: { $names }
matching-uncovered = { $count ->
    [one] Без наставника { $count } день: { $days }
    [few] Без наставника { $count } дня: { $days }
   *[other] Без наставника { $count } дней: { $days }
}
matching-frozen = Пара согласована раньше, подбор её не менял.
matching-why-head = <b>Почему это место</b> (баллы: соответствие { $fit }{ $wish ->
    [0] { "" }
   *[other] , пожелание { $wish }
}):
matching-why-pinned = — закреплено координатором
matching-why-wish = — пожелание № { $rank }
matching-why-speciality = — место именно для этой специальности
matching-why-group = — место для этой укрупнённой группы
matching-why-mentored = — личный наставник
matching-why-production-order = — есть производственный заказ
matching-why-hires = — предприятие готово принять на работу
matching-why-programme = — на предприятии есть программа наставничества
matching-why-town = — в своём городе
matching-why-choices = Подходящих предложений: { $count }.
matching-missed-kind = — пожелание № { $rank } ({ $enterprise }): мест для такой практики нет
matching-missed-speciality = — пожелание № { $rank } ({ $enterprise }): эту специальность не берут
matching-missed-period = — пожелание № { $rank } ({ $enterprise }): не подходят даты
matching-missed-contract = — пожелание № { $rank } ({ $enterprise }): нет общей формы договора
matching-missed-night = — пожелание № { $rank } ({ $enterprise }): только ночные смены
matching-missed-mentor = — пожелание № { $rank } ({ $enterprise }): нет наставника
matching-missed-town = — пожелание № { $rank } ({ $enterprise }): в этот населённый пункт практикант не сможет ездить
matching-missed-clearance = — пожелание № { $rank } ({ $enterprise }): не успеть с допуском
matching-missed-banned = — пожелание № { $rank } ({ $enterprise }): пара исключена
matching-missed-full = — пожелание № { $rank } ({ $enterprise }): мест не хватило
matching-errand = До { $due } нужно: { $clearance }.

matching-left-list = <b>Без места</b>: { $count }
matching-left-none = Место нашлось каждому.
matching-left-line = { $waiting }. { $code }: { $cause }
matching-left-head = <b>{ $code }</b>: места пока нет, в листе ожидания { $waiting }-й
matching-left-cause = Причина: { $cause }.
matching-funnel-head = Что отсеяло предложения:
matching-funnel-line = — { $cause }: { $count }
matching-cause-kind = место не для такой практики
matching-cause-speciality = нет мест по специальности
matching-cause-period = не подходят даты
matching-cause-contract = нет общей формы договора
matching-cause-night = только ночные смены, а практиканту нет 18 лет
matching-cause-mentor = некому быть наставником
matching-cause-town = практикант не сможет туда ездить
matching-cause-clearance = не успеть с допуском к первому дню
matching-cause-banned = пара запрещена или уже была отклонена
matching-cause-full = подходящие места заняты
matching-change-none = Одного изменения недостаточно: нужны новые места или другие даты.
matching-change-clearance = Поможет: { $clearance } до { $day }. Тогда есть место на предприятии { $enterprise }.
matching-change-seat = Поможет: +1 место на предприятии { $enterprise }, { $period }.
matching-change-contract = Поможет: договор с предприятием { $enterprise } по форме «{ $form }».
matching-change-town = Поможет: готовность ездить в другой населённый пункт ({ $town }, { $enterprise }).
matching-change-ban = Поможет: снять запрет на пару с предприятием { $enterprise }.
matching-change-mentor = Поможет: если предприятие { $enterprise } назовёт наставника по этой специальности.
matching-change-period = Поможет: практика { $period }. Тогда есть место на предприятии { $enterprise }.
matching-change-day-shift = Поможет: если предприятие { $enterprise } возьмёт практиканта в дневную смену.
matching-change-speciality = Поможет: если предприятие { $enterprise } возьмёт эту специальность.
matching-change-kind = Поможет: если предприятие { $enterprise } возьмёт на такую практику.
matching-own-head = <b>Ваши практиканты без места</b>: { $count }
matching-own-none = Практикантов, которым в последнем опубликованном подборе не нашлось места, у Вас нет.
matching-own-line = <b>{ $code }</b> (у Вас: { $mark }), в листе ожидания { $waiting }-й

matching-notice-done =
    Подбор № { $number } готов: размещены { $placed } из { $asked }. Это черновик: посмотрите и опубликуйте.
matching-notice-failed = Подбор № { $number } не удался. Данные целы, запустите его снова.
matching-notice-left =
    Подбор опубликован. Ваших практикантов без места: { $count }. Причины и что поможет — по кнопке.

matching-table-title = Подбор № { $number }
matching-table-made = Сделан { $at }, жребий { $seed }
matching-table-file = podbor-{ $number }.xlsx
matching-picture-title = Занятые места по неделям
matching-picture-empty = Никто не размещён.
matching-picture-note = В клетке: занято / предложено. Тире: предложений на эту неделю нет.
matching-picture-file = podbor-{ $number }.png
matching-sheet-placed = Размещены
matching-sheet-left = Без места
matching-sheet-enterprises = Предприятия
matching-sheet-figures = Цифры
matching-column-code = Код
matching-column-college = ПОО
matching-column-speciality = Специальность
matching-column-first = Первый день
matching-column-last = Последний день
matching-column-enterprise = Предприятие
matching-column-site = Участок
matching-column-primary = Наставник
matching-column-substitutes = Замещают
matching-column-uncovered = Дни без наставника
matching-column-fit = Соответствие
matching-column-wish = Пожелание
matching-column-why = Почему
matching-column-waiting = Очередь
matching-column-cause = Причина
matching-column-change = Что поможет
matching-column-placed = Размещено
matching-column-seats = Мест
matching-column-days = Дней практики
matching-column-covered = Из них с наставником
matching-column-figure = Показатель
matching-column-value = Значение
matching-figure-asked = Всего практикантов
matching-figure-placed = Размещены
matching-figure-total = Сумма баллов
matching-figure-best = Наибольшая возможная сумма
matching-figure-loss = Наибольшая потеря соответствия
matching-figure-blocking = Пар, которым друг с другом было бы лучше
matching-figure-days = Дней, когда нужен наставник
matching-figure-coverable = Из них можно покрыть
matching-figure-covered = Покрыто

error-matching-nothing = Подбирать нечего: никто не ждёт места или нет открытых предложений. Проверьте заявки и места.
error-matching-outdated = Этот подбор опубликовать нельзя: после него уже опубликован другой. Подберите снова.
error-matching-failed = Подбор не удался. Данные целы, запустите его снова.

journal-did-practice-matching-started = Начат подбор мест
journal-did-practice-matching-word = Закреплена или запрещена пара в подборе
journal-did-practice-matching-published = Опубликован подбор мест
