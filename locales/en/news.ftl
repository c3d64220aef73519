# News: from an event to the post
news-menu = News
news-home = <b>News</b>
    Write news here: a coordinator reviews it, the bot publishes it in the cluster’s channel and sends you the link.
news-home-moderator = <b>News of the cluster</b>
news-home-owed = <b>News is owed</b>
news-owed-line = • { $title } ({ $organisation }), until { $at }
news-owed-line-late = • ⚠️ { $title } ({ $organisation }), was due { $at }
news-button-owed = ✍️ { $title }
news-button-write = ✍️ Write news
news-button-queue = 📥 To review · { $count }
news-button-proposals = 🛠 Changes of posts · { $count }
news-button-proposals-list = ‹ Changes of posts
news-button-list-drafts = 📝 Drafts · { $count }
news-button-list-sent = 📤 Handed in · { $count }
news-button-list-out = 📣 Published · { $count }
news-button-troubled = ⏳ Not out yet
news-button-archive = 🗂 Archive
news-button-events = 📅 Events
news-button-compliance = 📊 Who writes in time
news-button-media = 📰 Media plan
news-button-rules = ⏱ Deadline of news
news-button-desk = ‹ News
news-button-to-queue = ‹ To review
news-button-back-to-list = ‹ Back to the list
news-button-see = Look
news-button-review = Review
news-button-open-post = Open the post
news-button-resume = Go on
news-button-correct-now = ✏️ Correct it
news-button-onward = Next →
news-button-submit = ✅ Hand in
news-button-drop = ✕ { $number }
news-button-no-event = About no event
news-untitled = without a title
news-choose = <b>What is it about?</b>
    Choose an event that news is owed about, or write about none.
news-choose-none = <b>What is it about?</b>
    No event waits for news now.
news-item-line = <b>{ $title }</b> · { $organisation }
news-list-head-drafts = <b>Drafts</b>
news-list-head-sent = <b>Handed in</b>
news-list-head-out = <b>Published</b>
news-list-head-troubled = <b>Approved, not out yet</b>
news-list-head-archive = <b>Archive of posts</b>
news-list-empty-drafts = <b>Drafts</b>
    None yet. What you begin is kept here by itself.
news-list-empty-sent = <b>Handed in</b>
    Nothing waits for review or publication.
news-list-empty-out = <b>Published</b>
    Nothing is out yet.
news-list-empty-troubled = <b>Approved, not out yet</b>
    None: everything approved is out.
news-list-empty-archive = <b>Archive of posts</b>
    Nothing is out yet.

news-step = <b>News</b> · step { $number } of { $total } · { $organisation }
news-step-event = Event: { $title }
news-entered = Now: <b>{ $value }</b>
news-ask-part-title = Send the title, one line of up to 200 characters.
news-ask-part-text = Send the text. Bold type, links and lists are kept. With pictures 1,024 characters fit together with the title, without them 4,096.
    You can also send pictures with a caption at once: the caption becomes the text.
news-ask-part-more = Send one more paragraph: it goes to the end of the text.
news-ask-part-files = Send photos, videos or files: up to 10, as an album or one by one. Photos and documents do not fit into one album.
news-ask-part-links = Where else is the news? Send the links: site, VK, OK, Telegram, all in one message if you like. Name printed press in words, for example: newspaper “Seversk”, issue 12.
news-files-head = Attached: { $count }
news-files-more = and { $count } more
news-files-taken = ✅ Taken. Attached in all: { $count }
news-file-line = { $number }. { $name }
news-file-photo = photo
news-file-video = video
news-file-document = file
news-link-line = { $label }: { $target }
news-caption-kept = The files came with a caption, and there is a text already: “{ $text }”. What is it?
news-do-title = ✏️ Title
news-do-text = ✏️ Text
news-do-more = ➕ Paragraph
news-do-files = 🖼 Photos and files
news-do-links = 🔗 Links
news-do-no-links = Remove the links
news-do-when = 🕒 Publish later
news-do-at-once = 🕒 Publish at once
news-do-keep = 💾 Keep for later
news-do-discard = 🗑 Throw away
news-do-discard-now = Yes, throw away
news-do-take-back = ↩️ Take it back
news-do-drop-all = Remove all files
news-do-only-seen = Keep photos and videos
news-do-only-documents = Keep documents
news-do-caption-text = Make it the text
news-do-caption-more = Add it to the text
news-do-caption-drop = Do not use it
news-trouble-no-title = There is no title.
news-trouble-no-text = There is no text.
news-trouble-text-too-long = The text is longer than the { $limit } { $limit ->
        [one] character
       *[other] characters
    } that fit into a message: { $over } too many. Shorten it.
news-trouble-caption-too-long = With pictures { $limit } { $limit ->
        [one] character fits
       *[other] characters fit
    }, title and links included: { $over } too many. Shorten the text or remove the pictures.
news-trouble-too-many-files = An album holds { $limit } { $limit ->
        [one] file
       *[other] files
    }: { $over } too many. Remove some with the ✕ buttons.
news-trouble-mixed-files = Photos and documents do not fit into one album. Choose what to keep.
news-troubles = <b>It cannot be handed in yet:</b>
news-ready = ✅ Everything is ready.
news-last-look = <b>Above is the post exactly as it will be</b> ({ $organisation }).
news-last-look-not-shown = <b>News</b> ({ $organisation })
news-returned = ↩️ You were asked to change: { $reason }
news-when = 🕒 It goes out not before { $at }.
news-when-at-once = 🕒 It goes out as soon as it is approved.
news-when-due = It has to be handed in { $due }.
news-when-late = ⚠️ This is later than the deadline: { $at }.
news-due-left = until { $at }, { $left } left
news-due-over = until { $at }, late by { $past }
news-span-days = { $days } d { $hours } h
news-span-hours = { $hours } h { $minutes } min
news-span-minutes = { $minutes } min
news-ask-when = When should it go out? Write day and hour, for example: { $example }.
news-ask-when-due = The news is due { $at }.
news-kept = 💾 “{ $title }” is kept. It is among your drafts; go on from any device.
news-discard-ask = Throw “{ $title }” away? Text and files cannot be brought back.
news-discarded = Thrown away.
news-handed-in = ✅ <b>Handed in for review.</b>
    The coordinator answers by { $at }. I will send the link when it is out.
news-handed-out = ✅ <b>On its way to the channel.</b>
    No review is needed. I will send the link in a minute.
news-handed-scheduled = ✅ <b>Taken.</b>
    The news goes out { $at }. I will send the link.
news-card = <b>{ $title }</b> · { $organisation }
news-card-reason = Reason: { $reason }
news-card-waits = The coordinator’s answer { $due }.
news-card-link = <a href="{ $url }">Open the post</a>

news-state-draft = 📝 Draft.
news-state-submitted = 📥 Waits for review.
news-state-in-review = 👀 { $name } is reviewing it, until { $until }.
news-state-changes-requested = ↩️ Returned for changes.
news-state-rejected = ⛔ Rejected.
news-state-approved = ✅ Approved, waits to go out. If no channel is connected, it goes out as soon as there is one.
news-state-scheduled = 🕒 Approved, goes out { $at }.
news-state-publishing = 📤 On its way to the channel.
news-state-failed = ⚠️ Did not get out.
news-state-doubtful = ❓ It may or may not be out.
news-state-published = 📣 Published.
news-state-corrected = 📣 Published, corrected.
news-state-retracted = Retracted.
news-state-discarded = Thrown away.

news-queue-head = <b>To review</b> · { $count }
    What you open stays yours for 30 minutes.
news-queue-empty = <b>To review</b>
    Nothing waits for a decision. I will tell you when something comes.
news-queue-age = 📥 Waits for { $age }
news-queue-review = The coordinator’s decision { $due }
news-queue-college = The college’s deadline { $due }
news-review-head = <b>{ $title }</b>
news-review-from = { $organisation }, { $author }
news-review-event = Event: { $title }
news-review-trusted = ⭐ A trusted organisation: its news goes out without review.
news-review-edited = ✏️ The text was edited in review. The original is kept.
news-review-approve = ✅ Publish
news-review-changes = ↩️ Ask for changes
news-review-reject = ⛔ Reject
news-review-edit-title = ✏️ Title
news-review-edit-text = ✏️ Text
news-review-release = Back to the queue
news-review-look-again = 🔄 Refresh
news-review-preview = 👁 As it will be
news-review-difference = What was changed
news-review-note = 💬 Note
news-review-trust = ⭐ Trust
news-review-distrust = Trust no more
news-review-pull = ↩️ Stop it
news-review-again = 🔁 Publish again
news-review-confirm = ✅ It is in the channel
news-review-ask-title = Send the title for “{ $title }”. The original is kept.
news-review-ask-text = Send the whole text for “{ $title }” anew: you can copy it from the message above, its formatting is kept. The original is not lost.
news-review-ask-changes = What should be changed in “{ $title }”? Write to the author in one message.
news-review-ask-reject = Explain to the author why “{ $title }” will not be published.
news-review-ask-note = A note on “{ $title }” for coordinators. The author does not see it.
news-reject-ask = Why will “{ $title }” not be published?
news-rejection-off-topic = nothing to do with the cluster
news-rejection-duplicate = it was written about already
news-rejection-advertising = advertising
news-rejection-personal-data = personal data
news-rejection-other = another reason
news-notes-head = <b>Notes of coordinators</b>
news-note = { $name }, { $at }: { $text }
news-post-not-shown = The post cannot be shown now: it does not fit into a message, or its files are gone.
news-difference-head = <b>What was changed</b>
    Struck out is gone, underlined is new.
news-difference-none = It was never handed in: there is nothing to compare with.
news-difference-same = { $text }
news-difference-gone = <s>{ $text }</s>
news-difference-new = <u>{ $text }</u>
news-difference-more = …
news-toast-approved = Approved.
news-toast-decided = It was decided already. This is how it is now.
news-toast-released = It is in the queue again.
news-toast-again = Sending it again.
news-toast-confirmed = Noted: the post is in the channel.
news-toast-cancelled = The event is cancelled.
news-toast-answered = Noted, the coordinator will know.
news-toast-change = Decided.
news-failed-what = What to do: check the channel with “Check the rights” in /channel, then publish again. Text and files are safe.
news-failed-why = Telegram’s answer: <code>{ $why }</code>
news-doubtful-what = The connection broke while it was sent, and the bot does not know whether it was accepted. Open the channel and look: if the post is there, tap “It is in the channel”, if not, “Publish again”. The bot will not send it a second time by itself.

news-button-correct-title = ✏️ Correct the title
news-button-correct-text = ✏️ Correct the text
news-button-retract = 🗑 Retract
news-button-log = What was changed
news-change-ask-title = Send the right title.
news-change-ask-text = Send the whole right text. Photos and files of the post stay as they are.
news-change-ask-why = Why is the change needed? Write briefly: the coordinator will see it.
news-change-ask-retract = Why should the post be retracted? Write briefly. Once approved, it disappears from the channel.
news-change-sent-proposed = ✅ Sent to the coordinator. I will tell you the decision.
news-change-sent-approved = ✅ The change is on its way to the channel.
news-change-proposed = Waits for a decision.
news-change-declined = Declined.
news-change-approved = On its way to the channel.
news-change-applied = ✅ Done.
news-change-failed = ⚠️ It failed. If the post is older than two days, the bot needs the right “Delete messages”; check /channel and try again.
news-proposals-head = <b>Changes of posts</b> · { $count }
news-proposals-empty = <b>Changes of posts</b>
    Nobody has proposed any.
news-proposal-line-correction = ✏️ Correct · { $name }
news-proposal-line-retraction = 🗑 Retract · { $name }
news-proposal-correction = <b>Correct “{ $title }”</b>, proposed by { $name }
news-proposal-retraction = <b>Retract “{ $title }”</b>, proposed by { $name }
news-proposal-reason = Reason: { $reason }
news-proposal-yes-correction = ✅ Correct it in the channel
news-proposal-yes-retraction = ✅ Remove it from the channel
news-proposal-no = Decline
news-proposal-again = 🔁 Try again
news-log-head = <b>What was changed: { $title }</b>
news-log-original = { $at }, { $name }: handed in, “{ $title }”
news-log-edited = { $at }, { $name }: edited in review, “{ $title }”
news-log-correction = { $at }, { $name }: corrected after publication, “{ $title }”
news-log-change-correction = { $at }, { $name }: proposed to correct. { $reason } { $state }
news-log-change-retraction = { $at }, { $name }: proposed to retract. { $reason } { $state }

news-events-ahead = <b>Events</b>
news-events-past = <b>Past events</b>
news-events-none = <b>Events</b>
    There are none ahead. Add one: the college learns of it and is reminded when it is time to write.
news-events-none-past = <b>Past events</b>
    There were none.
news-event-line-planned = <b>{ $title }</b>
    { $days }
news-event-line-cancelled = <s>{ $title }</s>
    { $days }, cancelled
news-event-head = <b>{ $title }</b>
news-event-days = 📅 { $days }
news-event-place = 📍 { $place }
news-event-cancelled = Cancelled: no news is owed.
news-event-origin-registered = Added by hand.
news-event-origin-plan-row = From the work plan.
news-event-origin-meeting = A meeting.
news-event-owing = <b>Who writes</b>
news-obligation-open = { $name }: until { $at }
news-obligation-late = ⚠️ { $name }: late, was due { $at }
news-obligation-handed-in = 📥 { $name }: under review
news-obligation-done = ✅ { $name }: written
news-obligation-not-held = { $name }: the event was not held
news-obligation-waived = { $name }: no news is needed
news-button-new-event = ➕ Event
news-button-ahead = Ahead
news-button-past = Past
news-button-calendar-file = 📆 Into the phone’s calendar
news-button-ics = 📆 Into the calendar
news-button-owes = { $name }
news-button-postpone = Postpone
news-button-cancel-event = Cancel the event
news-button-cancel-now = Yes, cancel it
news-button-to-events = ‹ Events
news-button-to-event = ‹ The event
news-cancel-ask = Cancel “{ $title }”? Nobody will have to write about it; I will tell those who were going to.
news-calendar-name = News of the cluster
news-calendar-file-name = events.ics
news-calendar-how = Open the file on your phone: the events go into its calendar.
news-source-ask = <b>New event</b>
    Where does it come from? I fill in title, day and place where I know them.
news-source-plan = 📋 From the work plan
news-source-meeting = 🏛 A meeting
news-source-blank = ✏️ Fill in by hand
news-source-plan-head = <b>From the work plan</b>
    Which row of the plan does the event belong to?
news-source-plan-none = <b>From the work plan</b>
    No plan is running: adopt one at /plan. An event can be added without a plan as well.
news-source-row = <b>{ $number }</b>. { $title }
news-source-row-due = Deadline in the plan: { $text }
news-source-row-events = Events added already: { $count }
news-source-meeting-head = <b>A meeting</b>
    Which meeting needs news? When the meeting is moved or cancelled, the event and its deadline follow.
news-source-meeting-none = <b>A meeting</b>
    There is no announced meeting without an event. Announce one at /meetings.
news-meeting-title = Meeting: { $council }
news-form-event = New event
news-form-days = Other days
news-form-rule = Deadline of news
news-ask-event-title = What is the event called? For example: students visit the Tomsk electrotechnical plant.
news-label-event-title = Title
news-ask-first-day = The first day: choose it or write, for example 24.05.2022.
news-label-first-day = First day
news-ask-last-day = The last day. For an event of one day choose the same.
news-label-last-day = Last day
news-ask-place = Where? You can skip this.
news-label-place = Place
news-ask-organisations = Which colleges should write?
news-label-organisations = Who writes
news-days-consequence = Open deadlines of news are counted anew, the colleges are told.
news-ask-since = For events that ended from which day on?
news-label-since = From
news-ask-days = How many working days after the event does a college have? The event’s day does not count.
news-label-days = Working days
news-ask-hours = Within how many working hours does the coordinator answer?
news-label-hours = Hours for review
news-rule-days = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
 }
news-rules-head = <b>Deadline of news</b>
    Until 18:00 of the last working day. The event’s day does not count.
news-rule-line = • events from { $since }: { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }, review within { $hours } working h
news-rule-set = ✅ The rule is changed.
news-moved = 📅 <b>News deadlines changed: { $count }</b>
news-moved-line = • { $title }: { $before } → { $after } ({ $name })
news-moved-more = …and { $count } more
news-moved-none = Open deadlines stay as they were.
news-button-new-rule = ➕ Another deadline
news-owe-head = <b>{ $title }</b>
news-owe-who = Writes: { $name }
news-owe-link = Published here: { $url }
news-owe-write = ✍️ Write
news-owe-published = 🔗 Already published
news-owe-not-held = The event was not held
news-owe-waive = No news is needed
news-owe-again = Ask again
news-owe-ask-link = Send the link to the news about “{ $title }”.
news-owe-not-held-ask = Was “{ $title }” not held? The coordinator will see this answer.
news-owe-not-held-now = Yes, it was not held
news-owe-thanks = ✅ Noted: the news about “{ $title }” is published. No more reminders.

news-button-press = 👤 Who writes
news-press-head = <b>Who writes news</b>
    This person is reminded first; everybody who speaks for the college hears of what is late.
news-press-line = • <b>{ $organisation }</b>: { $name }
news-press-line-any = • <b>{ $organisation }</b>: { $count ->
        [one] nobody named, { $count } representative
       *[other] nobody named, { $count } representatives
    }
news-press-line-none = • <b>{ $organisation }</b>: nobody in the bot
news-press-line-trusted = ⭐
news-press-none = <b>Who writes news</b>
    The cluster has no colleges yet. Add them under “Organisations”.
news-press-college = <b>{ $organisation }</b>
news-press-how = Who is reminded of news first?
news-press-nobody = Nobody of the college is in the bot, there is nobody to remind: only the coordinator hears of what is late. Send a link at /people.
news-press-person = { $name }
news-press-person-chosen = ✓ { $name }
news-press-named = Reminded first: { $name }
news-press-back = ‹ To the colleges

news-notice-over = <b>“{ $title }” is over.</b>
    Write the news until { $at } ({ $organisation }).
news-notice-soon = ⏰ <b>News about “{ $title }”</b> is due today, until { $at } ({ $organisation }).
news-notice-late = ⚠️ <b>News about “{ $title }” is late</b>: it was due { $at } ({ $organisation }).
    It can still be written. In one working day the coordinator is told.
news-notice-missing = ⚠️ <b>{ $organisation } does not write about “{ $title }”</b>
    It was due { $at }. Everybody of the college was reminded.
news-notice-came = 📥 <b>News to review</b>
    { $title } ({ $organisation })
news-notice-review-late = ⏰ <b>News waits longer than promised</b>
    { $title } ({ $organisation })
news-notice-returned = ↩️ <b>Change the news “{ $title }”</b>
news-notice-rejected = ⛔ <b>“{ $title }” will not be published</b>: { $why }.
news-notice-rejected-owed = News about the event is still owed: write another.
news-notice-published = 📣 <b>“{ $title }” is published</b>
news-notice-failed = ⚠️ <b>News did not get out</b>
    { $title } ({ $organisation })
news-notice-doubtful = ❓ <b>News may or may not be out</b>
    { $title } ({ $organisation })
news-notice-elsewhere = 🔗 <b>{ $organisation }</b>: the news about “{ $title }” is published already
news-notice-not-held = <b>{ $organisation }</b>: “{ $title }” was not held
news-notice-event-registered = 📅 <b>New event: { $title }</b>
    { $days }
news-notice-event-postponed = 📅 <b>The event is postponed: { $title }</b>
    { $days }
news-notice-event-cancelled = <b>The event is cancelled: { $title }</b>
    { $days }. No news is owed.
news-notice-event-due = News is due { $at }. I will remind you when the event is over.
news-notice-moved = { $count ->
        [one] 📅 <b>The deadline of a news item changed</b>
       *[other] 📅 <b>Deadlines of news items changed</b>
    }
news-notice-moved-line = • { $title }: due { $at }
news-notice-press-named = 👤 You are the first to be reminded of news ({ $organisation }).
    When an event is over, a message with the button “Write” comes.

news-compliance-title = Who writes news in time
news-compliance-head = <b>Who writes in time</b>
    Events that ended { $days }
news-compliance-sum = Owed in all: { $owed }. In time { $on_time } ({ $share }%), late { $late }, missing { $missing }.
news-compliance-none = There was nothing to write about in this period.
news-compliance-line = <b>{ $name }</b>: { $counts }
news-compliance-on-time = ✅{"\u00A0"}{ $count }
news-compliance-late = 🟡{"\u00A0"}{ $count }
news-compliance-missing = 🔴{"\u00A0"}{ $count }
news-compliance-ahead = ⏳{"\u00A0"}{ $count }
news-compliance-median = median{"\u00A0"}{ $days }
news-compliance-line-none = { $name }: no events
news-compliance-legend = ✅ in time · 🟡 late · 🔴 missing · ⏳ still ahead · median of working days from the event to the news
news-compliance-sheet = News in time
news-compliance-file = news-in-time-{ $day }
news-report-made = { $days }. Made { $at }
news-button-picture = 🖼 Picture
news-button-xlsx = 📄 Excel
news-period-month = Month
news-period-quarter = Quarter
news-period-year = Academic year
news-period-month-chosen = ✓ Month
news-period-quarter-chosen = ✓ Quarter
news-period-year-chosen = ✓ Academic year
news-column-college = College
news-column-on-time = In time
news-column-late = Late
news-column-missing = Missing
news-column-ahead = Still ahead
news-column-share = Share in time
news-column-median = Median, working days
news-column-day = Date
news-column-title = Title
news-column-event = Event
news-column-channel = Cluster’s channel
news-media-title = Media plan
news-media-head = <b>Media plan</b> · { $count }
    { $days }
news-media-count = { $name }: { $count }
news-media-line = { $day } <b>{ $title }</b> · { $organisation }
    { $outlets }
news-media-none = Nothing came out in this period.
news-media-sheet = Media plan
news-media-file = media-plan-{ $day }
news-outlet-channel = cluster’s channel
news-outlet-site = site
news-outlet-vk = VK
news-outlet-ok = OK
news-outlet-telegram = Telegram
news-outlet-press = press

error-news-wrong-state = That cannot be done with this news any more: its state has changed ({ $state ->
        [draft] draft
        [submitted] waits for review
        [in_review] under review
        [changes_requested] returned for changes
        [rejected] rejected
        [approved] approved
        [publishing] on its way
        [failed] did not get out
        [published] published
        [corrected] published
        [retracted] retracted
       *[other] thrown away
    }). Open /news.
error-news-link-broken = “{ $text }” is no link. A whole address is needed, for example https://vk.com/college?w=wall-1_2.
error-news-too-many-links = More than { $limit } links. Keep the main ones.
error-news-file-too-large = The file has { $size } MB, the bot passes on up to { $limit } MB. Put it on your site and send the link. Everything else is kept.
error-news-file-unfit = A photo, a video or a file is expected here. To change the text, go one step back.
error-news-too-many-files = The draft holds { $limit } files already. Remove some with the ✕ buttons.
error-news-not-ready = The news is not ready yet: see what is missing.
error-news-claimed = { $name } is reviewing it, until { $until }.
error-news-no-organisation = There is nobody to write for: you have no organisation, and the cluster has no leading college. Ask the coordinator.
error-news-publish-too-early = This hour is over. Write a time in the future.
error-news-moment-not-understood = Day and hour were not understood. Write, for example: { $example }.
error-news-event-days = An event cannot end before it begins.
error-news-event-not-over = The event begins { $day }: you can answer when it is over.
error-news-event-follows-meeting = This is a meeting: the event moves with it. Change the date at /meetings.
error-news-change-waits = A change of this post is proposed already and waits for a decision.
error-news-post-unknown = The bot does not know the number of this post in the channel and cannot change it. Correct it in the channel by hand.
error-news-nothing-changed = This is the text that is published already.
