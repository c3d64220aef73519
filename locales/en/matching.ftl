# Matching of places and mentors

matching-button-home = Matching
matching-button-most = Match
matching-button-stable = Match without blocking pairs
matching-button-other = With other lots
matching-button-again = Match again
matching-button-refresh = Refresh
matching-button-forget = Take back pins and bans
matching-button-forget-now = Take all back
matching-button-run = To the run
matching-button-back = Back
matching-button-enterprises = By enterprise
matching-button-colleges = By college
matching-button-left = Without a place: { $count }
matching-button-moved = What changed
matching-button-table = Excel
matching-button-picture = Picture
matching-button-publish = Publish
matching-button-publish-now = Yes, send the proposals
matching-button-pin = Pin
matching-button-ban = Forbid
matching-button-unpin = Take back the pin
matching-button-unban = Take back the ban
matching-button-own-left = Who has no place, and why
matching-button-look = Look

matching-toast-started = Matching has begun
matching-toast-word = Counts from the next run
matching-toast-forgotten = Pins and bans taken back: { $count }
matching-toast-published = { $count ->
    [one] { $count } proposal sent
   *[other] { $count } proposals sent
}
matching-toast-preparing = Making the file…

matching-home-head = <b>Matching of places and mentors</b>
matching-home-counts = Waiting for a place: { $waiting }. Open offers: { $places }, free seats: { $seats }.
matching-home-words = Pinned pairs: { $pins }, forbidden: { $bans }.
matching-home-none =
    Nothing was matched yet. Tap “Match”: it makes a draft, and nobody hears of it until you publish it.
matching-forget-ask = Pinned pairs: { $pins }, forbidden: { $bans }. Take all back? The next run will not heed them.
matching-going = Run No. { $number }: { $step } ({ $at } of { $steps }).
matching-step-waiting = waiting in line
matching-step-filters = looking what suits whom
matching-step-places = giving places
matching-step-mentors = making teams of mentors
matching-step-reasons = noting the reasons
matching-over = Run No. { $number } is over, its result is in the next message.
matching-failed = Run No. { $number } failed. No data is lost, start it again.
matching-run-line = No. { $number } of { $day }: { $placed } of { $asked }, { $state }
matching-run-line-failed = No. { $number }: failed
matching-state-waiting = going
matching-state-done = draft
matching-state-published = published
matching-state-failed = failed
matching-goal-most = place as many as possible
matching-goal-stable = no blocking pairs

matching-run-head =
    <b>Run No. { $number }</b>: { $state }
    { $at }, option “{ $goal }”, lots { $seed }, model { $version }
matching-placed = { $placed } of { $asked } have a place, { $left } have none.
matching-total = Points of fit and wishes: { $total } (at most { $best } are possible).
matching-loss = { $count ->
    [one] Nobody got a place more than { $count } point below the best open to them.
   *[other] Nobody got a place more than { $count } points below the best open to them.
}
matching-blocking = { $count ->
    [0] There is no pair that would rather have each other.
    [one] { $count } pair of intern and place would rather have each other.
   *[other] { $count } pairs of intern and place would rather have each other.
}
matching-cover =
    Days with a mentor: { $covered } of { $days }; with these rotas no more than { $coverable } can be covered.
matching-cover-none = No place with a mentor of one’s own is in this run.
matching-proven-most = There is no better outcome: this is proven.
matching-proven-stable = Nobody would rather swap: this is proven.
matching-best-found = This is the best found; not proven to be the best possible: { $what }.
matching-time-over = Time was up, this is the best found; not proven to be the best possible: { $what }.
matching-unproven-placing = places
matching-unproven-fairness = fairness
matching-unproven-coverage = mentors’ days
matching-refused-pin = The pin of { $code } was not followed: { $cause }.
matching-moved = { $count ->
    [0] Nothing differs from run No. { $number }.
    [one] { $count } place differs from run No. { $number }.
   *[other] { $count } places differ from run No. { $number }.
}
matching-moved-none = Nothing differs from the run before.
matching-moved-line = { $code }: { $before } → { $after }
matching-without = no place
matching-publish-ask = { $count ->
    [one] Send { $count } proposal to colleges, mentors and enterprises? They have two working days to answer.
   *[other] Send { $count } proposals to colleges, mentors and enterprises? They have two working days to answer.
}
matching-publish-left = Without a place: { $left }. Their colleges will see the reasons.
matching-outdated =
    Places, requests or mentors have changed since. You can match again; what is no more will not be sent.

matching-groups-enterprises = <b>Run No. { $number } by enterprise</b>: { $count }
matching-groups-colleges = <b>Run No. { $number } by college</b>: { $count }
matching-group = { $name }: { $count }
matching-group-head = <b>{ $name }</b>: { $count }
matching-pair-line =
    <b>{ $code }</b>, { $speciality }
    { $enterprise }, { $site }
    { $mentor }; points: { $points }
matching-pair-head = <b>{ $code }</b> in run No. { $number }
matching-pair-gone = This intern is not in the run.
matching-no-mentor = no mentor assigned
matching-nobody = no mentor on any day
matching-primary = Mentor: { $name }
matching-substitutes = Substitutes: { $names }
matching-uncovered = { $count ->
    [one] { $count } day without a mentor: { $days }
   *[other] { $count } days without a mentor: { $days }
}
matching-frozen = This pair was agreed before; the run did not touch it.
matching-why-head = <b>Why this place</b> (fit { $fit }, wish { $wish }):
matching-why-pinned = — pinned by the coordinator
matching-why-wish = — wish No. { $rank }
matching-why-speciality = — the place names this very speciality
matching-why-group = — the place is for this group of specialities
matching-why-mentored = — a mentor of one’s own
matching-why-production-order = — there is a production order
matching-why-hires = — the enterprise means to hire
matching-why-programme = — the enterprise has a mentoring programme
matching-why-town = — in the own town
matching-why-choices = Offers that suit: { $count }.
matching-missed-kind = — wish No. { $rank } ({ $enterprise }): no places for this practice
matching-missed-speciality = — wish No. { $rank } ({ $enterprise }): the speciality is not taken
matching-missed-period = — wish No. { $rank } ({ $enterprise }): the dates do not suit
matching-missed-contract = — wish No. { $rank } ({ $enterprise }): no common form of contract
matching-missed-night = — wish No. { $rank } ({ $enterprise }): night shifts only
matching-missed-mentor = — wish No. { $rank } ({ $enterprise }): no mentor
matching-missed-town = — wish No. { $rank } ({ $enterprise }): the intern cannot go to that town
matching-missed-clearance = — wish No. { $rank } ({ $enterprise }): the clearance cannot be there in time
matching-missed-banned = — wish No. { $rank } ({ $enterprise }): the pair is excluded
matching-missed-full = — wish No. { $rank } ({ $enterprise }): not enough places
matching-errand = Needed by { $due }: { $clearance }.

matching-left-list = <b>Without a place</b>: { $count }
matching-left-none = Everybody has a place.
matching-left-line = { $waiting }. { $code }: { $cause }
matching-left-head = <b>{ $code }</b>: no place yet, number { $waiting } of the waiting list
matching-left-cause = Cause: { $cause }.
matching-funnel-head = What excluded the offers:
matching-funnel-line = — { $cause }: { $count }
matching-cause-kind = not for this kind of practice
matching-cause-speciality = no places for the speciality
matching-cause-period = the dates do not suit
matching-cause-contract = no common form of contract
matching-cause-night = night shifts only, and the intern is under 18
matching-cause-mentor = nobody can be the mentor
matching-cause-town = the intern cannot go there
matching-cause-clearance = the clearance cannot be there by the first day
matching-cause-banned = the pair is forbidden or was declined
matching-cause-full = the suitable places are taken
matching-change-none = No single change is enough: new places or other dates are needed.
matching-change-clearance = This would help: { $clearance } by { $day }; then { $enterprise } has a place.
matching-change-seat = This would help: one more place at { $enterprise }, { $period }.
matching-change-contract = This would help: a contract with { $enterprise } in the form “{ $form }”.
matching-change-town = This would help: going there ({ $town }, { $enterprise }).
matching-change-ban = This would help: taking back the ban of the pair with { $enterprise }.
matching-change-mentor = This would help: { $enterprise } names a mentor for the speciality.
matching-change-period = This would help: practice { $period }; then { $enterprise } has a place.
matching-change-day-shift = This would help: { $enterprise } takes the intern in day shifts.
matching-change-speciality = This would help: { $enterprise } takes this speciality.
matching-change-kind = This would help: { $enterprise } takes this kind of practice.
matching-own-head = <b>Your interns without a place</b>: { $count }
matching-own-none = None of your interns was left without a place by the last published run.
matching-own-line = <b>{ $code }</b> (yours: { $mark }), number { $waiting } of the waiting list

matching-notice-done =
    Run No. { $number } is ready: { $placed } of { $asked } have a place. It is a draft: look at it and publish.
matching-notice-failed = Run No. { $number } failed. No data is lost, start it again.
matching-notice-left =
    Matching was published. Your interns without a place: { $count }. The reasons and what would help are one tap away.

matching-table-title = Run No. { $number }
matching-table-made = Made { $at }, lots { $seed }
matching-table-file = matching-{ $number }.xlsx
matching-picture-title = Occupied places by week
matching-picture-empty = Nobody has a place.
matching-picture-note = In a cell: occupied / offered. A dash: nothing is offered that week.
matching-picture-file = matching-{ $number }.png
matching-sheet-placed = Placed
matching-sheet-left = Without a place
matching-sheet-enterprises = Enterprises
matching-sheet-figures = Figures
matching-column-code = Code
matching-column-college = College
matching-column-speciality = Speciality
matching-column-first = First day
matching-column-last = Last day
matching-column-enterprise = Enterprise
matching-column-site = Site
matching-column-primary = Mentor
matching-column-substitutes = Substitutes
matching-column-uncovered = Days without a mentor
matching-column-fit = Fit
matching-column-wish = Wish
matching-column-why = Why
matching-column-waiting = Number
matching-column-cause = Cause
matching-column-change = What would help
matching-column-placed = Placed
matching-column-seats = Seats
matching-column-days = Practice days
matching-column-covered = Of them with a mentor
matching-column-figure = Figure
matching-column-value = Value
matching-figure-asked = Interns in all
matching-figure-placed = Placed
matching-figure-total = Points in all
matching-figure-best = Most points possible
matching-figure-loss = Largest loss of fit
matching-figure-blocking = Pairs that would rather have each other
matching-figure-days = Days a mentor is due
matching-figure-coverable = Of them coverable
matching-figure-covered = Covered

error-matching-nothing = There is nothing to match: nobody waits for a place, or no offer is open. Check requests and places.
error-matching-outdated = This run cannot be published: another one was published after it. Match again.
error-matching-failed = Matching failed. No data is lost, start it again.

journal-did-practice-matching-started = Matching of places started
journal-did-practice-matching-word = A pair pinned or forbidden for matching
journal-did-practice-matching-published = Matching of places published
