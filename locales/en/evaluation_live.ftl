# Programme of the day, live mode, a college without a programme, beside the card of a criterion
evaluation-button-day = 🗓 Programme of the day
evaluation-day-head = <b>Programme of the day</b>
    { $title }
evaluation-day-slot = 🕙 <b>{ $day }, { $time }</b>, { $minutes } min
evaluation-day-no-slot = 🕙 No time yet
evaluation-day-now = ▶️ Now
evaluation-day-presenter = Presented by: { $who }
evaluation-button-slot = 🕙 Time: { $programme }
evaluation-button-live = ▶️ Run the session
evaluation-live-head = ▶️ <b>The session runs</b>
    { $title }
evaluation-live-none = No programme is open. Open the first one when everybody is ready.
evaluation-live-progress = Sheets submitted: <b>{ $done }</b>, still scoring: <b>{ $scoring }</b>
evaluation-live-next = Next: { $programme }
    { $college }
evaluation-button-live-first = ▶️ Open the first programme
evaluation-button-live-next = ⏭ Open the next one
evaluation-button-live-end = ⏹ End
evaluation-toast-live = Open for all experts.
evaluation-live-opened = ▶️ <b>This programme is presented now</b>
evaluation-minutes = { $count } min
evaluation-form-slot = When a programme is presented
evaluation-ask-slot-day = On which day?
evaluation-ask-slot-time = At what time? For example 10:30.
evaluation-ask-slot-minutes = How many minutes?
evaluation-ask-presenter = Who presents it? Skip if not known yet.
evaluation-label-slot-day = Day
evaluation-label-slot-time = Time
evaluation-label-slot-minutes = Length
evaluation-label-presenter = Presented by
error-evaluation-time-expected = A time is needed, for example 10:30.
evaluation-button-wanted = ✉️ Ask the college for a programme
evaluation-programme-asked = ✉️ The college was asked { $at }
evaluation-block-missing = ⚠️ The college has not named a programme yet
evaluation-wanted-sent = { $count ->
    [one] { $count } representative of the college was asked.
   *[other] { $count } representatives of the college were asked.
 }
evaluation-wanted-nobody = The college has no representative in the bot yet. Invite one: /people → “Invite”.
evaluation-wanted-notice = <b>Name a programme for the expertise</b>
    { $college }
    
    The expert session has a place for your college, but no programme is named yet.
evaluation-named = ✅ <b>The programme is noted.</b> Experts are invited if the session is open.
evaluation-named-notice = ✅ <b>A college named its programme</b>
evaluation-button-beside = 📎 Materials
evaluation-button-files = 📂 Files ({ $count })
evaluation-button-earlier = 📝 My earlier remarks
evaluation-button-to-criterion = ‹ To the criterion
evaluation-files-head = <b>Added to this criterion</b>
evaluation-files-none = Nothing is added to this criterion.
evaluation-earlier-head = <b>Your remarks on criterion { $number } about other programmes</b>
    Tap a number to take one.
evaluation-earlier-line = <b>{ $place }.</b> { $text }
    <i>{ $programme }</i>
evaluation-earlier-none = You have no remarks on criterion { $number } about other programmes yet.
evaluation-toast-reused = The remark is kept.
evaluation-kept-voice = The voice message ({ $length }) is added to { $number }.
