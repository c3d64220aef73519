# Councils and meetings: preparation, answers of members, the meeting itself, minutes, «at least once a quarter»
menu-meetings = Council meetings

# Words many screens share
meetings-head = <b>{ $council }</b>
meetings-when = 📅 <b>{ $at }</b> – { $until }
meetings-date-open = 📅 The date is not set yet
meetings-place = 📍 { $place }
meetings-place-link = 🔗 { $place }
meetings-place-none = 📍 No place yet
meetings-reason = Reason: { $reason }
meetings-reason-none = not given
meetings-nobody = nobody
meetings-somebody = a substitute
meetings-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
 }
meetings-minutes-short = { $count } min
meetings-secret-short = secret ballot
meetings-photo-name = Photo
meetings-state-draft = ✏️ Draft, members were told nothing
meetings-state-announced = 📣 Announced
meetings-state-rescheduled = 🔁 Rescheduled, answers are asked for again
meetings-state-in-progress = 🟢 In progress
meetings-state-minutes = 📝 Held, the minutes are not signed
meetings-state-signed = ✅ The minutes are signed
meetings-state-cancelled = 🚫 Cancelled
meetings-mark-draft = ✏️
meetings-mark-announced = 📣
meetings-mark-rescheduled = 🔁
meetings-mark-in-progress = 🟢
meetings-mark-minutes = 📝
meetings-mark-signed = ✅
meetings-mark-cancelled = 🚫

# The list
meetings-list = <b>Coming meetings</b>
meetings-list-past = <b>Past meetings</b>
meetings-list-empty = No meetings yet. When a secretary announces one, an invitation with date and agenda comes here.
meetings-list-empty-runs = No meetings yet. Create the first: council, date, place. Until it is announced, members hear nothing of it.
meetings-list-past-empty = No past meetings yet.
meetings-button-meeting = { $at } · { $council }
meetings-button-meeting-open = no date · { $council }
meetings-button-new = ➕ New meeting
meetings-button-councils = 👥 Councils and members
meetings-button-duty = 📊 Once a quarter
meetings-button-coming = Coming
meetings-button-past = Past
meetings-button-reminders = 🔔 Reminders
meetings-button-list = ‹ To the meetings

# The secretary's card
meetings-counter = Coming: <b>{ $comes } of { $total }</b> organisations, not answered yet: { $open }
meetings-forecast-likely = 🟢 Quorum likely: { $needed } needed
meetings-forecast-at-risk = 🟡 Quorum at risk: { $needed } needed
meetings-forecast-impossible = 🔴 No quorum even if everybody who has not answered agrees: { $needed } needed
meetings-to-invite = Invitations go to { $people ->
    [one] { $people } person
   *[other] { $people } people
 } of { $organisations ->
    [one] { $organisations } organisation
   *[other] { $organisations } organisations
 }.
meetings-members-none = ⚠️ The council has no members yet. Add representatives of organisations: “Councils and members”.
meetings-warning-day-off = ⚠️ This is not a working day.
meetings-warning-year = ⚠️ Transferred days of this year are not known yet; check the day in the production calendar.
meetings-warning-collision = ⚠️ { $who }: another meeting at that time, { $at }
meetings-poll-running = 🗳 The poll about the date runs until { $until }
meetings-agenda-head = <b>Agenda</b>
meetings-agenda-empty = The agenda is empty.
meetings-agenda-live = The meeting is announced: members hear of changes in one message after a few minutes.
meetings-item = { $number }. { $title }
meetings-item-extra = {"    "}<i>{ $extra }</i>
meetings-item-marked = { $mark } { $number }. { $title }
meetings-material-link = {"    "}🔗 <a href="{ $url }">{ $name }</a>
meetings-material-file = {"    "}📎 { $name }
meetings-material-gone = Telegram no longer keeps the file “{ $name }”. Ask the secretary to attach it again.
meetings-button-preview = 👁 Look and announce
meetings-button-announce = 📣 Announce
meetings-button-date = 📅 Date
meetings-button-place = 📍 Place
meetings-button-agenda = 📋 Agenda
meetings-button-poll = 🗳 Poll about the date
meetings-button-cancel = 🚫 Cancel the meeting
meetings-button-refresh = 🔄 Refresh
meetings-button-invited = 👥 Who comes
meetings-button-begin = ▶️ Begin the meeting
meetings-button-minutes = 📝 Minutes
meetings-button-to-meeting = ‹ To the meeting
meetings-button-to-agenda = ‹ To the agenda
meetings-button-to-item = ‹ To the item
meetings-button-to-council = ‹ To the council
meetings-button-add-item = ➕ Item
meetings-button-from-plan = 📄 From the plan
meetings-button-edit-item = ✏️ Change
meetings-button-secret = 🔒 Vote secretly
meetings-button-open-vote = 🔓 Vote openly
meetings-button-drop-item = 🗑 Off the agenda
meetings-button-up = ⬆️ Up
meetings-plan-head = <b>Rows of the plan</b>
    Tap a row to make it an item of the agenda.
meetings-plan-empty = The cluster has no plan yet. Add an item in words.
meetings-preview-head = <b>This is how every member sees the invitation:</b>
meetings-preview-chats = Also announced in: { $chats }. If the cluster's chat is not connected yet, nothing is announced there.
meetings-preview-no-chats = Not announced in the cluster's group and channel.
meetings-chat-group = the cluster's group
meetings-chat-channel = the cluster's channel
meetings-toast-draft = The draft is kept.
meetings-toast-announced = Announced. Invitations are on their way.
meetings-toast-cancelled = The meeting is cancelled.
meetings-toast-ended = The meeting is over.
meetings-toast-preparing = Preparing the files…
meetings-toast-date = The date is set.
meetings-toast-asked = Members are asked about the date.
meetings-toast-saved = Saved.
meetings-answer-none = ▫️ { $who }: no answer
meetings-answer-again = 🔁 { $who }: to confirm the new date
meetings-answer-yes = ✅ { $who }
meetings-answer-no = 🚫 { $who }: not coming
meetings-answer-left = ➖ { $who }: the organisation has left the council and does not count
meetings-answer-substitute-linked = 🔗 { $who }: looking for a substitute ({ $name })
meetings-answer-substitute-asked = ⏳ { $who }: { $name } instead, not agreed yet
meetings-answer-substitute-accepted = ✅ { $who }: { $name } comes instead
meetings-answer-substitute-declined = 🚫 { $who }: { $name } cannot come instead

# Invitation and answers
meetings-invited = <b>You are invited to a meeting</b>
meetings-invitation-head = <b>{ $council }</b>
meetings-own-none = 👉 Will you come?
meetings-own-again = 👉 The date has changed, please confirm again: will you come?
meetings-own-yes = ✅ You come
meetings-own-no = 🚫 You do not come
meetings-own-substitute-linked = 🔗 The link for a substitute is ready, nobody came by it yet
meetings-own-substitute-asked = ⏳ Instead of you: { $name }. Not agreed yet
meetings-own-substitute-accepted = ✅ { $name } comes instead of you
meetings-own-substitute-declined = 🚫 { $name } cannot come instead of you. Choose somebody else or answer yourself
meetings-own-for = <b>{ $organisation }</b>
meetings-as-substitute-linked = You are asked to come instead of { $who }
meetings-as-substitute-asked = 👉 You are asked to come instead of { $who }. Will you?
meetings-as-substitute-accepted = ✅ You come instead of { $who }
meetings-as-substitute-declined = 🚫 You declined to come instead of { $who }
meetings-button-yes = I come
meetings-button-no = I do not
meetings-button-substitute = I send a substitute
meetings-button-calendar = 🗓 To my calendar
meetings-button-here = 🙋 I am here
meetings-button-agree = I come
meetings-button-disagree = I cannot
meetings-button-link = 🔗 Link for a substitute
meetings-substitute-ask = Who comes instead of you for { $organisation }? Choose a colleague or forward a link.
meetings-substitute-nobody = Nobody else of { $organisation } uses the bot yet. Forward a link to your substitute.
meetings-link = You are asked to come to a meeting instead of me: { $council }.
    { $when }
    
    Open the link and say whether you come: { $link }
meetings-link-consent = You are asked to come to a meeting instead of a colleague. Your consent to the processing of data is needed first; then open this link again.
meetings-substitute-asked = <b>You are asked to come to a meeting instead of a colleague</b>
    { $who }, { $organisation }
meetings-substitute-agreed = <b>{ $name } comes instead of you.</b>
meetings-substitute-declined = <b>{ $name } cannot come instead of you.</b> Choose somebody else or answer yourself.
meetings-substitute-released = You need not come instead of your colleague any more: { $council }.
    { $when }
meetings-toast-yes = Thank you, see you there.
meetings-toast-no = Noted that you do not come.
meetings-toast-substitute = Your colleague is asked. The answer comes here.
meetings-toast-agreed = Thank you, see you there.
meetings-toast-disagreed = Noted. Your colleague is told.
meetings-toast-here = Noted that you are here.
meetings-toast-voted = Your vote is counted.
meetings-reminders = <b>Reminders of meetings</b>
    ✓ comes, ▫️ does not. Quiet hours are in /settings.
meetings-before-7d = A week before
meetings-before-1d = A day before
meetings-before-2h = Two hours before
meetings-date-open-toast = The date of the meeting is not set yet.
meetings-calendar-file = Meeting { $day }.ics

# Notices
meetings-changed = <b>The meeting has changed</b>
    This is how it is now.
meetings-moved = <b>The meeting was moved</b>
    { $council }: it was to be on { $was }. Please answer again.
meetings-moved-released = The date has changed, so you are no longer asked to stand in. If you are needed again, you will be asked anew.
meetings-cancelled = <b>The meeting is cancelled</b>
    { $council }, { $at }.
    Reason: { $reason }
meetings-soon-7d = <b>A meeting in a week: { $council }</b>
meetings-soon-1d = <b>A meeting tomorrow: { $council }</b>
meetings-soon-2h = <b>A meeting in two hours: { $council }</b>
meetings-began = <b>The meeting has begun: { $council }</b>
    Say when you are there: the quorum depends on it.
meetings-alert = <b>{ $council }: a refusal</b>
    { $who } was counted on and does not come.
meetings-poll-over = <b>The poll about the date is over</b>
meetings-minutes-awaited = <b>The minutes are not signed</b>
    { $council }, meeting of { $day }. Check the minutes, sign them and send the signed file.
meetings-minutes-out = <b>The minutes are signed</b>
    { $council }, meeting of { $day }.
meetings-minutes-amended = <b>An amendment to the minutes</b>
    { $council }, meeting of { $day }.
    { $text }
meetings-quarter-empty = <b>{ $council }: quarter { $quarter } of { $year }</b>
    No meeting is scheduled, and the cluster's plan wants one at least once a quarter. Set a date.
meetings-post-announced = <b>A meeting is announced</b>
meetings-post-rescheduled = <b>A meeting was moved</b>
meetings-post-cancelled = <b>A meeting is cancelled</b>

# The poll
meetings-poll-head = <b>Poll about the date: { $council }</b>
meetings-poll-empty = Add two dates or more, and members say which suit.
meetings-poll-asked = { $came } of { $total } answered. The poll runs until { $until }.
meetings-poll-not-asked = { $count ->
    [one] { $count } person will be asked.
   *[other] { $count } people will be asked.
 }
meetings-date = { $at } — yes: { $yes }, if need be: { $maybe }, no: { $no }
meetings-date-best = ⭐️ <b>{ $at }</b> — yes: { $yes }, if need be: { $maybe }, no: { $no }
meetings-poll-question = <b>When does it suit you?</b>
    { $council }
meetings-poll-date = { $number }. { $at }
meetings-poll-until = Answer until { $until }. An answer can be changed.
meetings-suits-yes = { $number }: yes
meetings-suits-maybe = if need be
meetings-suits-no = no
meetings-button-add-date = ➕ Date
meetings-button-ask = ✉️ Ask the members
meetings-button-choose-date = Choose { $at }
meetings-button-drop-date = 🗑

# The meeting
meetings-quorum-there = 🟢 Quorum: { $present } of { $total }, { $needed } needed
meetings-quorum-missing = 🔴 No quorum: { $present } of { $total }, { $needed } needed. Items are consultative.
meetings-item-quorum = Quorum at this item: { $present } of { $total }, { $needed } needed
meetings-item-consultative = Without a quorum ({ $present } of { $total }, { $needed } needed): consultative, nobody is obliged by it
meetings-heard = <b>Heard:</b> { $text }
meetings-voting = 🗳 { $given } of { $present } voted: { $votes }
meetings-voting-secret = 🗳 Secret ballot: { $given } of { $present } voted
meetings-votes = for { $yes }, against { $no }, abstained { $abstained }
meetings-vote-carried = ✅ Carried: { $votes }
meetings-vote-not-carried = ❌ Not carried: { $votes }
meetings-vote-for = For
meetings-vote-against = Against
meetings-vote-abstained = Abstain
meetings-decision = 📌 { $text }
meetings-decision-executor = {"    "}Responsible: { $executor }
meetings-decision-due = {"    "}Due: { $day }
meetings-by-hand = Mark votes given by voice: 👍 for, 👎 against, ✋ abstained.
meetings-present-hint = Tap a name to mark who came; tap again for who left.
meetings-substitute-of = { $name } (substitute)
meetings-end-ask = <b>End the meeting?</b>
    { $council }
meetings-end-left = { $count ->
    [one] ⚠️ { $count } item was not considered.
   *[other] ⚠️ { $count } items were not considered.
 }
meetings-end-decisions = { $count ->
    [0] No decisions are written down. They can be added afterwards, until the minutes are signed.
    [one] { $count } decision becomes an obligation of the plan.
   *[other] { $count } decisions become obligations of the plan.
 }
meetings-ballot-head = { $secret ->
    [yes] <b>Secret ballot</b>
   *[no] <b>Vote</b>
 }
meetings-ballot-for = Vote of { $organisations }
meetings-ballot-given = ✅ Your vote is counted. In a secret ballot it cannot be changed.
meetings-here = <b>You are here</b>
    { $council }. When a vote begins, its buttons come here.
meetings-here-item = Now: { $number }. { $title }
meetings-button-present = 🙋 Who came
meetings-button-end = ⏹ End the meeting
meetings-button-end-now = End it
meetings-button-not-yet = Not yet
meetings-button-open-item = ▶️ To this item
meetings-button-next-item = ▶️ To item { $number }
meetings-button-reopen-item = ↩️ Back to this item
meetings-button-vote = 🗳 Begin the vote
meetings-button-by-hand = ✍️ Mark votes
meetings-button-all-for = All are for it
meetings-button-close-item = ✅ Close the item
meetings-button-heard = ✍️ Heard
meetings-button-decide = 📌 Decision

# Minutes
meetings-minutes-draft = The minutes can be edited. When all is right, sign them and send the signed file.
meetings-minutes-signed = The minutes were signed { $at }. Changes are made by amendments.
meetings-decisions-none = No decisions.
meetings-amendment = ✏️ Amendment { $number }: { $text }
meetings-sign-ask = Send the signed minutes as a file (PDF or a scan). After that they cannot be edited, only amended.
meetings-signed-name = Minutes
meetings-signed-gone = Telegram no longer keeps the signed file.
meetings-minutes-file = Minutes { $number } { $council }
meetings-button-files = 📄 Get the minutes (Word and PDF)
meetings-button-sign = 🖊 Send the signed ones
meetings-button-signed-file = 📎 The signed file
meetings-button-news = 📰 News about the meeting
meetings-button-amend = ✏️ Amend
meetings-button-heard-of = ✍️ Heard, item { $number }
meetings-button-decide-on = 📌 Decision, item { $number }
meetings-button-drop-decision = 🗑
meetings-drop-ask = Take the decision out of the minutes? Nobody will be reminded of it any more.
meetings-button-drop-now = 🗑 Take it out
meetings-toast-dropped = The decision is taken out.
meetings-toast-decided = The decision is written down.
meetings-toast-amended = The amendment is made.
meetings-paper-of-expert = of the Expert Council
meetings-paper-of-coordination = of the Coordination Council
meetings-paper-of-working-group = of the meeting: { $name }
meetings-paper-quorum = { $present } of { $total } organisations are represented; the quorum ({ $needed }) is there.
meetings-paper-no-quorum = { $present } of { $total } organisations are represented; there is no quorum ({ $needed }).
meetings-paper-substitute = { $organisation }: { $name } (instead of { $who })
meetings-paper-votes = { $votes }
meetings-paper-secret-votes = secretly: { $votes }
meetings-paper-consultative = There was no quorum at this item ({ $present } present, { $needed } needed): the decision is consultative.
meetings-paper-executor = Responsible: { $executor }.
meetings-paper-due = Due: { $day }.
meetings-paper-amendment = { $day }: { $text }

# Councils
meetings-councils = <b>Councils and working groups</b>
meetings-councils-empty = No councils yet. Form a working group.
meetings-council-head = <b>{ $name }</b>
meetings-council-chair = Chair: { $name }
meetings-council-secretary = Secretary: { $name }
meetings-council-members = Members: { $organisations ->
    [one] { $organisations } organisation
   *[other] { $organisations } organisations
 }, { $people ->
    [one] { $people } delegate
   *[other] { $people } delegates
 }
meetings-council-quorum = Quorum: { $rule }
meetings-council-needed = Organisations needed for a quorum now: <b>{ $needed }</b>
meetings-rule-more-than-half = more than half of the organisations
meetings-rule-half = at least half of the organisations
meetings-rule-two-thirds = at least two thirds of the organisations
meetings-quorum-ask = <b>How many organisations make a quorum?</b>
    Each organisation has one vote. The rule holds for meetings that are not announced yet.
meetings-members-head = <b>{ $council }: members</b>
    { $organisations ->
        [one] { $organisations } organisation
       *[other] { $organisations } organisations
    }. Tap a line to end a term.
meetings-member = <b>{ $person }</b>
    { $organisation }
meetings-member-since = Member since { $day }
meetings-member-until = Term until { $day }
meetings-member-end-hint = When the term ends, the organisation does not count for the quorum unless it has other delegates in the council.
meetings-calendar-head = <b>Calendar of the cluster's documents</b>
meetings-line-held = ✅ <b>{ $when }</b> — { $agenda }
meetings-line-draft = ✏️ <b>{ $when } { $year }</b> — { $agenda }
meetings-button-new-group = ➕ Working group
meetings-button-members = 👥 Members
meetings-button-quorum = ⚖️ Quorum
meetings-button-chair = Chair
meetings-button-secretary = Secretary
meetings-button-group-on = ✓ To the group
meetings-button-group-off = ▫️ To the group
meetings-button-channel-on = ✓ To the channel
meetings-button-channel-off = ▫️ To the channel
meetings-button-calendar-lines = 📅 Calendar of the documents
meetings-button-make = ➕ { $when }
meetings-button-add-member = ➕ Delegate of an organisation
meetings-button-end-member = End the term

# At least once a quarter
meetings-duty-head = <b>Meetings of { $year }</b>
    The plan wants one at least once a quarter.
meetings-duty-council = <b>{ $name }</b>
meetings-quarter = Quarter { $quarter }: { $standing }
meetings-quarter-warns = ⚠️ Quarter { $quarter }: { $standing }
meetings-standing-draft = drafts: { $count }
meetings-standing-planned = announced: { $count }
meetings-standing-held = held: { $count }, minutes signed: { $signed }
meetings-standing-none = no meeting was held
meetings-standing-empty = nothing is scheduled
meetings-duty-warnings = { $count ->
    [0] Nothing to look at.
    [one] ⚠️ { $count } quarter needs a look.
   *[other] ⚠️ { $count } quarters need a look.
 }
meetings-button-duty-file = ⬇️ Table of the year
meetings-duty-title = Meetings of the councils, { $year }
meetings-duty-made = Made { $day }
meetings-duty-name = Meetings { $year }.xlsx
meetings-column-council = Council
meetings-column-quarter = Quarter { $quarter }

# Forms
meetings-form-meeting = New meeting
meetings-form-date = Date of the meeting
meetings-form-place = Place and length
meetings-form-item = Item of the agenda
meetings-form-cancel = Cancelling the meeting
meetings-form-poll = Poll about the date
meetings-form-group = New working group
meetings-form-member = Delegate of an organisation
meetings-form-head = Who leads the council
meetings-form-heard = Heard
meetings-form-decision = Decision
meetings-form-amendment = Amendment to the minutes
meetings-ask-council = Which council meets?
meetings-ask-day = When? Choose a day or write it: “24.05 14:00”, “tomorrow at 15”, “Friday 10:00”.
meetings-ask-day-open = When? Choose a day or write it: “24.05 14:00”, “tomorrow at 15”, “Friday 10:00”. If the date is not known yet, skip this: members can be asked later.
meetings-ask-time = At what time? Choose or write it, for example 14:30.
meetings-ask-minutes = How many minutes will the meeting take?
meetings-ask-place = Where? An address, or a link to the video call.
meetings-ask-item = What is considered?
meetings-ask-speaker = Who reports?
meetings-ask-item-minutes = How many minutes for this item?
meetings-ask-material = Send the material: a file or a link.
meetings-ask-reason = Why is the meeting cancelled? Everybody invited will read it.
meetings-ask-poll-until = Until which day are answers awaited? On that day at 18:00 you get the result.
meetings-ask-group = What is the working group called?
meetings-ask-organisation = Which organisation is represented?
meetings-ask-delegate = Who represents it? Who is not in the list can be invited: /people.
meetings-ask-until = Until which day, included, does the term last? If there is none, skip this.
meetings-ask-head = Who? Skip this to set nobody.
meetings-ask-heard = What was reported and discussed? This text goes into the minutes. A long one can be sent as several messages.
meetings-heard-more = { $count ->
        [one] { $count } character
       *[other] { $count } characters
    } kept. If that is not all, send the rest: it is put below. To write it anew, press “✏️”.
meetings-ask-decision = What was decided? One sentence, as in the minutes.
meetings-ask-executor = Which organisation is responsible? If it is the coordinator's affair, skip this.
meetings-ask-responsible = Who in person? This can be skipped.
meetings-ask-due = Until which day? Choose or write it. If there is no deadline, skip this.
meetings-ask-amendment = What changes in the minutes? Everybody who was invited gets the amendment.
meetings-label-council = Council
meetings-label-day = Date
meetings-label-time = Time
meetings-label-minutes = Length
meetings-label-place = Place
meetings-label-item = Item
meetings-label-speaker = Speaker
meetings-label-item-minutes = Time for it
meetings-label-material = Material
meetings-label-reason = Reason
meetings-label-poll-until = Answers until
meetings-label-group = Name
meetings-label-organisation = Organisation
meetings-label-delegate = Delegate
meetings-label-until = Term until
meetings-label-head = Who
meetings-label-heard = Heard
meetings-label-decision = Decided
meetings-label-executor = Responsible organisation
meetings-label-responsible = Responsible person
meetings-label-due = Due
meetings-label-amendment = Amendment
meetings-date-open-hint = The date can be set later, or chosen by a poll.
meetings-move-consequence = Members hear of the new date, answers are asked for again, reminders move.
meetings-cancel-consequence = Who is invited is told, and the entry disappears from their calendars.

# Refusals
error-meetings-when-not-understood = This date was not understood. Write, for example, { $example }, “tomorrow at 15” or “Friday 10:00”.
error-meetings-when-passed = This time is over. Write, for example, { $example }.
error-meetings-time-not-understood = This time was not understood. Write, for example, 14:30.
error-meetings-wrong-state = { $state ->
    [draft] The meeting is not announced yet.
    [announced] The meeting is announced and has not begun.
    [rescheduled] The meeting was moved and has not begun.
    [in_progress] The meeting is in progress.
    [minutes] The meeting is over, its minutes are to be signed.
    [signed] The minutes are signed.
   *[cancelled] The meeting is cancelled.
 }
error-meetings-nothing-to-announce = { $missing ->
    [date] It cannot be announced yet: set a date in the future.
    [place] It cannot be announced yet: give a place or a link.
    [agenda] It cannot be announced yet: put at least one item on the agenda.
   *[members] It cannot be announced yet: the council has no members on that day. Add delegates: “Councils and members”.
 }
error-meetings-answers-closed = Answers to this meeting no longer change.
error-meetings-substitute-unfit = This person cannot be a substitute: not of this organisation, or invited already.
error-meetings-link-used = This link is no longer good. Ask your colleague for a new one.
error-meetings-no-vote-now = You cannot vote now: no vote is going on, or you are not marked as present.
error-meetings-voted-secretly = Your vote is counted. In a secret ballot it cannot be changed.
error-meetings-item-open = First close item { $number }.
error-meetings-items-left = First close item { $number }.
error-meetings-minutes-signed = The minutes are signed. Make an amendment.
error-meetings-poll-closed = The poll about the date is over.
error-meetings-poll-empty = A poll needs two dates at least, and members to ask.
error-meetings-too-many = No more than { $limit } fit.
error-meetings-member-already = This person represents this organisation in the council already.
error-meetings-person-unfit = This person has no role in the cluster now.
error-meetings-too-early = The meeting can begin on its day, { $day }.
error-meetings-material-expected = A file, a picture or a whole link is needed, for example https://example.org/page.
