# Result of the expertise: split criteria, decision, the college's answer, corrections, protocol
evaluation-result-head = <b>Result of the expertise</b>
    { $programme }
    { $college }
evaluation-result-sheets = Sheets counted: <b>{ $came }</b>, needed { $minimum }
evaluation-result-counts = ✅ { $meets } · ❌ { $fails } · ⚖️ { $split } · 🤷 { $unknown }
evaluation-result-voice = 👤 { $who }
evaluation-result-chair = The chair decides: { $name }
evaluation-status-too-few = Fewer sheets than needed so far: no result.
evaluation-status-for-chair = { $count ->
    [one] ⚖️ Experts differ on { $count } criterion. The chair rules.
   *[other] ⚖️ Experts differ on { $count } criteria. The chair rules.
 }
evaluation-status-revising = 🔁 One of the sheets is being revised. The decision waits for it.
evaluation-status-ready = Nothing is disputed, the decision can be taken.
evaluation-status-decided = The decision is taken.
evaluation-status-changed = ⚠️ Sheets changed after the decision. It has to be taken again.
evaluation-outcome-agreed = ✅ <b>Agreed</b>
evaluation-outcome-with-remarks = ✏️ <b>Agreed with remarks</b>
evaluation-outcome-returned = ↩️ <b>Returned</b>
evaluation-decided-at = Decision { $number } of { $at }
evaluation-fix-by = To be corrected by <b>{ $day }</b>
evaluation-decision-words = Explanation: { $words }
evaluation-released-at = The college was told { $at }
evaluation-not-released = The college does not know of the decision yet.
evaluation-college-accepted = The college accepts.
evaluation-college-objected = The college objects: { $words }
evaluation-fixed-at = Corrections sent { $at }
evaluation-recheck-waiting = 🔎 Experts check the corrections:
evaluation-recheck-fixed = ✅ All experts find it corrected:
evaluation-recheck-split = ⚖️ Experts differ on the corrections:
evaluation-recheck-failed = ❌ Not everything is corrected:
evaluation-recheck-late = ⏳ Not everybody looked at the corrections, and five working days are over. The chair decides:
evaluation-recheck-line = { $mark } { $number } · { $who }{ $remark }
evaluation-button-result = 📊 Result
evaluation-button-remarks = 💬 All remarks ({ $count })
evaluation-button-decide-agreed = ✅ Agree
evaluation-button-decide-with-remarks = ✏️ Agree with remarks
evaluation-button-decide-returned = ↩️ Return
evaluation-button-release = 📨 Tell the college
evaluation-button-release-sure = Tell
evaluation-button-versions = 📄 { $who } · v{ $count }
evaluation-button-reopen = 🔁 Give the sheet back
evaluation-button-restore = ↩️ Count the signed version
evaluation-toast-result-moved = Sheets changed while you were looking. This is how it is now.
evaluation-toast-released = The college is told.
evaluation-standing-meets = ✅ Experts agree: meets
evaluation-standing-fails = ❌ Experts agree: does not meet
evaluation-standing-split = ⚖️ Experts differ
evaluation-standing-not-assessed = 🤷 Nobody could assess it
evaluation-ruled = The chair's ruling: <b>{ $verdict }</b>. { $words }
evaluation-voice = <b>{ $who }</b>: { $verdict }
evaluation-button-rule-meets = ✅ Meets
evaluation-button-rule-fails = ❌ Does not meet
evaluation-ruling-why = Criterion <b>{ $number }</b>: { $verdict }. Write in one message why. The college will read it.
evaluation-evidence-voice-length = 🎤 Voice, { $length }
evaluation-evidence-one-photo = 🖼 Photo
evaluation-evidence-one-document = Document
evaluation-evidence-gone = Telegram no longer keeps this file.
evaluation-remarks-none = There are no remarks.
evaluation-remark-head = <b>{ $number }</b> { $mark }{ $who }
evaluation-remark-withdrawn = <i>Taken back by the author, was in version { $version }</i>
evaluation-release-ask = <b>Tell the college?</b>
    { $college }
    
    The college sees the decision and the remarks without names of experts. This cannot be taken back.
evaluation-form-decision = Decision on the programme
evaluation-ask-fix-by = By which day does the college have to correct it?
evaluation-ask-decision-words = Why? The college will read it.
evaluation-ask-decision-note = An explanation for the college? Skip it if none is needed.
evaluation-label-fix-by = Correct by
evaluation-label-decision-words = Explanation
evaluation-reopen-why = Why do you give the sheet back? Write one message, the expert will read it.
    { $who }

# Versions of a sheet
evaluation-versions-head = <b>Versions of the sheet</b>
    { $who }
    { $programme }
evaluation-versions-own-head = <b>Versions of your sheet</b>
    { $programme }
evaluation-versions-none = The sheet has not been submitted yet.
evaluation-version = Version { $number }, { $at }
    <code>{ $code }</code>
evaluation-version-same = Nothing differs from the version before.
evaluation-change = <b>{ $number }</b>: { $before }
    → { $after }
evaluation-button-revise = ✏️ Revise the sheet
evaluation-button-revise-sure = Yes, revise
evaluation-button-others = 👥 Sheets of other experts
evaluation-button-own-versions = 📄 Versions of the sheet
evaluation-revise-ask = <b>Revise the submitted sheet?</b>
    { $programme }
    
    The submitted version is kept. Until you submit again, the sheet does not count.
evaluation-toast-revising = The sheet is open for changes.
evaluation-others-head = <b>Sheets of other experts</b>
    { $programme }
    { $college }
evaluation-others-count = Sheets: { $count }
evaluation-others-agree = All experts find that the programme meets every criterion. There are no remarks.
evaluation-others-criterion = <b>{ $number }</b>
evaluation-others-voice = { $mark } { $who }{ $remark }

# College: decision, answer, corrections
evaluation-button-outcome = 📋 Decision: { $programme }
evaluation-button-own = ‹ Programmes of the college
evaluation-to-fix-head = <b>To be corrected</b>
evaluation-to-fix = { $mark } <b>{ $number }.</b> { $text }
evaluation-fix-ruling = The chair's ruling: { $words }
evaluation-recommendations = <b>Recommendations of the experts</b>
evaluation-own-answer-accepted = You accepted the decision.
evaluation-own-answer-objected = Your objection was passed on: { $words }
evaluation-button-will-fix = We accept and will correct it
evaluation-button-accept-outcome = Noted
evaluation-button-object = Object
evaluation-button-hand-in = 📨 Send the corrections
evaluation-toast-answer-kept = The answer is passed to the chair.
evaluation-toast-fixes-sent = The corrections are sent to the experts.
evaluation-objection-why = Write your objection in one message. The chair will read it.
evaluation-fix-ask = 👉 Write what was corrected, or send a document or photo (with a caption if you like). There may be several files.
evaluation-fix-now = Kept so far: { $text }
evaluation-fix-kept = The correction of { $number } is kept.
evaluation-fix-file-kept = The file is added to { $number }. You can send more.
error-evaluation-fix-expected = A text, document or photo is needed.

# Check of the corrections
evaluation-recheck-head = <b>Check of the corrections</b>
    { $programme }
    { $college }
evaluation-recheck-progress = Checked { $done } of { $total }
evaluation-recheck-thanks = Thank you! The chair decides.
evaluation-recheck-before = Your remark: { $remark }
evaluation-recheck-fix = The college corrected: { $text }
evaluation-recheck-files-only = The college sent files.
evaluation-recheck-said = Your answer: <b>{ $verdict }</b>
evaluation-rechecked-meets = corrected
evaluation-rechecked-fails = not corrected
evaluation-rechecked-cannot-assess = cannot assess
evaluation-button-fixed = ✅ Corrected
evaluation-button-not-fixed = ❌ Not corrected
evaluation-button-recheck = 🔎 Check the corrections
evaluation-recheck-why = What is still not corrected on criterion { $number }? Write one message.
evaluation-toast-recheck-kept = Noted.

# Protocol
evaluation-button-protocol = 📜 Protocol
evaluation-button-sign-protocol = ✍️ Sign the protocol
evaluation-button-sign-sure = ✍️ Yes, sign
evaluation-button-draft = 📄 Draft protocol
evaluation-button-paper = { $number ->
    [0] 📄 Protocol (Word and PDF)
   *[other] 📄 Amendment { $number } (Word and PDF)
 }
evaluation-sign-ask = <b>Sign the protocol?</b>
    { $title }
    
    Once signed it cannot be changed, only amended, with a reason. Read the draft if you have not yet.
evaluation-button-amend = ✍️ Amend the protocol
evaluation-protocol-head = <b>Protocol of the session</b>
    { $title }
evaluation-protocol-line = { $number ->
    [0] ✍️ Protocol signed { $at }
   *[other] ✍️ Amendment { $number } signed { $at }
 }
    <code>{ $code }</code>
evaluation-protocol-reason = Reason: { $reason }
evaluation-protocol-chair = The chair signs: { $name }
evaluation-protocol-not-closed = The protocol is signed when the session is closed.
evaluation-protocol-hidden = { $count ->
    [one] You have a conflict of interest with { $count } programme: the protocol cannot be signed before it is decided.
   *[other] You have a conflict of interest with { $count } programmes: the protocol cannot be signed before they are decided.
 }
evaluation-protocol-undecided = { $count ->
    [one] { $count } programme still waits for a decision.
   *[other] { $count } programmes still wait for a decision.
 }
evaluation-protocol-ready = The decisions are taken, the protocol can be signed. Once signed it is not changed, only amended.
evaluation-protocol-changed = ⚠️ Changed after the signature: { $programmes }. The protocol needs an amendment.
evaluation-protocol-current = The protocol says what is decided.
evaluation-amend-moved = Something else changed while you were writing, the amendment is not signed. This is how it is now.
evaluation-amend-why = Why is an amendment needed? Write one message: the reason becomes part of it.
evaluation-toast-protocol-signed = The protocol is signed.

# Notices
evaluation-reopened-head = 🔁 <b>The chair gives your sheet back</b>
evaluation-reopened-reason = Reason: { $reason }
evaluation-reopened-next = The version you signed is kept. Change what is needed and submit again.
evaluation-released-head = <b>Decision on your college's programme</b>
evaluation-fixes-soon = { $left ->
    [one] <b>{ $left } working day left for the corrections</b>
   *[other] <b>{ $left } working days left for the corrections</b>
 }
evaluation-fixes-today = <b>Today is the last day for the corrections</b>
evaluation-fixes-overdue = ⏰ <b>The college did not send corrections in time</b>
evaluation-answered-head = <b>The college's answer</b>
evaluation-recheck-asked = { $count ->
    [one] 🔎 <b>The college corrected { $count } criterion. Check only that one.</b>
   *[other] 🔎 <b>The college corrected { $count } criteria. Check only those.</b>
 }
evaluation-recheck-done = 🔎 <b>The experts checked the corrections</b>

# Refusals
error-evaluation-not-the-chair = The chair of the session does this: { $name }.
error-evaluation-nothing-to-decide = This decision is not possible now. Open the programme's result again.
error-evaluation-words-needed = Write the reason in words.
error-evaluation-fixes-incomplete = { $count ->
    [one] { $count } criterion is not corrected yet.
   *[other] { $count } criteria are not corrected yet.
 }
error-evaluation-nothing-to-amend = Nothing has changed since the protocol was signed.
error-evaluation-protocol-not-ready = { $count ->
    [one] Too early to sign: { $count } programme waits for a decision.
   *[other] Too early to sign: { $count } programmes wait for a decision.
 }
