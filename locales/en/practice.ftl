# Practice: places, mentors, requests, placements, results
menu-practice = Practice
practice-yes = Yes
practice-no = No

# Words
practice-kind-educational = educational practice
practice-kind-production = industrial practice
practice-kind-prediploma = pre-diploma practice
practice-kind-internship = teacher internship
practice-contract-regional = regional model
practice-contract-own = enterprise's own form
practice-clearance-medical = medical examination
practice-clearance-corporate-medical = corporate medical examination
practice-clearance-vaccination = vaccination card
practice-clearance-pcr = PCR test
practice-clearance-safety = occupational safety
practice-clearance-entry = entry pass
practice-shift-day = day shift
practice-shift-night = night shift
practice-supervision-individual = a mentor for each
practice-supervision-group = a supervisor for the group
practice-rota-five-two = 5/2, working days
practice-rota-two-two-day = 2/2, day shifts
practice-rota-two-two-night = 2/2, night shifts
practice-rota-two-two-turns = days, nights: 2 on 2 off
practice-rota-dates = own dates
practice-rota-line = { $rota } (counted from { $day })
practice-rota-line-dates = own dates: { $days }
practice-held-missing = none
practice-held-valid = until { $day }
practice-held-booked = booked for { $day }
practice-held-button-missing = None yet
practice-held-button-booked = Booked for a day…
practice-held-button-valid = There, valid until…
practice-state-proposed = answers awaited
practice-state-accepted = agreed by all
practice-state-active = under way
practice-state-completed = completed
practice-state-declined = declined
practice-state-expired = not answered in time
practice-state-withdrawn = withdrawn
practice-request-open = places are being found
practice-request-withdrawn = The request was withdrawn
practice-request-closed = The request is closed: its period is over
practice-side-intern = college or intern
practice-side-mentor = mentor
practice-side-enterprise = enterprise
practice-reason-too-far = too far to travel
practice-reason-other-place = has another place
practice-reason-dates = the dates do not suit
practice-reason-no-capacity = cannot take anybody
practice-reason-profile = not the right profile
practice-reason-other = another reason
practice-outcome-none = Not invited
practice-outcome-invited = Invited by name
practice-outcome-hired = Hired
practice-obstacle-closed = closed
practice-obstacle-speciality = another speciality
practice-obstacle-kind = another kind of practice
practice-obstacle-period = dates outside of the place's period
practice-obstacle-contract = no form of contract in common
practice-obstacle-night = night shifts only, and the intern may be under age
practice-obstacle-town = cannot go there
practice-obstacle-clearance = papers cannot be ready in time
practice-obstacle-clearance-by = { $clearance } will be there by { $day } only
practice-obstacle-mentor = no suitable mentor
practice-obstacle-full = no seats left
practice-with-mentor = with a mentor
practice-without-mentor = without a mentor
practice-more = { $count ->
    [one] …and { $count } more
   *[other] …and { $count } more
 }

# Entry screen
practice-home-head = <b>Practice and internships</b>
practice-home-coordinator = Enterprises offer places and mentors, colleges ask. Who has no place yet is in the waiting list.
practice-home-enterprise = Offer places and mentors. When somebody is proposed to you, a message with answer buttons comes.
practice-home-college = Ask for practice and add interns: one by one or by an Excel list. When a place is found, a message comes.
practice-home-mentor = Here you see who comes to you and when. If you cannot be there, say so: a substitute is found the same day.
practice-home-intern = Your place, dates and mentor will be shown here.
practice-home-counts = Answers awaited: <b>{ $proposed }</b> · agreed: <b>{ $accepted }</b>
    Under way: <b>{ $active }</b> · completed: <b>{ $completed }</b>
practice-home-none = No placements yet.
practice-button-home = ‹ Practice
practice-button-placements = Placements
practice-button-waiting = Waiting list
practice-button-requests = Requests
practice-button-ask = Ask for practice
practice-button-own-places = Our places
practice-button-places = Places
practice-button-offer = Offer a place
practice-button-mentors = Mentors
practice-button-list-mentor = Add a mentor
practice-button-list-me = Enter myself as a mentor
practice-button-own-entry = My entry: { $enterprise }
practice-button-results = Results and mentors' reserve
practice-button-not-now = No, go back

# Places
practice-place-head = <b>{ $enterprise }</b>
    { $site }, { $town }
    { $period }
practice-place-seats = { $taken } of { $capacity } taken
practice-place-closed = Closed
practice-place-for = Specialities: { $codes }
practice-place-kinds = For: { $kinds }
practice-place-contracts = Contract: { $forms }
practice-place-needs = Needed: { $needs }
practice-place-need = { $clearance } (takes { $count ->
    [one] { $count } working day
   *[other] { $count } working days
 })
practice-place-no-needs = No special papers are needed
practice-place-shifts = Shifts: { $shifts }
practice-place-mentored = Each intern gets a mentor
practice-place-group = No mentor is assigned: a supervisor looks after the group
practice-place-order = Production order: { $order }
practice-place-hires = The enterprise means to hire
practice-place-programme = There is a mentoring programme
practice-places-head = { $count ->
    [one] <b>Places</b>: { $count } offer
   *[other] <b>Places</b>: { $count } offers
 }
practice-places-empty = No places are offered yet. Offer the first one: it takes about three minutes.
practice-places-none = Enterprises have offered no places yet. They will be listed here.
practice-button-edit = Change
practice-button-copy = Repeat for other dates
practice-button-close = Close
practice-button-open = Open
practice-form-place = Place for practice
practice-ask-place-organisation = Which enterprise offers the place?
practice-ask-place-specialities = For which specialities? Mark groups or single codes, or type codes with commas, for example 15.02.12, 13.00.00.
practice-ask-place-site = Where exactly: workshop, section, address?
practice-ask-place-town = In which town?
practice-ask-place-kinds = What is the place for?
practice-ask-place-first = From which day?
practice-ask-place-last = Until which day, inclusive?
practice-ask-place-capacity = How many at the same time?
practice-ask-place-contracts = Which forms of contract do you sign? Mark both if both.
practice-ask-place-supervision = Who looks after the interns?
practice-ask-place-shifts = In which shifts do interns work?
practice-ask-place-needs = What has to be arranged before? If nothing, tap «Skip».
practice-ask-place-lead = How many working days does that take? Type a number from 0 to 60.
practice-ask-place-order = Is there a production order they will work on? Say which, or skip.
practice-ask-place-hires = Do you mean to hire after the practice?
practice-ask-place-programme = Has the enterprise a model and programme of mentoring?
practice-label-organisation = Organisation
practice-label-specialities = Specialities
practice-label-site = Site
practice-label-town = Town
practice-label-kinds = For
practice-label-first = First day
practice-label-last = Last day
practice-label-capacity = Seats
practice-label-contracts = Contract
practice-label-supervision = Supervision
practice-label-shifts = Shifts
practice-label-needs = Papers
practice-label-lead = Days it takes
practice-label-order = Order
practice-label-hires = Hiring
practice-label-programme = Programme

# Mentors
practice-mentors-head = { $count ->
    [one] <b>Mentors</b>: { $count }
   *[other] <b>Mentors</b>: { $count }
 }
practice-mentors-empty = No mentors yet. Add the first: without a mentor nobody is sent to a place with mentors.
practice-mentor-line = { $active ->
    [yes] •
   *[no] ✕
 } { $label }, { $enterprise }: { $rota }, up to { $limit }
practice-mentor-head = <b>{ $name }</b>
    { $enterprise }
practice-mentor-retired = Takes no interns now
practice-mentor-for = Specialities: { $codes }; up to { $limit } at the same time
practice-mentor-rota = Rota: { $rota }
practice-mentor-trained = Trained as a mentor: { $day }
practice-mentor-rating = Mark of interns and colleges: { $mark }
practice-mentor-not-here = Not in the bot yet: the enterprise answers for this mentor
practice-mentor-away = Away: { $period }
practice-week-head = <b>Week { $period }</b>
practice-week-empty = Nobody comes.
practice-week-day = { $day }, { $shift }: { $codes }
practice-button-week-back = ‹ Week
practice-button-week-on = Week ›
practice-button-absent = I cannot be there…
practice-button-back-again = There after all: { $period }
practice-button-retire = Take off
practice-button-retire-now = Yes, take off
practice-button-return = Put back on the list
practice-button-my-week = My week
practice-button-mentor = Open the entry
practice-retire-ask = Take the mentor ({ $label }) off the list? The days of their interns go to other mentors of the enterprise today.
practice-substituted = { $count ->
    [one] A substitute was found for { $count } day. Everybody concerned was told.
   *[other] A substitute was found for { $count } days. Everybody concerned was told.
 }
practice-uncovered = { $count ->
    [one] ⚠️ Nobody can take { $count } day: the enterprise and the coordinator were told.
   *[other] ⚠️ Nobody can take { $count } days: the enterprise and the coordinator were told.
 }
practice-form-mentor = Mentor
practice-ask-mentor-organisation = Of which enterprise?
practice-ask-mentor-who = Who is it? Shown are those in the bot with the role of a mentor.
practice-ask-mentor-label = What shall they be called? A position or section, for example «foreman of section 2». Interns see exactly this.
practice-ask-mentor-specialities = For which specialities? Mark them or type codes with commas.
practice-ask-mentor-limit = How many interns at the same time?
practice-ask-mentor-rota = On which rota?
practice-ask-mentor-anchor = Name the first day of any pair of shifts: the rota is counted from it.
practice-ask-mentor-dates = On which days? Type days and spans with commas, for example 03.06, 05.06–07.06.
practice-ask-mentor-trained = When were they trained as a mentor? Skip if they were not.
practice-not-here-yet = Not in the bot yet
practice-label-who = Who
practice-label-label = Called
practice-label-limit = At the same time
practice-label-rota = Rota
practice-label-anchor = Counted from
practice-label-dates = Dates
practice-label-trained = Trained
practice-form-absence = Absence of a mentor
practice-ask-absence-first = From which day? No reason is needed.
practice-ask-absence-last = Until which day, inclusive?
practice-absence-consequence = Once confirmed, substitutes for these days are found at once, and interns and the enterprise are told.
practice-absence-kept = Noted. No interns come on these days, no substitute is needed.

# Requests and interns
practice-request-head = <b>{ $code }</b> { $programme }
    { $kind }, { $period }
    { $college }
practice-request-counts = Interns: { $total }, waiting: { $waiting }
practice-request-contracts = Contract: { $forms }
practice-request-next = The request is in. Now add interns: one by one or by a list.
practice-requests-head = { $count ->
    [one] <b>Requests for practice</b>: { $count }
   *[other] <b>Requests for practice</b>: { $count }
 }
practice-requests-empty = No requests yet. Make the first: programme, kind and dates, then the list of interns.
practice-interns-head = <b>Interns</b>: { $count }, waiting: { $waiting }
practice-interns-none = No interns yet. Add them one by one, or send an Excel list.
practice-intern-line = { $code } · { $mark }: { $state }
practice-intern-waits = waits for a place
practice-intern-unmatched = not matched any more
practice-intern-out = left
practice-button-add-intern = Add an intern
practice-button-template = Template of the list
practice-button-send-list = Send a list
practice-button-copy-request = Repeat the request
practice-button-withdraw = Withdraw
practice-button-withdraw-now = Yes, withdraw
practice-button-request = To the request
practice-withdraw-ask = Withdraw the request? All its placements end, and enterprises and mentors are told at once.
practice-form-request = Request for practice
practice-ask-request-organisation = On behalf of which college?
practice-ask-request-code = Which speciality? Choose, or type a code, for example 15.02.12.
practice-ask-request-programme = What is the programme called? Choose or type.
practice-ask-request-kind = What is needed?
practice-ask-request-first = First day?
practice-ask-request-last = Last day?
practice-ask-request-contracts = Which forms of contract can the college sign? The more forms, the more places.
practice-ask-request-along = Take along the interns of the earlier request? Wishes stay, papers have to be noted anew.
practice-label-code = Code
practice-label-kind = Kind
practice-label-along = Interns of the earlier request
practice-intern-head = <b>{ $code }</b>
practice-intern-out-line = Left the request
practice-intern-mark = Number in the college: { $mark }
practice-intern-born = Born in { $year }, { $town }
practice-intern-towns = Can go only to: { $towns }
practice-intern-person = In the bot: { $name }
practice-intern-place = Placement: { $state }
practice-intern-added = Added; the code is { $code }. Note the papers that are there already.
practice-held-head = <b>Papers</b>
practice-held-line = { $clearance }: { $state }
practice-held-none = nothing is noted
practice-wishes-head = <b>Wishes</b>
practice-wishes-none = none
practice-button-clearances = Papers
practice-button-wishes = Wishes
practice-button-link = Link to a person
practice-button-leave = Left
practice-button-leave-now = Yes, left
practice-button-placement = Placement
practice-button-offers = Propose a place
practice-button-intern = To the intern
practice-leave-ask = Take { $code } out of the request? If a place was agreed, the enterprise and the mentor are told at once.
practice-link-ask = Who is it? Shown are interns of the college who are in the bot.
practice-link-nobody = No intern of your college is in the bot without a link. Send an invitation: /people, role «intern».
practice-clearances-ask = What shall be noted for { $code }?
practice-clearance-ask = { $code }: { $clearance }. How far is it?
practice-clearance-kept = Noted. You are reminded when its day comes near.
practice-form-clearance = Day of a paper
practice-ask-clearance-on = Booked for which day, or valid until which?
practice-label-on = Day
practice-form-intern = Intern
practice-form-wishes = Wishes
practice-ask-intern-mark = Number in your list: record book, personnel number, «391-07». No names and phones, please.
practice-ask-intern-year = Year of birth? It keeps minors off night shifts.
practice-ask-intern-town = Where do they live?
practice-ask-intern-towns = Where can they go? Tick or type the towns with commas: they are sent to no other. If anywhere, tap «Skip».
practice-ask-intern-wishes = Where would they like to go? Up to five enterprises, the first tapped counts most. Can be skipped.
practice-label-mark = Number
practice-label-year = Year of birth
practice-label-wishes = Wishes
practice-label-towns = Can go to
practice-wishes-kept = Noted; it counts from the next matching on.

# List
practice-list-mark = Number in the college
practice-list-year = Year of birth
practice-list-town = Town
practice-list-wish = Wish { $number }
practice-list-towns = Can go to
practice-list-sheet = List
practice-list-help-sheet = How to fill
practice-list-file = Interns { $code }.xlsx
practice-list-hint-mark = Record book or number in the list, for example 391-07. No names and phones.
practice-list-hint-year = Four digits, for example 2006
practice-list-hint-town = Where they live, for example Tomsk
practice-list-hint-clearance = «no», «until 12.05.2026» or «booked 12.05.2026»
practice-list-hint-wish = An enterprise of the list; the first counts most
practice-list-hint-towns = Only these towns, with commas; empty means anywhere
practice-list-help = One row an intern; the first row with the titles stays as it is.
    Number in the college: record book or number in the list. No names and phones: nobody but the college should know them.
    Year of birth: four digits.
    Papers: «no», «until 12.05.2026» (valid until that day) or «booked 12.05.2026». An empty cell means «no».
    Wishes: names of enterprises of the list, up to five, the first counts most.
    Can go to: towns with commas, they are sent to no other. An empty cell means anywhere.
    Send the filled file to the bot. Nothing is added until you confirm.
practice-list-template = Here is the template. Fill it and send it here as a file: every cell is checked, and nothing is added without your confirmation.
practice-list-ask = Send the list of interns ({ $code }) as an Excel file made from the template.
practice-list-read = { $good ->
    [0] No row is ready.
    [one] <b>{ $good } row</b> is ready.
   *[other] <b>{ $good } rows</b> are ready.
 }
practice-list-bad = { $count ->
    [one] <b>{ $count } mistake</b>, rows with mistakes: { $rows }
   *[other] <b>{ $count } mistakes</b>, rows with mistakes: { $rows }
 }
practice-list-confirm = No mistakes. Confirm, and the interns wait for places.
practice-list-repair = Repair these cells and send the file again, or add only the rows that are ready for now. Nobody is added yet.
practice-list-repair-all = Repair these cells and send the file again. Nobody is added.
practice-list-taken = { $count ->
    [one] { $count } intern was added. A message comes when a place is found.
   *[other] { $count } interns were added. A message comes when a place is found.
 }
practice-button-take = Add the ready ones ({ $count })
practice-button-send-again = Send the repaired list
practice-trouble = Row { $row }, column { $column } ({ $title }): { $fault } — { $value }
practice-trouble-empty = empty
practice-fault-mark-missing = no number
practice-fault-mark-long = longer than 40 characters
practice-fault-mark-twice = this number stands above already
practice-fault-mark-known = this number is in the request already
practice-fault-personal = looks like a name or phone, a number is needed
practice-fault-year = a year of birth is needed, for example 2006
practice-fault-town-missing = no town
practice-fault-town-long = longer than 80 characters
practice-fault-clearance = «no», «until 12.05.2026» or «booked 12.05.2026» is needed
practice-fault-clearance-over = this day is over
practice-fault-wish-unknown = the cluster has no such enterprise
practice-fault-wish-twice = the enterprise is named twice
practice-fault-towns = names of towns with commas, no more than 10

# Placements
practice-placement-line = { $code } · { $enterprise } · { $period }: { $state }
practice-placement-head = <b>{ $code }</b>: { $state }
practice-placements-head = { $count ->
    [one] <b>Placements</b>: { $count }
   *[other] <b>Placements</b>: { $count }
 }
practice-placements-empty = No placements yet. They come when the coordinator runs the matching or proposes a place.
practice-no-mentor = No mentor is assigned: a supervisor looks after the group. It does not count as mentoring.
practice-team-none = The mentor is not known yet.
practice-team-primary = Mentor: <b>{ $name }</b>
practice-team-substitutes = Substitutes: { $names }
practice-team-uncovered = { $count ->
    [one] ⚠️ { $count } day without a mentor
   *[other] ⚠️ { $count } days without a mentor
 }
practice-answers-until = Answers until <b>{ $at }</b>:
practice-declined-line = Declined: { $side }, { $reason }.
practice-mark-by-intern = Mark of the place and mentor: { $mark } of 5
practice-mark-by-mentor = Mark of the mentor: { $mark } of 5
practice-mark-by-enterprise = Mark of the intern: { $mark } of 5
practice-outcome-line = Outcome: <b>{ $outcome }</b>
practice-button-agree = Agree
practice-button-decline = Decline…
practice-button-decline-after = Decline after agreeing…
practice-button-days = Day by day
practice-agreed = Your answer is noted. When all others agree, a message comes.
practice-agreed-all = Everybody agrees. A reminder comes on the day before the first.
practice-decline-ask = Why decline { $code }? The other sides and the coordinator see the reason.
practice-declined-solved = { $count ->
    [one] Noted. The seat was matched again at once: { $count } new proposal.
   *[other] Noted. The seat was matched again at once: { $count } new proposals.
 }
practice-declined-waits = Noted. Matching was run at once, but no other place fits yet: the intern stays in the waiting list at the same place.
practice-refilled = { $count ->
    [one] What came free was matched again at once: { $count } new proposal.
   *[other] What came free was matched again at once: { $count } new proposals.
 }
practice-day = { $day }, { $shift }: { $mentor }
practice-day-nobody = no mentor
practice-day-colleague = a colleague of the mentor
practice-days-head = <b>{ $code }: day by day</b>
practice-mark-kept = The mark is noted.
practice-outcome-kept = The outcome is noted.
practice-waiting-head = { $count ->
    [one] <b>Waiting list</b>: { $count } intern
   *[other] <b>Waiting list</b>: { $count } interns
 }
practice-waiting-order = Order: who was asked for earlier stands earlier; a decline or an expired proposal does not change that.
practice-waiting-line = { $number }. { $code } · { $speciality } · { $period } · { $college }
practice-waiting-empty = Nobody waits: everybody has a place or a proposal.
practice-offers-head = <b>Places for { $code }</b>
practice-offers-none = No open place for { $code } on these days. Ask an enterprise to take more.
practice-offer-yes = ✅ fits
practice-offer-no = ✕ { $reasons }
practice-button-propose = Propose: { $place }
practice-proposed-note = Proposed. The college, the mentor and the enterprise were asked.

# Results
practice-results-empty = No results yet: they come when the first practice is over.
practice-results-none = No practice is completed yet.
practice-results-head = <b>Practice, mentoring, employment</b>
practice-total-mentored = With a mentor: { $count } practised, { $invited } invited, { $hired } hired ({ $share }%)
practice-total-group = Without a mentor: { $count } practised, { $invited } invited, { $hired } hired ({ $share }%)
practice-result-line = { $enterprise }, { $how }: { $count } practised, { $invited } invited, { $hired } hired
practice-rewarded-head = <b>To be honoured</b> (mean mark from 4.5)
practice-rewarded-none = Nobody to be honoured yet: a mean mark from 4.5 after a practice is needed.
practice-reserve-head = <b>Mentors' reserve</b> (trained, can take more)
practice-reserve-none = Nobody in the reserve yet: trained mentors with free seats are needed.
practice-record-line = { $name }, { $enterprise }: mark { $mark }, interns { $count }, hired or invited { $hired }
practice-record-new = { $name }, { $enterprise }: no interns so far
practice-button-picture = Picture
practice-button-table = Excel table
practice-results-sheet = Practice and work
practice-rewarded-sheet = To be honoured
practice-reserve-sheet = Reserve
practice-results-file = Practice results { $day }.xlsx
practice-percent = %
practice-picture-file = practice.png
practice-picture-title = Practice, mentoring, employment
practice-picture-subtitle = Completed practice, { $day }
practice-legend-hired = hired
practice-legend-invited = invited by name
practice-legend-none = not invited
practice-column-enterprise = Enterprise
practice-column-how = Mentoring
practice-column-practised = Practised
practice-column-invited = Invited by name
practice-column-hired = Hired
practice-column-share = Share
practice-column-mentor = Mentor
practice-column-mark = Mark
practice-column-hired-both = Hired or invited
practice-column-trained = Trained

# Messages
practice-notice-proposed = <b>A place is proposed</b>: { $code }
practice-notice-until = Please answer until <b>{ $at }</b>.
practice-notice-answer-due = Your answer on { $code } is awaited until <b>{ $at }</b>.
practice-notice-accepted = Everybody agreed on the place of <b>{ $code }</b>. First day: { $day }.
practice-notice-declined = <b>{ $code }</b> was declined ({ $side }): { $reason }. The intern waits for a place again.
practice-notice-expired = <b>{ $code }</b> was not answered in time, the proposal is gone. The intern waits for a place again.
practice-notice-withdrawn = <b>{ $code }</b> left: the placement ended.
practice-notice-mentor-day = <b>{ $day }</b>, { $shift }: { $codes } come to you.
    { $site }
practice-notice-mentor-week = <b>Your week { $first }–{ $last }</b>
practice-notice-intern-day = <b>{ $day }</b>, { $shift }: { $enterprise }, { $site }.
    You are met by: { $mentor }.
practice-notice-intern-week = <b>Your week</b>: { $enterprise }, { $site }
practice-notice-week-day = { $day }, { $shift }
practice-notice-replaced = Another mentor: <b>{ $code }</b>, { $enterprise }
practice-notice-clearance = The day of a paper of <b>{ $code }</b> comes near: { $day }. The card says which.
practice-notice-over = The practice of <b>{ $code }</b> is over. Rate the place and mentor from 1 to 5 and note the outcome.
practice-notice-over-enterprise = The practice of <b>{ $code }</b> is over. Rate the intern from 1 to 5 and note whether they were invited.
practice-notice-over-mentor = The practice of <b>{ $code }</b> is over. Please rate the intern from 1 to 5.
practice-notice-mentor-listed = Somebody entered the list of mentors: { $label }. Please check the entry.

# Refusals
error-practice-days-reversed = The last day is before the first. Please give the dates in order.
error-practice-specialities-missing = Give at least one speciality, for example 15.02.12.
error-practice-mark-unfit = { $fault ->
    [personal] This looks like a name or a phone. A number of your list is needed, for example 391-07.
   *[other] A number of your list up to 40 characters is needed, for example 391-07.
 }
error-practice-year-unfit = A year of birth in four digits is needed, for example 2006.
error-practice-towns-unfit = Names of towns with commas are needed, no more than { $count }, for example: Tomsk, Seversk.
error-practice-dates-not-understood = The days were not understood. Type them with commas, for example { $example }.
error-practice-codes-expected = A code of a speciality is needed, for example 15.02.12; several with commas.
error-practice-list-unfit = This is not the template: column { $column } should be «{ $expected }». Take the template and copy the data into it.
error-practice-list-too-wide = There is a column too many, { $column } («{ $title }»): the template ends with { $last }, has no more than { $wishes } wishes, and no names or phones. Please remove it and send the file again.
error-practice-list-empty = The list has no rows. Fill the rows below the titles and send it again.
error-practice-list-taken = These rows were added already.
error-practice-request-closed = The request is closed. Make a new one: «Repeat the request».
error-practice-place-full = No seats are left, or the place is closed. Refresh the list of places.
error-practice-intern-placed = This intern has a place or a proposal already.
error-practice-does-not-fit = This place does not fit: { $obstacle ->
    [closed] closed
    [speciality] another speciality
    [kind] another kind of practice
    [period] dates outside of its period
    [contract] no form of contract in common
    [night] night shifts only
    [town] the intern cannot go there
    [clearance] papers cannot be ready in time
   *[mentor] no suitable mentor
 }.
error-practice-answer-too-late = This cannot be done now: { $state ->
    [proposed] the time to answer is over, or the practice is not
    [accepted] everything is agreed already
    [active] the practice is under way
    [completed] the practice is over
    [declined] it was declined
    [expired] it was not answered in time
   *[withdrawn] the placement ended
 }.
error-practice-not-your-answer = Others answer here: the college, the mentor and the enterprise.
error-practice-clearance-past = This day is over. Give today or a later day.

# Journal and delivery
journal-thing-practice = Practice
journal-did-practice-place-offered = Place offered
journal-did-practice-place-changed = Place changed
journal-did-practice-mentor-listed = Mentor listed
journal-did-practice-mentor-changed = Mentor's entry changed
journal-did-practice-mentor-absent = Mentor will be absent
journal-did-practice-requested = Practice asked for
journal-did-practice-request-withdrawn = Request for practice withdrawn
journal-did-practice-interns-added = Interns added
journal-did-practice-intern-changed = Intern's data changed
journal-did-practice-intern-left = Intern left
journal-did-practice-clearance-set = Intern's paper noted
journal-did-practice-list-taken = List of interns taken
journal-did-practice-proposed = Place proposed to an intern
journal-did-practice-agreed = Placement agreed to
journal-did-practice-declined = Placement declined
journal-did-practice-expired = Placement not answered in time
journal-did-practice-moved-on = Practice began or ended
journal-did-practice-rated = Mark given
journal-did-practice-outcome = Outcome of practice noted
installation-kind-practice-proposed = question about a place
installation-kind-practice-accepted = place agreed on
installation-kind-practice-ended = placement ended
installation-kind-practice-answer-due = reminder to answer about a place
installation-kind-practice-mentor-day = who comes to a mentor tomorrow
installation-kind-practice-mentor-week = week of a mentor
installation-kind-practice-intern-day = day of an intern
installation-kind-practice-intern-week = week of an intern
installation-kind-practice-mentor-replaced = substitute of a mentor
installation-kind-practice-clearance-due = day of an intern's paper
installation-kind-practice-over = practice over
installation-kind-practice-mentor-listed = a mentor entered the list
