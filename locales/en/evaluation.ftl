# Evaluation of programmes: sessions, expert sheet, reminders
menu-evaluate = Programme evaluation

evaluation-share = { $value } %
evaluation-verdict-meets = meets
evaluation-verdict-fails = does not meet
evaluation-verdict-cannot-assess = cannot assess
evaluation-programme-missing = No programme yet
evaluation-no-enterprise = enterprise not stated
evaluation-photo-name = Photo
evaluation-file-name = Expert sheet { $code }

# The criterion card
evaluation-card-head = <b>{ $programme }</b>
    Criterion { $place } of { $total } · { $done } done
evaluation-card-section = <i>{ $number }. { $title }</i>
evaluation-card-criterion = <b>{ $number }.</b> { $text }
evaluation-card-norm = Norm: <b>{ $norm }</b>
evaluation-card-figure = College's figure: <b>{ $value }</b>
evaluation-card-actual = Actual: <b>{ $value }</b>
evaluation-card-verdict = Your verdict: { $mark } <b>{ $verdict }</b>
evaluation-card-remark = Remark: { $remark }
evaluation-card-evidence = { $count ->
    [one] { $count } file attached
   *[other] { $count } files attached
 }
evaluation-card-choice = { $number }. { $text }
evaluation-card-choice-given = ✓ <b>{ $number }. { $text }</b>
evaluation-ask-value = { $kind ->
    [number] 👉 What is the actual figure? Write a number, for example 12.
    [choice] 👉 Choose an answer by its button, or write its number.
   *[share] 👉 What is the actual figure? Write a number, for example 62.5 or 5/8.
 }
evaluation-ask-figure = { $kind ->
    [number] 👉 Confirm the college's figure or write your own, for example 12.
   *[share] 👉 Confirm the college's figure or write your own, for example 62.5 or 5/8.
 }
evaluation-ask-fault = 👉 Write what does not meet the criterion. A voice message or a photo will do.
evaluation-ask-why = 👉 Your verdict differs from the norm. Write why. A voice message or a photo will do.
evaluation-ask-remark = 👉 Write your remark. A voice message or a photo will do.
evaluation-ask-remark-replace = 👉 Write your remark: it replaces the earlier one.
evaluation-proposed = 👉 By the norm: <b>{ $verdict }</b>. Do you agree?
evaluation-button-meets = Meets
evaluation-button-fails = Does not meet
evaluation-button-cannot-assess = Cannot assess
evaluation-button-confirm = Right, { $value }: { $verdict }
evaluation-button-value = Enter another number
evaluation-button-remark = Remark
evaluation-button-erase = 🗑 Take the remark away
evaluation-button-remark-change = Remark ✎
evaluation-button-back = ‹ Back
evaluation-button-skip = Skip ›
evaluation-button-on = Next ›
evaluation-button-all = All criteria
evaluation-toast-saved = { $number }: { $verdict }
evaluation-toast-remark = Remark on { $number } saved
evaluation-toast-stale = This card was out of date. Here is the current state.
evaluation-toast-read-only = This sheet cannot be changed now.

# What the expert writes
evaluation-kept-remark = The remark on { $number } is saved.
evaluation-kept-evidence = The file is attached to { $number } instead of a remark.
evaluation-offer = Save this as a remark on criterion <b>{ $number }</b>?
evaluation-offer-value = If it answers the question about the share, send a number, for example 62.5.
evaluation-button-keep = Yes, save to { $number }
evaluation-button-keep-add = Add to the remark on { $number }
evaluation-button-keep-replace = Replace the remark on { $number }
evaluation-button-drop = Do not save
evaluation-too-long = The remark on criterion <b>{ $number }</b> is longer than the sheet can carry: { $over ->
    [one] { $over } character too many
   *[other] { $over } characters too many
 } (the limit is { $limit }).
    
    Your text is safe above in the chat: shorten it and send it again. Or take its beginning as it is.
evaluation-button-cut = Take the first { $limit } characters
evaluation-not-for-remark = Such a message cannot go into the sheet. Send text, a voice message, a photo or a document.
evaluation-file-unexpected = The file was not attached. To attach it to { $number }, tap “Remark” and send it again.
evaluation-file-instead-of-value = A number is needed here, for example 62.5. To attach a file to { $number }, tap “Remark”.

# List, final look, gaps, submission
evaluation-list-head = <b>All criteria</b>
    { $programme }
evaluation-list-progress = { $done } of { $total } done
evaluation-list-legend = ✅ meets · ❌ does not meet
    🤷 cannot assess · ✏️ unfinished · ▫️ no verdict
evaluation-button-final = Final look
evaluation-button-programme = About the programme
evaluation-final-head = <b>Final look</b>
    { $programme }
    { $college }
evaluation-final-section = <b>{ $number }. { $title }</b>
evaluation-final-line = { $mark } { $number }{ $value }{ $remark }{ $files }
evaluation-final-remark = {" "}— <i>{ $remark }</i>
evaluation-final-files = {" "}📎{ $count }
evaluation-final-missing = { $count ->
    [one] <b>{ $count } criterion</b> is still unfinished.
   *[other] <b>{ $count } criteria</b> are still unfinished.
 }
evaluation-final-ready = Everything is filled in. The sheet can be submitted.
evaluation-button-gaps = What is missing ({ $count })
evaluation-button-submit = Submit the sheet
evaluation-gaps-head = { $count ->
    [one] <b>{ $count } unfinished criterion</b>
   *[other] <b>{ $count } unfinished criteria</b>
 }
evaluation-gap-line = <b>{ $number }</b> — missing: { $what }
evaluation-gaps-tap = Tap a number to go there.
evaluation-need-verdict = verdict
evaluation-need-value = number
evaluation-need-remark = remark
evaluation-submit-ask = <b>Submit the sheet?</b>
    { $programme }
    
    ✅ Meets: { $meets }
    ❌ Does not meet: { $fails }
    🤷 Cannot assess: { $cannot }
    
    { $conflict ->
        [soft] You confirm: there is a practice contract with the college and no other connection ({ $college }). The protocol will name it.
       *[none] You confirm: you are not connected with the college ({ $college }).
    }
    
    You and the coordinator get the sheet as Word and PDF files.
evaluation-button-sign = Submit
evaluation-button-not-yet = Not yet
evaluation-toast-submitted-before = This sheet has been submitted already.
evaluation-toast-erased = The remark is taken away.
evaluation-toast-preparing = Preparing the files…

# The expert's programmes
evaluation-mine-head = <b>Your programmes</b>
evaluation-mine-empty = There are no programmes to score yet. You will get a message when the coordinator invites you.
evaluation-mine-item = <b>{ $programme }</b>
    { $college }
evaluation-work-head = <b>{ $programme }</b>
    { $college }
evaluation-session-line = { $title }, { $days }
evaluation-work-until = The sheet is due by <b>{ $day }</b>
evaluation-work-invited = ✉️ Waiting for your answer
evaluation-work-accepted = ▶️ You can begin
evaluation-work-declined = 🚫 You declined
evaluation-work-expired = ⌛️ The time to answer is over, you can still accept
evaluation-work-reopened = 🔁 The sheet is being revised: { $done } of { $total } filled in. It does not count until you submit it again.
evaluation-work-draft = ✍️ { $done } of { $total } done
evaluation-work-submitted = ✅ Submitted { $at }
evaluation-work-closed = 🔒 The session is closed, sheets are no longer accepted
evaluation-button-mine = My programmes
evaluation-button-start = Begin scoring
evaluation-button-continue = Continue scoring
evaluation-button-materials = Programme materials
evaluation-button-form = Get the sheet (Word and PDF)
evaluation-button-accept = Accept
evaluation-button-accept-after-all = Accept after all
evaluation-button-decline = Decline
evaluation-button-keep-invitation = ‹ Do not decline
evaluation-toast-accepted = Thank you! You can begin.
evaluation-toast-declined = The coordinator is told.
evaluation-decline-ask = <b>Why do you decline?</b>
    { $programme }
evaluation-decline-words = Write the reason in one message.
    { $programme }
evaluation-reason-no-time = No time
evaluation-reason-not-my-field = Not my field
evaluation-reason-conflict = Connected with this college
evaluation-reason-other = Another reason
evaluation-materials-head = <b>Materials</b>
    { $programme }
    { $college }
evaluation-materials-empty = The college has attached nothing yet. The programme can be scored without materials.
evaluation-material-link = 🔗 <a href="{ $url }">{ $name }</a>
evaluation-material-gone = Telegram no longer keeps the file “{ $name }”. Please ask the coordinator to attach it again.
evaluation-material-file = 📎 { $name }
evaluation-part-card = College card
evaluation-part-description = Description of the programme
evaluation-part-results = Expected results
evaluation-part-conditions = Conditions of delivery
evaluation-part-prospects = Prospects of the programme
evaluation-part-head = <b>{ $part }</b>
evaluation-figures-head = <b>College's figures</b>
evaluation-figure-line = { $number }: { $value }
evaluation-figure-none = { $number }: not stated

# Sessions
evaluation-sessions-head = <b>Expert sessions</b>
evaluation-sessions-empty = There are no expert sessions yet. Create the first one: title, days, deadline.
evaluation-button-new-session = ➕ New session
evaluation-button-sessions = ‹ All sessions
evaluation-button-session = ‹ To the session
evaluation-session-draft = ✏️ In preparation, experts are not told
evaluation-session-open = 🟢 Open
evaluation-session-closed = 🔒 Closed
evaluation-session-minimum = Sheets needed per programme: { $count }
evaluation-session-came = Sheets received: <b>{ $came } of { $expected }</b>
evaluation-session-no-programmes = No programmes yet. Add the first one.
evaluation-session-as-of = As of { $time }
evaluation-deadline-left = Sheets by <b>{ $day }</b>, { $left ->
    [0] today is the last day
    [one] { $left } working day left
   *[other] { $left } working days left
 }
evaluation-deadline-over = The deadline was <b>{ $day }</b>. Sheets are accepted while the session is open
evaluation-deadline-was = Sheets were due by { $day }
evaluation-block-more = { $count ->
    [one] and { $count } more expert
   *[other] and { $count } more experts
 }
evaluation-block-no-experts = ⚠️ No experts yet
evaluation-expert-waiting = ▫️ { $who }: not invited yet
evaluation-expert-no-sheet = ▫️ { $who }: no sheet came
evaluation-expert-invited = ✉️ { $who }: no answer yet
evaluation-expert-accepted = 👍 { $who }: accepted, not begun
evaluation-expert-declined = 🚫 { $who }: declined
evaluation-expert-expired = ⌛️ { $who }: no answer in time
evaluation-expert-draft = ✍️ { $who }: { $done } of { $total }
evaluation-expert-submitted = ✅ { $who }: submitted
evaluation-expert-reopened = 🔁 { $who }: reopened, { $done } of { $total }
evaluation-expert-final = ✅ { $who }: final
evaluation-expert-reason = {"  "}<i>{ $reason }</i>
evaluation-button-add-programme = ➕ Programme
evaluation-button-open = ▶️ Open the session
evaluation-button-refresh = 🔄 Refresh
evaluation-button-nudge = 🔔 Remind now
evaluation-button-deadline = 📅 Deadline
evaluation-button-close = 🔒 Close
evaluation-button-close-now = Close the session
evaluation-toast-opened = The session is open. Invitations are on their way.
evaluation-toast-closed = The session is closed.
evaluation-toast-nudged = { $count ->
    [0] Nobody to remind: all sheets have come.
    [one] Reminded { $count } expert.
   *[other] Reminded { $count } experts.
 }
evaluation-close-ask = <b>Close the session “{ $title }”?</b>
    Sheets become final. It cannot be opened again.
evaluation-close-waited = { $count ->
    [one] ⚠️ { $count } sheet has not come yet.
   *[other] ⚠️ { $count } sheets have not come yet.
 }
evaluation-close-short = { $count ->
    [one] ⚠️ { $count } programme has fewer sheets than needed.
   *[other] ⚠️ { $count } programmes have fewer sheets than needed.
 }

# A programme for the coordinator
evaluation-programme-employer = Enterprise: { $employer }
evaluation-programme-missing-hint = The college takes part but has not named a programme yet. Experts can be chosen now: invitations go out when the programme is there.
evaluation-materials-title = <b>Materials</b>
evaluation-materials-none = none yet
evaluation-experts-title = <b>Experts</b> · { $came } sheets, { $minimum } needed
evaluation-button-experts = 👥 Choose experts
evaluation-button-figure = { $number }: figure
evaluation-button-add-material = ➕ Material
evaluation-button-name = ✏️ Name the programme
evaluation-button-rename = ✏️ Correct the title
evaluation-button-sheet-of = 📄 Sheet: { $name }
evaluation-button-done = Done
evaluation-ask-figure-of = Which figure does the college state? { $kind ->
    [number] Write a number, for example 12.
   *[share] Write a number, for example 62.5 or 5/8.
 }
    
    <b>{ $number }.</b> { $text }
evaluation-experts-head = <b>Who scores the programme?</b>
    { $programme }
evaluation-experts-hint = { $state ->
    [draft] ✓ chosen. Invitations go out when you open the session.
    [open] The session is open: an invitation goes out as soon as you choose. ✉️ invited already.
   *[closed] The session is closed.
 }
evaluation-experts-none = There are no experts in the cluster yet. Invite them by a link: /people → “Invite”, role “Enterprise expert”.
evaluation-toast-invited-stays = The invitation has been sent, the expert cannot be removed.
evaluation-own-head = <b>Your college's programmes under evaluation</b>
evaluation-own-empty = None of your college's programmes is under evaluation now. The cluster's coordinator adds them.
evaluation-own-item = <b>{ $programme }</b>

# Forms
evaluation-form-session = New expert session
evaluation-form-programme = Programme to evaluate
evaluation-form-material = Programme material
evaluation-form-deadline = Another deadline
evaluation-ask-title = What is the session called? For example: Expert session, June 2022.
evaluation-ask-starts = First day of the session?
evaluation-ask-ends = Last day of the session?
evaluation-ask-deadline = Until which day, inclusive, are sheets awaited?
evaluation-ask-minimum = How many sheets does each programme need at least?
evaluation-label-title = Title
evaluation-label-starts = First day
evaluation-label-ends = Last day
evaluation-label-deadline = Deadline
evaluation-label-minimum = Sheets per programme
evaluation-ask-college = Which college presents the programme?
evaluation-ask-employer = Which enterprise is the programme meant for? Its experts are proposed first. Skip it if there is none.
evaluation-label-employer = Enterprise
evaluation-ask-ready = Is there a programme already?
evaluation-ready-yes = Yes
evaluation-ready-no = No programme yet
evaluation-ask-code = The programme's code, for example 15.02.12. Skip it if there is none.
evaluation-ask-programme-title = Title of the programme?
evaluation-label-college = College
evaluation-label-ready = Readiness
evaluation-label-code = Code
evaluation-label-programme-title = Programme
evaluation-ask-part = Which part of the presentation is it?
evaluation-ask-source = Send a link or a file.
evaluation-label-part = Part
evaluation-label-source = Material
evaluation-deadline-consequence = Experts whose sheets are awaited are told of the new deadline. Reminders move.

# Notices
evaluation-invitation-head = <b>You are invited to score a programme</b>
evaluation-invitation-what = { $count ->
    [one] The sheet has { $count } criterion, answered by buttons.
   *[other] The sheet has { $count } criteria, answered by buttons.
 } You can stop at any moment: answers are saved at once.
evaluation-due-soon = { $left ->
    [one] <b>{ $left } working day to the deadline</b>
   *[other] <b>{ $left } working days to the deadline</b>
 }
evaluation-due-today = <b>Today is the last day for the sheet</b>
evaluation-nudged-head = <b>The coordinator is waiting for your sheet</b>
evaluation-moved-head = <b>The deadline has changed</b>
evaluation-closed-notice = The session “{ $title }” is closed, the sheet is no longer needed: { $programme }. Thank you!
evaluation-signed-notice = ✅ <b>The sheet is submitted</b> { $at }
    Number of the sheet: <code>{ $code }</code>. Word and PDF are below.
evaluation-came-notice = ✅ <b>An expert sheet has come</b>
    { $expert }, { $enterprise }
    
    { $programme }
    { $college }
    
    Sheets of the programme: { $came }, { $minimum } needed
    Number of the sheet: <code>{ $code }</code>
evaluation-declined-notice = 🚫 <b>An expert declined</b>
    { $expert }, { $enterprise }
    { $programme }
    
    Reason: { $reason }
evaluation-sheets-due-head = <b>{ $title }</b>
    { $left ->
        [0] Today is the last day for sheets.
        [one] { $left } working day to the deadline ({ $day }).
       *[other] { $left } working days to the deadline ({ $day }).
    }
    Sheets awaited: <b>{ $count }</b>

# Evidence instead of a remark
evaluation-evidence-voice = { $count ->
    [one] { $count } voice message
   *[other] { $count } voice messages
 }
evaluation-evidence-photo = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
 }
evaluation-evidence-document = { $count ->
    [one] { $count } document
   *[other] { $count } documents
 }

# Refusals
error-evaluation-not-a-share = A number from 0 to 100 is needed, for example 62.5. A fraction will do: 5/8 or “5 of 8”.
error-evaluation-share-out-of-range = That makes { $value } %, but a share is from 0 to 100 %. Write, for example, 62.5 or 5/8.
error-evaluation-not-a-number = A number is needed, for example 12 or 3.5.
error-evaluation-number-out-of-range = A number from 0 to { NUMBER($high) } is needed.
error-evaluation-not-a-choice = The sheet has no such answer. Write its number, from 1 to { $count }, or tap the button.
error-evaluation-spoiled-sheet = This sheet could not be read: { $place }, { $problem }.
error-evaluation-wrong-state = { $thing ->
    [programme] The programme is named already.
    [session] { $state ->
        [draft] The session is not open yet.
        [open] The session is open already.
       *[closed] The session is closed and cannot be changed.
    }
   *[assignment] { $state ->
        [invited] Please accept the invitation first.
        [declined] You declined this programme. You can accept on its card: /evaluate
        [expired] The time to answer is over. You can accept on the programme's card: /evaluate
       *[submitted] This sheet has been submitted already.
    }
 }
error-evaluation-session-not-open = { $state ->
    [draft] The session is not open yet.
   *[closed] The session is closed, sheets are no longer accepted.
 }
error-evaluation-sheet-read-only = This sheet has been submitted and cannot be changed.
error-evaluation-sheet-incomplete = { $gaps ->
    [one] The sheet is unfinished: { $gaps } answer is missing. Open “What is missing”.
   *[other] The sheet is unfinished: { $gaps } answers are missing. Open “What is missing”.
 }
error-evaluation-nothing-to-open = There is nothing to open yet: add a programme and choose at least one expert for it.
error-evaluation-deadline-passed = This deadline does not fit: the earliest day is { $first }.
error-evaluation-nudged-already = Experts have been reminded already. You can remind again in { $minutes } min.
error-evaluation-code-expected = A code is three pairs of digits, for example 15.02.12.
error-evaluation-material-expected = A link, a document or a photo is needed.
