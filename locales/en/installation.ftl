# The installation: what needs an administrator's look, letters that did not arrive
installation-menu = Installation
installation-head = <b>The bot’s installation</b>
installation-all-well = ✅ All is well: letters arrive, updates are handled.
installation-needs-a-look = <b>Needs a look</b>
installation-dead = ⚠️ Letters not delivered: { $count }
installation-uncertain = ❓ Letters that may have arrived or not: { $count }
installation-set-aside = 📥 Updates set aside: { $count }
installation-waiting = Letters to be sent now: { $due }, later: { $later }
installation-reminders = Reminders planned: { $count }
installation-updates-waiting = Updates waiting: { $count }
installation-about = Version { $version }. Database: { $database }, { $size }{"\u00A0"}MB.
installation-sqlite = SQLite
installation-postgresql = PostgreSQL
installation-letters-button = ✉️ Letters · { $count }
installation-updates-button = 📥 Updates set aside · { $count }
installation-refresh = 🔄 Refresh
installation-to-home = ‹ Installation
installation-to-letters = ‹ Letters
installation-see = Have a look

installation-letters = <b>Letters that need a look</b> · { $count }
    ⚠️ — not delivered, ❓ — may have arrived or not. Choose one to decide what to do with it.
installation-letters-empty = <b>Letters</b>
    Everything was delivered, there is nothing to decide.
installation-line-dead = ⚠️ { $kind } · { $to }
installation-line-uncertain = ❓ { $kind } · { $to }
installation-letter = <b>Letter: { $kind }</b>
    To: { $to }
    Due: { $at }
    Failed attempts: { $attempts }
installation-nobody = nobody known
installation-chat = chat { $chat }
installation-chat-of = channel or chat: { $cluster }
installation-state-dead = ⚠️ <b>Not delivered.</b> When the cause is removed, send it again. If it is not needed any more, drop it.
installation-state-uncertain = ❓ <b>It may have arrived or not.</b> Look into the channel or chat. If the message is there, tap “It arrived”; if not, send it again.
installation-state-waiting = ⏳ Waits to be sent.
installation-state-sending = ⏳ Is being sent.
installation-state-sent = ✅ Delivered.
installation-state-skipped = Dropped: it will not be sent.
installation-again = 🔁 Send again
installation-drop = 🗑 Drop
installation-arrived = ✅ It arrived
installation-sent-again = It is in the queue.
installation-confirmed = Noted: it arrived.
installation-dropped = The letter is dropped.
installation-resolved-before = Something was done with this letter before. Here is how it is now.

installation-error-blocked = Cause: the person stopped the bot or deleted the account, and nobody stands in for them.
installation-error-no-address = Cause: this person must not be written to any more, the consent was withdrawn.
installation-error-unknown-kind = Cause: this version of the program does not know such letters. It happens after going back to an earlier version.
installation-error-rendering = Cause: an error of the program while it put the text together. The server’s log has the details.
installation-error-stopped = Cause: the program stopped while sending.
installation-error-no-answer = Cause: the connection to Telegram broke while sending.
installation-error-chat-not-found = Cause: Telegram does not find this chat.
installation-error-no-rights = Cause: the bot may not write to this channel or chat. Make it an administrator there again, with the right to post.
installation-error-busy = Cause: Telegram answered with errors for a long time.
installation-error-other = Cause, as Telegram put it: <code>{ $text }</code>

installation-updates = <b>Updates set aside</b> · { $count }
    They could not be handled. The server’s log has the cause, by number. The button takes an update off the list and erases its content.
installation-updates-empty = <b>Updates set aside</b>
    There are none: everything Telegram sent was handled.
installation-update = <b>{ $id }</b>, { $at }
    { $why }
installation-update-failed = An error of the program: <code>{ $name }</code>
installation-update-not-understood = It could not be read: <code>{ $text }</code>
installation-dismiss = 🗑 Drop { $id }
installation-dismissed = Dropped, its content is erased.
installation-dismissed-before = This update was dropped before.

installation-notice = <b>The bot needs its administrator</b>
    Letters that did not arrive: { $letters }, updates set aside: { $updates }.
    You will be reminded tomorrow if anything is left.
installation-post-notice = <b>A post needs a look</b>

# What letter it is
installation-kind-other = a letter of another version of the program
installation-kind-people-access-requested = access requested
installation-kind-people-access-decided = answer to an access request
installation-kind-people-invitation-used = somebody came by an invitation
installation-kind-people-role-ended = role ended
installation-kind-people-consent-withdrawn = consent withdrawn
installation-kind-evaluation-invited = invitation of an expert
installation-kind-evaluation-sheet-due = reminder of an expert’s deadline
installation-kind-evaluation-nudged = the coordinator asks an expert
installation-kind-evaluation-deadline-moved = evaluation deadline moved
installation-kind-evaluation-no-longer-awaited = sheet not awaited any more
installation-kind-evaluation-signed = signed expert sheet
installation-kind-evaluation-sheet-came = expert sheet received
installation-kind-evaluation-declined = an expert declined
installation-kind-evaluation-sheets-due = progress before the deadline
installation-kind-installation-trouble = trouble, to the administrator
installation-kind-installation-post-in-doubt = question about a post
installation-kind-calendar-year-unknown = a year without a production calendar
installation-kind-chats-offered = offer to connect a channel or group
installation-kind-chats-ready = a channel or group is connected
installation-kind-chats-lost = the bot can no longer write to a channel or group
installation-kind-news-files-taken = files of a news item came
installation-kind-news-came = news to review
installation-kind-news-review-late = news waits longer than promised
installation-kind-news-changes-asked = news was returned for changes
installation-kind-news-rejected = news was rejected
installation-kind-news-published = news was published
installation-kind-news-failed = news was not published
installation-kind-news-doubtful = news may or may not be published
installation-kind-news-post = a news post
installation-kind-news-post-change = correction or retraction of a post
installation-kind-news-change-proposed = a change of a post is proposed
installation-kind-news-change-decided = decision on a change of a post
installation-kind-news-change-failed = a change of a post failed
installation-kind-news-owed = reminder of news
installation-kind-news-missing = a college has not written
installation-kind-news-answered = answer about news
installation-kind-news-event-changed = an event to write about
installation-kind-news-deadlines-moved = deadlines of news changed
installation-kind-news-press-named = somebody was named for news
installation-kind-evaluation-answer-due = an invitation awaits the expert's answer
installation-kind-evaluation-college-answered = the college answered about a programme
installation-kind-evaluation-conflict-seen = a conflict of interest was seen
installation-kind-evaluation-coordinator-wanted = a programme needs another coordinator
installation-kind-evaluation-fixes-due = to the college: corrections are due
installation-kind-evaluation-fixes-overdue = corrections are overdue
installation-kind-evaluation-programme-named = the college named a programme
installation-kind-evaluation-programme-opened = a programme was opened for scoring
installation-kind-evaluation-programme-wanted = a programme is wanted from the college
installation-kind-evaluation-recheck-asked = corrections to be re-checked
installation-kind-evaluation-recheck-done = corrections were re-checked
installation-kind-evaluation-released = the outcome for the college
installation-kind-evaluation-reopened = an expert sheet was reopened
installation-kind-evaluation-set-aside = an expert sheet does not count
installation-kind-evaluation-silent = an expert did not answer in time
installation-kind-meetings-answer-changed = an answer to a meeting was changed
installation-kind-meetings-began = a meeting began
installation-kind-meetings-cancelled = a meeting was cancelled
installation-kind-meetings-cancelled-now = at once: a meeting was cancelled
installation-kind-meetings-changed = a meeting was changed
installation-kind-meetings-changed-now = at once: a meeting was changed
installation-kind-meetings-dates-proposed = dates proposed for a meeting
installation-kind-meetings-invited = an invitation to a meeting
installation-kind-meetings-minutes-awaited = minutes are not signed
installation-kind-meetings-minutes-out = minutes were signed
installation-kind-meetings-poll-over = a date poll is over
installation-kind-meetings-posted = a meeting announced in the channel or group
installation-kind-meetings-quarter-empty = a quarter without a meeting
installation-kind-meetings-soon = a reminder of a meeting
installation-kind-meetings-substitute-answered = a substitute answered
installation-kind-meetings-substitute-asked = a substitute was asked
installation-kind-meetings-substitute-released = a substitute is no longer needed
installation-kind-meetings-very-soon = a meeting begins soon
installation-kind-meetings-vote-opened = a vote was opened
installation-kind-plan-cannot = an executor cannot do it
installation-kind-plan-day = deadlines of the plan
installation-kind-plan-decided = a decision about a deadline
installation-kind-plan-given = an obligation was given
installation-kind-plan-made = obligations of the plan were made
installation-kind-plan-moved = a deadline of the plan was moved
installation-kind-plan-week = the week's digest of the plan
installation-kind-practice-left-out = no practice place was found
installation-kind-practice-run-finished = a matching run is ready
