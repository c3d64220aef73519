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
