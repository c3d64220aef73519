# Программа дня, живой режим, колледж без программы, рядом с карточкой критерия
evaluation-button-day = 🗓 Программа дня
evaluation-day-head = <b>Программа дня</b>
    { $title }
evaluation-day-slot = 🕙 <b>{ $day }, { $time }</b>, { $minutes } мин
evaluation-day-no-slot = 🕙 Время не назначено
evaluation-day-now = ▶️ Идёт сейчас
evaluation-day-presenter = Представляет: { $who }
evaluation-button-slot = 🕙 Время: { $programme }
evaluation-button-live = ▶️ Вести сессию
evaluation-live-head = ▶️ <b>Идёт сессия</b>
    { $title }
evaluation-live-none = Программа пока не открыта. Откройте первую, когда все готовы.
evaluation-live-progress = Листов сдано: <b>{ $done }</b>, ещё оценивают: <b>{ $scoring }</b>
evaluation-live-next = Дальше: { $programme }
    { $college }
evaluation-button-live-first = ▶️ Открыть первую программу
evaluation-button-live-next = ⏭ Открыть следующую
evaluation-button-live-end = ⏹ Закончить показ
evaluation-toast-live = Открыта для всех экспертов.
evaluation-live-opened = ▶️ <b>Сейчас представляют эту программу</b>
evaluation-minutes = { $count } мин
evaluation-form-slot = Время представления программы
evaluation-ask-slot-day = В какой день?
evaluation-ask-slot-time = Во сколько? Например 10:30.
evaluation-ask-slot-minutes = Сколько минут?
evaluation-ask-presenter = Кто представляет программу? Если ещё не известно, пропустите.
evaluation-label-slot-day = День
evaluation-label-slot-time = Время
evaluation-label-slot-minutes = Длительность
evaluation-label-presenter = Представляет
error-evaluation-time-expected = Нужно время, например 10:30.
evaluation-button-wanted = ✉️ Попросить колледж назвать программу
evaluation-programme-asked = ✉️ Колледж попросили { $at }
evaluation-block-missing = ⚠️ Колледж ещё не назвал программу
evaluation-wanted-sent = { $count ->
    [one] Просьба отправлена { $count } представителю колледжа.
   *[many] Просьба отправлена { $count } представителям колледжа.
 }
evaluation-wanted-nobody = У колледжа ещё нет представителя в боте. Пригласите его: /people → «Пригласить».
evaluation-wanted-notice = <b>Назовите программу для экспертизы</b>
    { $college }
    
    В экспертной сессии для Вашего колледжа есть место, но программа ещё не названа.
evaluation-named = ✅ <b>Программа записана.</b> Экспертам отправлены приглашения, если сессия уже идёт.
evaluation-named-notice = ✅ <b>Колледж назвал программу</b>
evaluation-button-beside = 📎 Материалы
evaluation-button-files = 📂 Файлы ({ $count })
evaluation-button-earlier = 📝 Мои прежние замечания
evaluation-button-to-criterion = ‹ К критерию
evaluation-files-head = <b>Приложено к этому критерию</b>
evaluation-files-none = К этому критерию ничего не приложено.
evaluation-earlier-head = <b>Ваши замечания к критерию { $number } по другим программам</b>
    Нажмите номер, чтобы взять.
evaluation-earlier-line = <b>{ $place }.</b> { $text }
    <i>{ $programme }</i>
evaluation-earlier-none = По критерию { $number } у Вас ещё не было замечаний к другим программам.
evaluation-toast-reused = Замечание записано.
evaluation-kept-voice = Голосовое { $length } приложено к { $number }.
