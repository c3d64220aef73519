# Конфликт интересов, резерв экспертов, база экспертов
evaluation-ground-none = Не связан(а)
evaluation-ground-contract = Договор о практике с нашим предприятием
evaluation-ground-works = Работаю или преподаю там
evaluation-ground-author = Соавтор программы
evaluation-ground-relative = Там работает или учится родственник
evaluation-conflict-ask = <b>Связаны ли Вы с этим колледжем?</b>
    { $college }
    
    Договор о практике оценивать не мешает, он будет указан в протоколе. При более тесной связи программу оценит другой эксперт.
evaluation-conflict-sure = <b>{ $ground }</b>
    { $college }
    
    Тогда лист и материалы этой программы закроются для Вас, а координатор пригласит другого эксперта. Всё верно?
evaluation-button-conflict = ⚖️ Связь с колледжем изменилась
evaluation-button-conflict-sure = Да, верно
evaluation-toast-conflict-kept = Записано.
evaluation-work-barred = ⚖️ Конфликт интересов: лист и материалы закрыты
evaluation-work-replaced = ↪️ Программу оценивает другой эксперт
evaluation-expert-conflict-soft = {"  "}⚖️ <i>договор о практике с колледжем</i>
evaluation-expert-conflict-hard = {"  "}⚖️ <i>конфликт интересов, лист не учитывается</i>
evaluation-hidden-conflict = ⚖️ У Вас конфликт интересов. Экспертизу этой программы ведёт другой координатор.
evaluation-hidden-own-sheet-first = 🙈 Вы сами оцениваете эту программу. Остальное откроется после Вашего листа.
evaluation-button-recuse = ⚖️ У меня конфликт интересов
evaluation-recuse-ask = <b>Что связывает Вас с колледжем?</b>
    { $programme }
    { $college }
evaluation-recuse-sure = <b>{ $ground }</b>
    
    Тогда Вы перестанете видеть экспертов, листы и результат этой программы, пока колледжу не сообщат решение. Вести её сможет только другой координатор. Отменить это нельзя.
evaluation-coordinator-wanted = ⚖️ <b>Нужен другой координатор</b>
    { $programme }
    { $college }
    
    У всех координаторов конфликт интересов с этой программой. Пригласите ещё одного: /people → «Пригласить».
evaluation-conflict-notice = ⚖️ <b>Конфликт интересов</b>
    { $expert } связан(а) с колледжем: { $college }
    { $programme }
    
    { $signed ->
        [yes] Лист уже отправлен. Он не учитывается в результате, но хранится.
       *[no] Лист и материалы для эксперта закрыты.
    }
evaluation-aside-notice = ⚖️ <b>Лист закрыт</b>
    { $programme }
    
    У Вас появилась роль в колледже: { $college }. Из-за конфликта интересов программу оценит другой эксперт. Если это ошибка, напишите координатору.
evaluation-answer-due = <b>Сегодня последний день, чтобы ответить на приглашение</b>
evaluation-silent-notice = ⌛️ <b>Эксперт не ответил за 2 рабочих дня</b>
    { $expert }, { $enterprise }
    { $programme }
evaluation-reserve-head = <b>Кого можно пригласить вместо</b>
evaluation-reserve-none = Подходящих экспертов в резерве нет. Выберите из всего списка.
evaluation-button-ask-instead = ✉️ Пригласить: { $name }
evaluation-button-replace = ↪️ Заменить: { $name }
evaluation-replacement-head = <b>Замена эксперта</b>
    { $expert }
    { $programme }
    { $college }
evaluation-replacement-asked = ✉️ Приглашение отправлено: { $who }
evaluation-toast-replaced = Приглашение отправлено.
evaluation-fit-line = <b>{ $who }</b>: { $why }
evaluation-fit-none = <b>{ $who }</b>
evaluation-fit-speciality = эта специальность
evaluation-fit-group = та же группа (УГПС)
evaluation-fit-employer = предприятие программы
evaluation-pool-history = В работе { $load }, сдано листов { $submitted }, не состоялось { $given_up }
evaluation-pool-head = <b>Вы как эксперт кластера</b>
    Отметьте, программы каких групп можете оценивать.
evaluation-pool-codes = Отмечено: { $codes }
evaluation-pool-no-codes = Пока ничего не отмечено.
evaluation-pool-listed = { $listed ->
    [yes] ✅ Вы в резерве: координатор увидит Вас, когда понадобится эксперт.
    [no] Вас нет в резерве: предлагать координатору не будем.
   *[unknown] Можно ли предлагать Вас координатору, когда понадобится эксперт? Он увидит имя, предприятие, отмеченные группы и сколько листов Вы сдали.
 }
evaluation-pool-specialities = <b>Специальности и профессии</b>
    Отметьте те, которые знаете лучше всего.
evaluation-button-competence = 🧭 Мои специальности
evaluation-button-specialities = Отдельные специальности
evaluation-button-list = ✅ Да, включить в резерв
evaluation-button-unlist = Убрать из резерва

evaluation-session-chair = Председатель: { $name }
evaluation-chair-ask = <b>Кто председатель сессии?</b>
    { $title }
    
    Председатель решает спорные критерии, сообщает результат колледжам и возвращает листы.
evaluation-button-chair = 👤 Председатель

# Отказы
error-evaluation-conflict-bars = Из-за конфликта интересов лист и материалы этой программы для Вас закрыты.
error-evaluation-hidden-from-you = { $why ->
    [conflict] У Вас конфликт интересов. Экспертизу этой программы ведёт другой координатор.
   *[own_sheet_first] Вы сами оцениваете эту программу. Остальное откроется после Вашего листа.
 }
error-evaluation-replaced = Программу уже оценивает другой эксперт. Спасибо!
error-evaluation-cannot-be-replaced = Этот эксперт не отказался, заменять его не нужно.
