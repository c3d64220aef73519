# The bank of programmes and the brochure for the industry's day
menu-programmes = Programme bank
bank-head = <b>Programme bank</b>
    { $cluster }
bank-count = { $count ->
    [one] { $count } programme
   *[other] { $count } programmes
 }
bank-found = “{ $words }”: { $count ->
    [one] { $count } programme
   *[other] { $count } programmes
 }. Write other words to search again.
bank-empty = There are no programmes in the bank yet. Colleges enter theirs, and the coordinator can take them from expert sessions.
bank-nothing-found = The bank has no such programmes.
bank-no-cluster = There are no clusters yet: the bank appears when the administrator creates one.
bank-choose-cluster = Which cluster's bank shall be shown?
bank-title = <b>{ $title }</b>
bank-kind-main = main programme
bank-kind-additional = additional programme
bank-employer = Enterprise: { $employer }
bank-hidden = 🚫 Taken out of the bank, only you and the coordinator see it
bank-agreement-none-undated = ▫️ Not agreed with employers
bank-agreement-none = ▫️ Not agreed with employers ({ $day })
bank-agreement-examined = 🔎 Examined at the expert session of { $day }
bank-agreement-examined-undated = 🔎 Examined at an expert session
bank-agreement-agreed = ✅ Agreed on { $day }
bank-agreement-agreed-undated = ✅ Agreed
bank-agreement-with-remarks = ✅ Agreed with remarks on { $day }
bank-agreement-with-remarks-undated = ✅ Agreed with remarks
bank-agreement-returned = ↩️ Returned on { $day }
bank-agreement-returned-undated = ↩️ Returned
bank-validity-valid = Enrolment until { $day }
bank-validity-ends-soon = ⏳ Enrolment ends on { $day }
bank-validity-expired = ⌛️ Enrolment ended on { $day }
bank-state-none = Not agreed
bank-state-examined = Examined by experts
bank-state-agreed = Agreed
bank-state-with-remarks = Agreed with remarks
bank-state-returned = Returned
bank-button-all = All
bank-button-main = Main
bank-button-additional = Additional
bank-button-search = 🔎 Search
bank-button-brochure = 📖 Brochure
bank-button-add = ➕ Enter a programme
bank-button-take = { $count ->
    [one] Take from expert sessions: { $count } programme
   *[other] Take from expert sessions: { $count } programmes
 }
bank-button-bank = ‹ To the bank
bank-button-edit = ✏️ Change
bank-button-agreement = Agreement
bank-button-hide = Take out of the bank
bank-button-show = Put back into the bank
bank-toast-saved = Saved.
bank-toast-hidden = The programme is out of the bank. It can be put back at any time.
bank-toast-shown = The programme is in the bank again.
bank-toast-agreed = The programme is agreed; a coordinator can change it.
bank-toast-preparing = Making the brochure…
bank-toast-taken = { $count ->
    [0] Sessions have no new programmes or decisions.
    [one] { $count } programme updated.
   *[other] { $count } programmes updated.
 }
bank-ask-words = What shall be found? Write words of the title, a code or a college, for example: 15.02 or welding.
bank-ask-agreement = How far is the programme <b>{ $title }</b> agreed now? The date will be today's.

# Form
bank-form = Programme for the bank
bank-ask-kind = What kind of programme is it?
bank-ask-college = Which college?
bank-ask-code = The programme's code, for example 15.02.12. Skip it if there is none.
bank-ask-title = The programme's title?
bank-ask-summary = The programme in short: what it teaches, for whom, how long it takes. Up to 700 characters; this goes into the brochure.
bank-ask-until = Until which day does it enrol? Skip it if there is no last day.
bank-label-kind = Kind
bank-label-college = College
bank-label-code = Code
bank-label-title = Title
bank-label-summary = Description
bank-label-until = Enrolment until

# Brochure
bank-file-brochure = Programmes of the cluster { $year }
bank-brochure-title = Educational programmes of the cluster
bank-brochure-footer = Programme bank: { $cluster }
bank-brochure-colleges = Colleges
bank-brochure-main = Main programmes
bank-brochure-additional = Additional programmes
bank-brochure-as-of = As of
bank-brochure-contents = Contents
bank-column-number = No.
bank-column-code = Code
bank-column-programme = Programme
bank-column-kind = Kind
bank-print-none-undated = Not agreed with employers yet
bank-print-none = Not agreed with employers yet ({ $day })
bank-print-examined = Examined at the expert session of { $day }
bank-print-examined-undated = Examined at an expert session
bank-print-agreed = Agreed with employers on { $day }
bank-print-agreed-undated = Agreed with employers
bank-print-with-remarks = Agreed with employers, with remarks, on { $day }
bank-print-with-remarks-undated = Agreed with employers, with remarks
bank-print-returned = Returned on { $day }
bank-print-returned-undated = Returned
error-bank-agreed-programme = The programme is agreed with employers; a coordinator can change it.
error-bank-last-day-passed = This day is over. Today or a later day is needed.
error-bank-code-expected = A code is three pairs of digits, for example 15.02.12.
