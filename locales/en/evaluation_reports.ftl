# Documents of an expert session: protocol, summary table, heat map, comparison of sessions
reports-button-reports = 📑 Session documents
reports-button-summary = Summary table (Excel)
reports-button-heat = Heat map
reports-button-compare = 📊 Compare sessions
reports-hidden-note = { $count ->
    [one] 🔒 Without { $count } programme: its verdicts are kept from you (a conflict of interest, or your sheet is not submitted).
   *[other] 🔒 Without { $count } programmes: their verdicts are kept from you (a conflict of interest, or your sheet is not submitted).
 }
reports-choose = Which document shall be made?
reports-signed = Signed sheets: { $count }
reports-nothing-signed = Documents are here as soon as the first signed sheet comes.
reports-toast-nothing-signed = There are no signed sheets yet.
reports-agree = Experts agree with each other in <b>{ $share } %</b> of pairs of verdicts.
reports-unclear = { $count ->
    [one] ⚠️ Experts understand { $count } criterion differently:
   *[other] ⚠️ Experts understand { $count } criteria differently:
 }
reports-unclear-more = { $count ->
    [one] and { $count } more criterion, all in the summary table
   *[other] and { $count } more criteria, all in the summary table
 }
reports-file-protocol = Protocol { $code }
reports-file-protocol-draft = Draft protocol of the expert session { $day }
reports-file-amendment = Amendment { $code }
reports-file-summary = Summary table { $day }
reports-file-heat = Heat map
reports-file-comparison = Comparison of sessions

# Protocol
reports-protocol-title = PROTOCOL
reports-protocol-numbered = PROTOCOL No. { $code }
reports-protocol-of = of the expert session “{ $title }”
reports-protocol-draft = Draft: not signed, as of { $at }
reports-protocol-footer = Draft protocol. { $title }; as of { $at }
reports-protocol-footer-signed = Protocol No. { $code } of { $day }
reports-label-days = Days of the session
reports-label-chair = Chair
reports-label-protocol = Protocol
reports-label-sheet = Expert sheet
reports-label-signed = Signed sheets
reports-label-minimum = Sheets a programme
reports-sheet = { $title }, { $count ->
    [one] { $count } criterion
   *[other] { $count } criteria
 }
reports-head-agenda = AGENDA
reports-agenda = Review of educational programmes:
reports-head-experts = EXPERTS
reports-head-colleges = COLLEGES THAT PRESENTED PROGRAMMES
reports-heard = HEARD:
reports-assessed = ASSESSED BY:
reports-rechecked = CORRECTIONS CHECKED:
reports-resolved = RESOLVED:
reports-no-sheets = there are no sheets
reports-resolved-agreed = the programme is agreed.
reports-resolved-with-remarks = the programme is agreed with remarks.
reports-resolved-with-remarks-until = the programme is agreed with remarks, to be corrected by { $day }
reports-resolved-returned = the programme is returned.
reports-resolved-missing = no programme was presented, there is no decision.
reports-resolved-none = { $status }.
reports-to-fix = { $count ->
    [one] To be corrected: criterion { $numbers }.
   *[other] To be corrected: criteria { $numbers }.
 }
reports-signed-in-bot = Signed in the bot: { $name }, { $at }. Code { $code }.
reports-head-agreement = AGREEMENT OF VERDICTS
reports-head-programmes = BY PROGRAMME
reports-head-conflicts = CONFLICT OF INTEREST
reports-employer = Enterprise: { $employer }
reports-expert-line = { $expert }, sheet { $code }
reports-expert-line-aside = { $expert }, sheet { $code } (does not count)
reports-expert-aside = { $expert }, does not count
reports-expert-gone = an expert
reports-decision-words = Chair: { $words }
reports-no-remarks = All criteria are met, there are no remarks.
reports-remark = { $expert }: { $text }
reports-remark-withdrawn = { $expert }: { $text } (withdrawn in a newer version of the sheet)
reports-remark-files = { $count ->
    [one] [{ $count } file attached]
   *[other] [{ $count } files attached]
 }
reports-conflict-soft = { $expert }: a contract on practice with the college. Programme: { $programme }
reports-conflict-hard = { $expert }: connected with the college or the programme, the sheet does not count. Programme: { $programme }
reports-conflict-none = None declared.
reports-sign-chair = Chair
reports-sign-secretary = Secretary
reports-outcome-agreed = agreed
reports-outcome-with-remarks = agreed with remarks
reports-outcome-with-remarks-until = agreed with remarks, to be corrected by { $day }
reports-outcome-returned = returned
reports-status-too-few = fewer sheets than needed, no decision
reports-status-revising = a sheet is being revised, to be decided when it comes again
reports-status-for-chair = verdicts differ, the chair decides
reports-status-ready = waits for the chair's decision
reports-status-decided = decided
reports-status-changed = sheets changed after the decision, the chair decides
reports-agreement-pairs = Experts agree with each other in { $share } % of pairs of verdicts.
reports-agreement-alpha = Experts agree with each other in { $share } % of pairs of verdicts; Krippendorff's alpha { $alpha }.
reports-agreement-unclear = { $count ->
    [one] A criterion experts understand differently; its wording should be made clearer:
   *[other] Criteria experts understand differently; their wording should be made clearer:
 }

# Amendment to the protocol
reports-amendment-title = AMENDMENT No. { $number }
reports-amendment-to = to the protocol of the expert session “{ $title }”
reports-numbered = No. { $code }
reports-amendment-reason = REASON:
reports-head-changes = CHANGES
reports-head-new-reading = { $count ->
    [one] THE PROGRAMME AS IT READS NOW
   *[other] THE PROGRAMMES AS THEY READ NOW
 }
reports-amendment-rest = In everything else the protocol stays as it is.
reports-amendment-footer = Amendment No. { $number } to protocol No. { $protocol }; code { $code }
reports-change-none = none
reports-change-sheets = Sheets: { $codes }
reports-change-to-fix = To be corrected, criteria: { $numbers }
reports-change-remarks = Remarks: { $count }

# Columns and tabs
reports-column-number = No.
reports-column-code = Code
reports-column-programme = Programme, college
reports-column-title = Programme
reports-column-college = College
reports-column-employer = Enterprise
reports-column-sheets = Sheets
reports-column-outcome = Decision
reports-column-meets = Meets
reports-column-fails = Does not meet
reports-column-split = Verdicts differ
reports-column-open = Not assessed
reports-column-criterion-number = No.
reports-column-criterion = Criterion
reports-column-norm = Norm
reports-column-verdicts = Verdicts
reports-column-remarks = Remarks of experts
reports-column-ruling = Chair
reports-column-was = Was
reports-column-is = Is
reports-column-together = Together
reports-column-compared = Programmes with two verdicts
reports-column-pairs = Pairs that agree
reports-column-alpha = Krippendorff's alpha
reports-column-clarity = Finding
reports-tab-all = Programmes
reports-tab-agreement = Agreement
reports-tab-comparison = Comparison
reports-standing-meets = meets
reports-standing-fails = does not meet
reports-standing-split = verdicts differ
reports-standing-not-assessed = not assessed
reports-clarity-few = too little data
reports-clarity-clear = experts agree
reports-clarity-tentative = some differences
reports-clarity-unclear = understood differently, reword
reports-agreement-overall = All criteria together
reports-agreement-note = Krippendorff's alpha: 1 is full agreement, 0 no better than chance; from 0.8 verdicts can be relied on. Empty: all verdicts are the same.

# Heat map and comparison
reports-heat-subtitle = How many of the experts who judged say that a criterion is met
reports-heat-good = all: met
reports-heat-mostly = 2/3 or more
reports-heat-split = verdicts differ
reports-heat-bad = nobody
reports-heat-empty = not assessed
reports-heat-comparison = Share of verdicts “meets”, %
reports-share-good = 100 %
reports-share-mostly = from 67 %
reports-share-split = from 1 %
reports-share-bad = 0 %
reports-share-empty = no such criterion
reports-comparison-title = Comparison of expert sessions
reports-comparison-note = Share of verdicts “meets” on the criteria of the last session's sheet. Empty: that session's sheet has no such criterion, or nobody judged it.
reports-as-of = As of { $at }. Criteria by their numbers: see the expert sheet.
error-evaluation-verdicts-hidden = { $count ->
    [one] The session's documents are closed to you now: verdicts on { $count } programme are kept from you (a conflict of interest, or your own sheet is not submitted).
   *[other] The session's documents are closed to you now: verdicts on { $count } programmes are kept from you (a conflict of interest, or your own sheet is not submitted).
 }
