# A work plan from a file: looked through, corrected, adopted
error-plan-column-missing = Table “{ $table }”, row { $row }: there is no column { $column ->
    [title] “Наименование мероприятия” (activity)
    [executors] “Исполнители” (executors)
   *[deadline] “Срок исполнения” (deadline)
 }. The table needs the columns for activity, executors and deadline; number and result are optional.
error-plan-cell-empty = Table “{ $table }”, row { $row }, column { $column }: the activity has no title. Fill it in or delete the row, and send the file again.
error-plan-cell-too-long = Table “{ $table }”, row { $row }, column { $column }: more than { $limit } characters in one cell. Shorten the text and send the file again.
error-plan-without-rows = Table “{ $table }”: there is no row below the column heads.
error-plan-import-closed = { $state ->
    [adopted] This plan is adopted already.
   *[dropped] This file was put aside.
 }
error-plan-year-not-known = First choose for which year the plan is.

import-button-correct = ✏️ Correct rows
import-button-send = 📥 Send a plan as a file
import-ask-file = Send the plan as a file: Word (.docx) or Excel (.xlsx), up to 20{"\u00A0"}MB.
    The table needs the columns “Наименование мероприятия”, “Исполнители”, “Срок исполнения”. Merged cells, section titles and automatic numbers are fine.
    First I show how I understood every row. Nothing changes until you decide.
import-year-calendar = { $year }
import-year-academic = academic year { $first }/{ $last }
import-ask-year = <b>{ $title }</b>
    Rows read: { $rows }. For which year is this plan? Its deadlines depend on it.
import-head = <b>{ $title }</b>
    { $year }
import-draft-mark = The file is marked “ПРОЕКТ” (draft).
import-counts = { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } in { $sections ->
        [one] { $sections } section
       *[other] { $sections } sections
    }.
import-owed = They make <b>{ $count }</b> obligations.
import-doubts = ⚠️ { $count ->
        [one] { $count } row is
       *[other] { $count } rows are
    } worth a look: not everything there was understood.
import-no-doubts = ✅ Deadlines and executors of all rows were understood.
import-number-twice = Number { $number } stands twice.
import-number-missing = There is no number { $number }.
import-numbers-stay = It stays so: a number is only a row's label.
import-of-stored = The cluster has a plan for this year that is not adopted yet.
import-next-version = 🔁 The plan for this year is adopted. This will be version { $version }.
import-differences = New rows: { $new }, changed: { $changed }, left out: { $removed }, the same: { $same }. What was done for rows that stay or change is kept.
import-removed-row = ➖ { $number } { $title }
import-over = The year of this plan is over: it can be looked through, not adopted.
import-nothing-yet = Nothing has changed yet. The plan takes effect when you tap “Adopt”.
import-button-w = 📄 All rows ({ $count })
import-button-d = ⚠️ Worth a look ({ $count })
import-button-c = 🔁 What changed ({ $count })
import-button-adopt = ✅ Adopt the plan
import-button-drop = Put aside, change nothing
import-button-home = ← To the summary
import-button-all-rows = ← To the rows
import-button-row = ✏️ { $number }
import-rows-w = <b>Rows of the plan</b> · { $count }
import-rows-d = <b>Worth a look</b> · { $count }
import-rows-c = <b>Differences from the adopted plan</b> · { $count }
import-row-head = <b>{ $number } { $title }</b>
import-row-section = Section: { $section }
import-row-deadline = 🗓 { $text } → { $meaning }
import-row-executors = 👥 { $text } → { $meaning }
import-row-owed = 📌 { $count ->
        [one] { $count } obligation
       *[other] { $count } obligations
    }
import-row-owed-undated = 📌 { $count ->
        [one] { $count } obligation without a date
       *[other] { $count } obligations without a date
    }
import-row-result = Result: { $result }
import-row-new = 🆕 new row
import-row-changed = 🔁 changed: { $fields }
import-row-was = Before ({ $field }): { $text }
import-look = ⚠️ { $text }
import-field-deadline = deadline
import-field-executors = executors
import-field-title = title
import-field-result = result
import-fix-deadline = 🗓 Deadline
import-fix-executors = 👥 Executors
import-fix-title = ✏️ Title
import-fix-result = ✏️ Result
import-fix-leave-out = ➖ Leave the row out
import-ask-deadline = Write the deadline in Russian, for example: до 15 марта 2024 г., Май 2024 г., II квартал, не реже 1 раза в квартал, в течение года.
import-ask-executors = Write the executors separated by commas, for example: ОГБПОУ «ТЭПК», ПОО, входящие в Кластер, Экспертный совет.
import-ask-title = Write the title of the activity.
import-ask-result = Write the expected result.
import-cell-now = Now: { $text }
import-toast-left-out = The row will not be in the plan.
import-toast-adopted = The plan is adopted.
import-closed-adopted = This plan is adopted already. How it goes is shown by /plan.
import-closed-dropped = The file was put aside, nothing changed. You can send it again.
deadline-empty = no deadline given
deadline-unknown = ⚠️ not understood: “{ $rest }”. No date until you write it in other words.
deadline-dated = { $kind }: { $dates }
deadline-many-dates = { $count ->
        [one] { $count } date
       *[other] { $count } dates
    }, the first { $first }, the last { $last }
deadline-within-day = { $count ->
        [one] day
       *[other] days
    }
deadline-within-week = week
deadline-within-month = month
deadline-within-quarter = quarter
deadline-within-half_year = half-year
deadline-within-year = by the end of the year
deadline-by-day = every month by day { $day }
deadline-every-week = once in { $every } weeks
deadline-every-month = once in { $every } months
deadline-every-quarter = once in { $every } quarters
deadline-every-half_year = once in { $every } half-years
deadline-every-year = once in { $every } years
deadline-per-week = { $count ->
        [one] once a week
       *[other] { $count } times a week
    }
deadline-per-month = { $count ->
        [one] once a month
       *[other] { $count } times a month
    }
deadline-per-quarter = { $count ->
        [one] once a quarter
       *[other] { $count } times a quarter
    }
deadline-per-half_year = { $count ->
        [one] once in a half-year
       *[other] { $count } times in a half-year
    }
deadline-per-year = { $count ->
        [one] once a year
       *[other] { $count } times a year
    }
deadline-continuous-year = all the year, I ask about progress every quarter; finish by
deadline-continuous-permanent = all the time, I ask about progress every quarter; finish by
deadline-continuous-as_needed = as needed, I ask about progress every quarter; finish by
deadline-after-event = { $days } { $kind ->
        [working] { $days ->
            [one] working day
           *[other] working days
         }
       *[calendar] { $days ->
            [one] day
           *[other] days
         }
    } after an event; each event makes an obligation
deadline-before-event = { $days } { $kind ->
        [working] { $days ->
            [one] working day
           *[other] working days
         }
       *[calendar] { $days ->
            [one] day
           *[other] days
         }
    } before an event; each event makes an obligation
deadline-external-plan = by a separate plan: no date, I will ask once a month
deadline-on-order = by an order: no date, I will ask once a month
deadline-warning-outside = the day is outside of the plan's year
deadline-warning-quarter_of_two_years = the third quarter of an academic year is July and August; if September is meant, write the year
executors-organisations = { $count ->
        [one] { $count } organisation
       *[other] { $count } organisations
    }
executors-group = those who had the event
executors-named = { $count ->
        [one] { $count } executor
       *[other] { $count } executors
    }
executors-nobody = nobody of the directory; the coordinator answers
executors-unknown = not in the directory: { $names }
