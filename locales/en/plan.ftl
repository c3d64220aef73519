# Work plan: obligations, deadlines, reminders
plan-executor-coordinator = coordinator
plan-and-more = { $names } and { $count } more
plan-due-none = no date yet
plan-due-today = due today
plan-due-left = due { $day }, { $left ->
    [one] { $left } working day left
   *[other] { $left } working days left
 }
plan-due-late = was due { $day }, { $days ->
    [one] { $days } day late
   *[other] { $days } days late
 }

# The ping of the day: one message, however many obligations
plan-ping-executor = ⏰ <b>Your deadlines of the plan</b>
plan-ping-snoozed = 🔔 <b>You asked to be reminded</b>
plan-ping-progress = 📝 <b>The quarter ends: write what has been done</b>
plan-ping-head = ⏰ <b>Due today in your organisation</b>
plan-ping-coordinator = ⚠️ <b>Late</b>
plan-ping-chair = 🔴 <b>Late by more than five working days</b>
plan-ping-date = ❓ <b>No date in the plan</b>
    If there is one by now, enter it.
plan-ping-item = • <b>{ $name }</b>
    { $executors }: { $due }
plan-ping-own = • <b>{ $name }</b>
    { $due }
plan-ping-more = { $count ->
    [one] and { $count } more item
   *[other] and { $count } more items
 }
error-plan-obligation-closed = { $state ->
    [done] This item is done already.
    [waived] This item was waived by the coordinator.
    [cannot] This item waits for the coordinator's decision.
   *[other] This cannot be done now: the item is in another state.
 }
error-plan-day-passed = This day is over. { $first } or later will do.
error-plan-proof-expected = This is no proof. Send a file, a picture or a whole link, for example https://example.org/news/12.
menu-plan = Plan and deadlines

# My items
plan-mine-open = <b>Your items of the plan</b>: { $count }{ $late ->
    [0] {""}
   *[other] {" · late: "}{ $late }
 }
plan-mine-done = <b>Done</b>: { $count }
plan-mine-empty-open = <b>Your items of the plan</b>
    Nothing is yours now. When the coordinator adopts a plan or gives you an item, I will write.
plan-mine-empty-done = <b>Done</b>
    Nothing yet. To close an item, open it and press “Done”.
plan-button-mine-open = Open · { $count }
plan-button-mine-done = ✅ Done · { $count }
plan-button-mine = My items
plan-line = { $mark } <b>{ $name }</b>
    { $executor }: { $due }
plan-line-own = { $mark } <b>{ $name }</b>
    { $due }
plan-line-taken = Responsible: { $person }
plan-line-of-all = <b>{ $name }</b>
plan-line-each = { $mark } { $executor }: { $due }
plan-standing-done = done
plan-standing-waived = waived
plan-standing-cannot = “cannot”, waits for the coordinator; { $due }

# An item
plan-card-head = { $mark } <b>{ $name }</b>
plan-card-section = <i>{ $section }</i>
plan-card-executor = Executor: <b>{ $executor }</b>, { $person }
plan-card-nobody = Executor: <b>{ $executor }</b>, nobody took it yet
plan-card-due = 📅 <b>{ $due }</b>
plan-card-cannot = ✋ Cannot: { $reason }
    Proposed date: <b>{ $day }</b>
plan-card-waived = Waived: { $reason }
plan-card-waived-plain = Waived: what others have done is enough.
plan-card-needed = Proofs: { $have } of { $needed }
plan-card-note = 📝 { $day }: { $text }
plan-button-done = ✅ Done
plan-button-take = I take it
plan-button-note = 📝 What is done
plan-button-cannot = ✋ Cannot
plan-button-later = ⏰ Later
plan-button-give = Give to a colleague
plan-button-history = History
plan-button-look = Open
plan-button-in-days = { $days ->
    [1] Tomorrow
   *[other] In { $days } working days
 }
plan-ask-later = <b>{ $name }</b>
    
    When shall I remind you? I will not disturb you about it before. The deadline stays.
plan-ask-give = <b>{ $name }</b>
    
    To whom? They get a message at once, and the reminders from now on.
plan-nobody-to-give = <b>{ $name }</b>
    
    Nobody else of this organisation is in the bot. Ask the coordinator to invite a colleague.
plan-ask-proof = <b>{ $name }</b>
    
    👉 Send the proof: a file, a picture or a link.
plan-ask-note = <b>{ $name }</b>
    
    👉 Write in short what was done this quarter (up to { $limit } characters).
plan-toast-taken = It is yours. Reminders come before the deadline.
plan-toast-given = Given. Your colleague gets a message.
plan-toast-later = I will remind you: { $day }.
plan-proved = ✅ Accepted: the item is done. No more reminders of it.
plan-proof-added = The proof is added.
plan-noted = Noted. I will ask about it next quarter.
plan-proof-link = Proof: { $link }
plan-proof-gone = Telegram no longer has the file “{ $name }”. Ask the executor to send it again.
plan-form-cannot = Cannot be done
plan-ask-reason = What is in the way? The coordinator reads it word for word.
plan-label-reason = Reason
plan-ask-proposed = By which day can it be done? Write a date, for example 15.04, or choose it in the calendar.
plan-label-day = Date
plan-cannot-sent = ✋ The coordinator got your reason and date. Reminders are paused meanwhile; the answer comes here.

# History
plan-history-head = <b>History</b>
    { $name }
plan-history-empty = Nothing has happened yet.
plan-event = { $at } · { $by }
    { $what }
plan-event-text = <i>{ $text }</i>
plan-by-itself = the program
plan-act-take = takes it
plan-act-delegate = gives it to { $person }
plan-act-note = writes what is done
plan-act-prove = adds a proof
plan-act-cannot = cannot, proposes { $day }
plan-act-agree = new deadline { $day }
plan-act-refuse = the deadline stays
plan-act-move = the deadline is { $day } now
plan-act-waive = waived
plan-act-reopen = owed again

# The coordinator's board
plan-board-empty = <b>The cluster's plan</b>
    Nothing is owed yet. Adopt a work plan: every executor gets deadlines and reminders.
plan-board-head = <b>The cluster's plan</b> · { $day }
plan-board-calm = Nothing is urgent.
plan-board-total = Open: { $open } · done: { $done }
plan-board-late = 🔴 Late: <b>{ $count }</b>
plan-board-cannot = ✋ Wait for your decision: <b>{ $count }</b>
plan-board-week = 📅 Due this week: <b>{ $count }</b>
plan-board-risk = 🟡 At risk: <b>{ $count }</b> (due soon, nobody took it)
plan-board-undated = ❓ Rows of the plan without a date: <b>{ $count }</b>
plan-board-nobody = 👤 Nobody to remind: <b>{ $count }</b> (the organisation has nobody in the bot)
plan-list-late = 🔴 Late · { $count }
plan-list-cannot = ✋ Decide · { $count }
plan-list-week = 📅 This week · { $count }
plan-list-risk = 🟡 At risk · { $count }
plan-list-undated = ❓ Without a date · { $count }
plan-list-nobody = 👤 Nobody to remind · { $count }
plan-list-open = Open · { $count }
plan-list-done = ✅ Done · { $count }
plan-title-late = <b>Late</b>: { $count }
plan-title-cannot = <b>Wait for your decision</b>: { $count }
plan-title-week = <b>Due this week</b>: { $count }
plan-title-risk = <b>At risk</b>: { $count }
    Due within 10 working days, nobody took them.
plan-title-undated = <b>Rows of the plan without a date</b>: { $count }
    Tap a row once its date is known: all its executors get it at once.
plan-title-nobody = <b>Nobody to remind</b>: { $count }
    Invite representatives of these organisations: “People” → “Invite”.
plan-title-open = <b>Open items</b>: { $count }
plan-title-done = <b>Items done</b>: { $count }
plan-title-waived = <b>Waived items</b>: { $count }
plan-list-empty = Nothing here.
plan-sections = <b>By section of the plan</b>
plan-organisations = <b>By organisation</b>
    Those with most late first.
plan-tally = <b>{ $name }</b>
    open { $open }, late { $late }, done { $done }
plan-button-board = ‹ The plan's board
plan-button-sections = By section
plan-button-organisations = By organisation
plan-button-all = All open
plan-button-chair = Chair of the council
plan-button-head = Head of the organisation

# Decisions of the coordinator
plan-button-agree = Accept { $day }
plan-button-other-date = Another date
plan-button-refuse = Keep the deadline
plan-button-date = Enter the date
plan-button-date-of = Date: { $name }
plan-button-move = Move the deadline
plan-button-waive = Waive
plan-button-reopen = Owed again
plan-form-date = New deadline
plan-ask-date = By which day? Write a date, for example 15.04, or choose it in the calendar.
plan-ask-basis = On which basis? For example: order of 12.03.2024 No.{"\u00A0"}45. Can be skipped.
plan-label-basis = Basis
plan-toast-agreed = Accepted. The executor gets a message.
plan-toast-moved = New deadline: { $day }.
plan-toast-dated = { $count ->
    [one] { $count } item has its date. The executors get messages.
   *[other] { $count } items have their date. The executors get messages.
 }
plan-toast-named = Noted. The next reminders follow it.
plan-why-refuse = <b>{ $name }</b>
    
    Why does the deadline stay? The executor reads it.
plan-why-waive = <b>{ $name }</b>
    
    Why is it waived? The executor reads it.
plan-why-reopen = <b>{ $name }</b>
    
    Why is it owed again? The executor reads it.
plan-decided-refuse = The deadline stays. The executor gets a message.
plan-decided-waive = Waived. The executor gets a message.
plan-decided-reopen = It is owed again. The executor gets a message.
plan-ask-chair = <b>Chair of the council</b>
    Now: { $named }. Hears of what is five working days late, and then weekly.
    
    Who instead?
plan-ask-chair-nobody = <b>Chair of the council</b>
    Nobody is named: coordinators hear of what is five working days late.
    
    Who is chair?
plan-ask-head = <b>Head: { $organisation }</b>
    Now: { $named }. Hears on the day an item is due that it is still open.
    
    Who instead?
plan-ask-head-nobody = <b>Head: { $organisation }</b>
    Nobody is named: all representatives hear of it on the day an item is due.
    
    Who is head?
plan-nobody-in-bot = There is nobody in the bot who could be named. Invite a representative.

# Messages
plan-week-head = <b>The plan: the week ahead</b>
plan-week-none = Nothing is due this week.
plan-given-head = 📌 <b>An item of the plan was given to you</b>
plan-told-why = The coordinator writes: <i>{ $text }</i>
plan-told-agree = ✅ <b>The coordinator accepted the new deadline</b>
plan-told-refuse = <b>The coordinator kept the deadline</b>
plan-told-move = 📅 <b>The coordinator changed the deadline</b>
plan-told-waive = <b>The coordinator waived the item</b>
plan-told-reopen = ↩️ <b>The item is owed again</b>
plan-cannot-head = ✋ <b>{ $executor }: cannot be done</b>
plan-made-head = 📋 <b>A plan was adopted</b>
    { $title }
    
    Your organisation has { $count ->
        [one] { $count } item
       *[other] { $count } items
    }:
plan-made-next = 
    I will remind you 10, 3 and 1 working days before each deadline. Whoever does an item opens it and presses “I take it”.
plan-moved-head = 📅 <b>Deadlines changed</b>

# Work plans
plan-button-plans = 📋 Work plans
plan-plans-head = <b>Work plans</b>
plan-plans-empty = There are no plans yet.
plan-plans-line = <b>{ $title }</b>
    { $first } – { $last }, { $state }
plan-state-over = over
plan-state-adopted = adopted
plan-state-new = not adopted yet
plan-view-head = <b>{ $title }</b>
    { $state }
plan-view-count = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 }, { $owed ->
    [one] { $owed } obligation
   *[other] { $owed } obligations
 }
plan-view-unclear = ⚠️ Look closely: { $count ->
    [one] { $count } row was not fully understood
   *[other] { $count } rows were not fully understood
 }
plan-row-head = <b>{ $number }. { $title }</b>
plan-row-deadline = Deadline: “{ $text }” → { $meaning }
plan-row-executors = Executors: “{ $text }” → { $owed }
plan-row-unknown = ⚠️ Not in the directory: { $text }
plan-owed = { $organisations ->
    [one] { $organisations } organisation
   *[other] { $organisations } organisations
 }, obligations: { $count }
plan-owed-coordinator = the coordinator runs it, obligations: { $count }
plan-owed-none = an obligation comes with each event
plan-button-adopt = ✅ Adopt the plan ({ $count })
plan-button-again = Update from the plan ({ $count })
plan-button-next = Make the same for this year
plan-toast-made = The plan is made. Look at its rows and adopt it.
plan-adopted-head = ✅ <b>The plan is adopted</b>
    { $title }
plan-adopted-added = New obligations: { $count }
plan-adopted-kept = Unchanged: { $count }
plan-adopted-waived = Waived with their rows: { $count }
plan-adopted-undated = ❓ Rows without a date: { $count }. I will ask at the beginning of the month.
plan-adopted-moved = 📅 <b>Deadlines changed</b>
plan-adopted-next = The executors got messages. Reminders come 10, 3 and 1 working days before; you hear of what is late on the second working day.
plan-move = • { $name }: { $before } → { $after }
plan-no-day = no date
plan-card-waived-not-held = Waived: the event did not take place, or no news is asked for.
plan-card-news = 📰 News about the event is run in “News”: it reminds you, and the item closes by itself once the news is out.
plan-card-waived-gone = Waived: the plan's new version has no such row.
error-plan-over = This plan ended on { $last }: it stays as history. Make this year's plan of it.
error-plan-current = This plan runs until { $last }; no next one is needed yet.

# Files
plan-button-picture = 🖼 Year
plan-button-table = 📊 Excel
plan-button-calendar = 📅 Calendar
plan-toast-paper = Making the file…
plan-paper-empty = Nothing to write into a file yet: nothing is owed.
plan-file-name = plan-{ $day }
plan-file-title = The cluster's work plan: obligations
plan-calendar-name = Deadlines of the cluster's plan
plan-calendar-done = ✅ { $title }
plan-tab = Plan
plan-as-of = As of { $day }
plan-column-number = No.
plan-column-section = Section
plan-column-title = What
plan-column-executor = Executor
plan-column-person = Person
plan-column-due = Deadline
plan-column-state = State
plan-column-late = Days late
plan-column-reason = Reason
plan-state-of-done = done
plan-state-of-waived = waived
plan-state-of-cannot = cannot
plan-state-of-late = late
plan-state-of-progress = in progress
plan-state-of-open = not begun
plan-month-1 = Jan
plan-month-2 = Feb
plan-month-3 = Mar
plan-month-4 = Apr
plan-month-5 = May
plan-month-6 = Jun
plan-month-7 = Jul
plan-month-8 = Aug
plan-month-9 = Sep
plan-month-10 = Oct
plan-month-11 = Nov
plan-month-12 = Dec
plan-month-none = no date
plan-decisions = Decisions of meetings
