# Words shared by forms, lists and messages
form-step = <b>{ $title }</b> · step { $number } of { $total }
form-last-look = <b>{ $title }</b>
    Please check that everything is right.
form-value = { $label }: <b>{ $value }</b>
form-nothing = not given
form-entered = Now: { $value }
form-edit = ✏️ { $label }
form-confirm = ✅ All correct
form-back = ← Back
form-skip = Skip
form-cancel = Cancel
form-done = Done ({ $count })
form-page-back = ‹ More
form-page-on = More ›
form-resume = Continue
form-cancelled = “{ $title }”: stopped. What you entered is kept, you can return to it.
form-moved-on = This button belongs to an earlier step. Here is the current one.
form-option-gone = This option is gone. Please choose one of those shown.
form-choose-something = Please choose at least one option.
form-most = { $count ->
    [one] Only { $count } can be chosen. Please untick it first.
   *[other] At most { $count } can be chosen. Please untick one first.
 }
form-weekday-1 = Mo
form-weekday-2 = Tu
form-weekday-3 = We
form-weekday-4 = Th
form-weekday-5 = Fr
form-weekday-6 = Sa
form-weekday-7 = Su
page-back = ‹ Back
page-on = Next ›
page-of = { $page } of { $pages }
notice-delayed = <b>Delayed.</b> The bot was unavailable; here is what has come up meanwhile.
notice-part = <b>{ $number }.</b> { $text }
notice-button = { $number } · { $text }
notice-several = { $count ->
    [one] <b>{ $count } message</b>
   *[other] <b>{ $count } messages</b>
 } from the time you were not disturbed
button-gone = This button no longer works. Here is the current menu.
error-incident = Something failed on our side. What you entered is kept, please try again. If it happens again, tell the coordinator the code <code>{ $incident }</code>.
error-text-expected = This question needs a text. Voice messages, photos and files do not fit here.
error-date-not-understood = This date could not be read. Write, for example, { $example }, or choose a day in the calendar.
error-date-out-of-range = This day is too early. { $first } or later fits.
error-number-expected = A whole number from { $low } to { $high } is needed, for example { $low }.
error-choice-expected = Please answer with one of the buttons below.
error-link-expected = A complete link is needed, for example https://example.org/page.
