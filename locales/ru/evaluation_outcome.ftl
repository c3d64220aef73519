# Результат экспертизы: спорные критерии, решение, ответ колледжа, исправления, протокол
evaluation-result-head = <b>Результат экспертизы</b>
    { $programme }
    { $college }
evaluation-result-sheets = Листов учтено: <b>{ $came }</b>, нужно { $minimum }
evaluation-result-counts = ✅ { $meets } · ❌ { $fails } · ⚖️ { $split } · 🤷 { $unknown }
evaluation-result-voice = 👤 { $who }
evaluation-result-chair = Решает председатель: { $name }
evaluation-status-too-few = Листов пока меньше, чем нужно: результата нет.
evaluation-status-for-chair = { $count ->
    [one] ⚖️ Мнения разошлись по { $count } критерию. Решает председатель.
   *[many] ⚖️ Мнения разошлись по { $count } критериям. Решает председатель.
 }
evaluation-status-revising = 🔁 Один из листов исправляется. Решение возможно, когда он придёт снова.
evaluation-status-ready = Спорных критериев нет, можно принимать решение.
evaluation-status-decided = Решение принято.
evaluation-status-changed = ⚠️ После решения листы изменились. Нужно решить заново.
evaluation-outcome-agreed = ✅ <b>Согласована</b>
evaluation-outcome-with-remarks = ✏️ <b>Согласована с замечаниями</b>
evaluation-outcome-returned = ↩️ <b>Возвращена на доработку</b>
evaluation-decided-at = Решение { $number } от { $at }
evaluation-fix-by = Исправить до <b>{ $day }</b>
evaluation-decision-words = Пояснение: { $words }
evaluation-released-at = Колледжу сообщено { $at }
evaluation-not-released = Колледж о решении ещё не знает.
evaluation-college-accepted = Колледж согласен.
evaluation-college-objected = Колледж возражает: { $words }
evaluation-fixed-at = Исправления отправлены { $at }
evaluation-recheck-waiting = 🔎 Эксперты проверяют исправления:
evaluation-recheck-fixed = ✅ Все эксперты считают, что исправлено:
evaluation-recheck-split = ⚖️ По исправлениям мнения разошлись:
evaluation-recheck-failed = ❌ Исправлено не всё:
evaluation-recheck-late = ⏳ Исправления проверили не все, а пять рабочих дней прошли. Решает председатель:
evaluation-recheck-line = { $mark } { $number } · { $who }{ $remark }
evaluation-button-result = 📊 Результат
evaluation-button-remarks = 💬 Все замечания ({ $count })
evaluation-button-decide-agreed = ✅ Согласовать
evaluation-button-decide-with-remarks = ✏️ Согласовать с замечаниями
evaluation-button-decide-returned = ↩️ Вернуть на доработку
evaluation-button-release = 📨 Сообщить колледжу
evaluation-button-release-sure = Сообщить
evaluation-button-versions = 📄 { $who } · v{ $count }
evaluation-button-reopen = 🔁 Вернуть лист эксперту
evaluation-button-restore = ↩️ Учесть прежнюю версию
evaluation-toast-result-moved = Пока Вы смотрели, листы изменились. Вот как сейчас.
evaluation-toast-released = Колледжу сообщено.
evaluation-standing-meets = ✅ Эксперты единодушны: соответствует
evaluation-standing-fails = ❌ Эксперты единодушны: не соответствует
evaluation-standing-split = ⚖️ Мнения разошлись
evaluation-standing-not-assessed = 🤷 Никто не смог оценить
evaluation-ruled = Решение председателя: <b>{ $verdict }</b>. { $words }
evaluation-voice = <b>{ $who }</b>: { $verdict }
evaluation-button-rule-meets = ✅ Соответствует
evaluation-button-rule-fails = ❌ Не соответствует
evaluation-ruling-why = Критерий <b>{ $number }</b>: { $verdict }. Напишите одним сообщением почему. Это увидит колледж.
evaluation-evidence-voice-length = 🎤 Голосовое, { $length }
evaluation-evidence-one-photo = 🖼 Фото
evaluation-evidence-one-document = Документ
evaluation-evidence-gone = Этот файл в Telegram больше не хранится.
evaluation-remarks-none = Замечаний нет.
evaluation-remark-head = <b>{ $number }</b> { $mark }{ $who }
evaluation-remark-withdrawn = <i>Снято автором, было в версии { $version }</i>
evaluation-release-ask = <b>Сообщить колледжу?</b>
    { $college }
    
    Колледж увидит решение и замечания без имён экспертов. Отозвать сообщение нельзя.
evaluation-form-decision = Решение по программе
evaluation-ask-fix-by = До какого дня колледж должен исправить замечания?
evaluation-ask-decision-words = Почему? Это увидит колледж.
evaluation-ask-decision-note = Добавить пояснение для колледжа? Если не нужно, пропустите.
evaluation-label-fix-by = Исправить до
evaluation-label-decision-words = Пояснение
evaluation-reopen-why = Почему возвращаете лист? Напишите одним сообщением, эксперт это увидит.
    { $who }

# Версии листа
evaluation-versions-head = <b>Версии листа</b>
    { $who }
    { $programme }
evaluation-versions-own-head = <b>Версии Вашего листа</b>
    { $programme }
evaluation-versions-none = Лист ещё не отправлен.
evaluation-version = Версия { $number }, { $at }
    <code>{ $code }</code>
evaluation-version-same = От прежней версии ничем не отличается.
evaluation-change = <b>{ $number }</b>: { $before }
    → { $after }
evaluation-button-revise = ✏️ Исправить лист
evaluation-button-revise-sure = Да, исправить
evaluation-button-others = 👥 Листы других экспертов
evaluation-button-own-versions = 📄 Версии листа
evaluation-revise-ask = <b>Исправить отправленный лист?</b>
    { $programme }
    
    Отправленная версия сохранится. Пока Вы не отправите лист снова, он не учитывается.
evaluation-toast-revising = Лист открыт для исправления.
evaluation-others-head = <b>Листы других экспертов</b>
    { $programme }
    { $college }
evaluation-others-count = Листов: { $count }
evaluation-others-agree = Все эксперты считают, что программа соответствует всем критериям. Замечаний нет.
evaluation-others-criterion = <b>{ $number }</b>
evaluation-others-voice = { $mark } { $who }{ $remark }

# Колледж: решение, ответ, исправления
evaluation-button-outcome = 📋 Решение: { $programme }
evaluation-button-own = ‹ Программы колледжа
evaluation-to-fix-head = <b>Нужно исправить</b>
evaluation-to-fix = { $mark } <b>{ $number }.</b> { $text }
evaluation-fix-ruling = Решение председателя: { $words }
evaluation-recommendations = <b>Рекомендации экспертов</b>
evaluation-own-answer-accepted = Вы согласились с решением.
evaluation-own-answer-objected = Ваше возражение передано: { $words }
evaluation-button-will-fix = Согласны, исправим
evaluation-button-accept-outcome = Ознакомлены
evaluation-button-object = Возразить
evaluation-button-hand-in = 📨 Отправить исправления
evaluation-toast-answer-kept = Ответ передан председателю.
evaluation-toast-fixes-sent = Исправления отправлены экспертам.
evaluation-objection-why = Напишите возражение одним сообщением. Его прочитает председатель.
evaluation-fix-ask = 👉 Напишите, что исправлено, или пришлите документ, фото (можно с подписью). Файлов может быть несколько.
evaluation-fix-now = Сейчас записано: { $text }
evaluation-fix-kept = Исправление по { $number } записано.
evaluation-fix-file-kept = Файл к { $number } приложен. Можно прислать ещё.
error-evaluation-fix-expected = Нужен текст, документ или фото.

# Проверка исправлений
evaluation-recheck-head = <b>Проверка исправлений</b>
    { $programme }
    { $college }
evaluation-recheck-progress = Проверено { $done } из { $total }
evaluation-recheck-thanks = Спасибо! Решение примет председатель.
evaluation-recheck-before = Ваше замечание: { $remark }
evaluation-recheck-fix = Колледж исправил: { $text }
evaluation-recheck-files-only = Колледж приложил файлы.
evaluation-recheck-said = Ваш ответ: <b>{ $verdict }</b>
evaluation-rechecked-meets = исправлено
evaluation-rechecked-fails = не исправлено
evaluation-rechecked-cannot-assess = не могу оценить
evaluation-button-fixed = ✅ Исправлено
evaluation-button-not-fixed = ❌ Не исправлено
evaluation-button-recheck = 🔎 Проверить исправления
evaluation-recheck-why = Что по критерию { $number } ещё не исправлено? Напишите одним сообщением.
evaluation-toast-recheck-kept = Записано.

# Протокол
evaluation-button-protocol = 📜 Протокол
evaluation-button-sign-protocol = ✍️ Подписать протокол
evaluation-button-sign-sure = ✍️ Да, подписать
evaluation-button-draft = 📄 Проект протокола
evaluation-button-paper = { $number ->
    [0] 📄 Протокол (Word и PDF)
   *[other] 📄 Дополнение { $number } (Word и PDF)
 }
evaluation-sign-ask = <b>Подписать протокол?</b>
    { $title }
    
    После подписи его нельзя изменить: можно только дополнить, с причиной. Прочитайте проект, если ещё не читали.
evaluation-button-amend = ✍️ Дополнение к протоколу
evaluation-protocol-head = <b>Протокол сессии</b>
    { $title }
evaluation-protocol-line = { $number ->
    [0] ✍️ Протокол подписан { $at }
   *[other] ✍️ Дополнение { $number } подписано { $at }
 }
    <code>{ $code }</code>
evaluation-protocol-reason = Причина: { $reason }
evaluation-protocol-chair = Подписывает председатель: { $name }
evaluation-protocol-not-closed = Протокол подписывают, когда сессия закрыта.
evaluation-protocol-hidden = { $count ->
    [one] У Вас конфликт интересов по { $count } программе: до решения по ней протокол подписать нельзя.
   *[many] У Вас конфликт интересов по { $count } программам: до решения по ним протокол подписать нельзя.
 }
evaluation-protocol-undecided = { $count ->
    [one] Решения ждёт ещё { $count } программа.
    [few] Решения ждут ещё { $count } программы.
   *[many] Решения ждут ещё { $count } программ.
 }
evaluation-protocol-ready = Решения приняты, протокол можно подписывать. После подписи он не меняется: можно только дополнить.
evaluation-protocol-changed = ⚠️ После подписи изменилось: { $programmes }. Нужно дополнение к протоколу.
evaluation-protocol-current = Протокол соответствует тому, что решено.
evaluation-amend-moved = Пока Вы писали, изменилось ещё что-то, дополнение не подписано. Вот как сейчас.
evaluation-amend-why = Почему нужно дополнение? Напишите одним сообщением: причина войдёт в него.
evaluation-toast-protocol-signed = Протокол подписан.

# Уведомления
evaluation-reopened-head = 🔁 <b>Председатель вернул Вам лист</b>
evaluation-reopened-reason = Причина: { $reason }
evaluation-reopened-next = Прежняя версия сохранена. Исправьте, что нужно, и отправьте лист снова.
evaluation-released-head = <b>Решение по программе колледжа</b>
evaluation-fixes-soon = { $left ->
    [one] <b>До срока исправлений { $left } рабочий день</b>
    [few] <b>До срока исправлений { $left } рабочих дня</b>
   *[many] <b>До срока исправлений { $left } рабочих дней</b>
 }
evaluation-fixes-today = <b>Сегодня последний день для исправлений</b>
evaluation-fixes-overdue = ⏰ <b>Колледж не прислал исправления в срок</b>
evaluation-answered-head = <b>Ответ колледжа</b>
evaluation-recheck-asked = { $count ->
    [one] 🔎 <b>Колледж исправил { $count } критерий. Проверьте только его.</b>
    [few] 🔎 <b>Колледж исправил { $count } критерия. Проверьте только их.</b>
   *[many] 🔎 <b>Колледж исправил { $count } критериев. Проверьте только их.</b>
 }
evaluation-recheck-done = 🔎 <b>Эксперты проверили исправления</b>

# Отказы
error-evaluation-not-the-chair = Это делает председатель сессии: { $name }.
error-evaluation-nothing-to-decide = Сейчас это решение принять нельзя. Откройте результат программы ещё раз.
error-evaluation-words-needed = Напишите причину словами.
error-evaluation-fixes-incomplete = { $count ->
    [one] Не исправлен ещё { $count } критерий.
    [few] Не исправлены ещё { $count } критерия.
   *[many] Не исправлено ещё { $count } критериев.
 }
error-evaluation-nothing-to-amend = После подписи протокола ничего не изменилось.
error-evaluation-protocol-not-ready = { $count ->
    [one] Протокол подписать рано: решения ждёт { $count } программа.
    [few] Протокол подписать рано: решения ждут { $count } программы.
   *[many] Протокол подписать рано: решения ждут { $count } программ.
 }
