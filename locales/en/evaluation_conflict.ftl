# Conflict of interest, reserve of experts, pool of experts
evaluation-ground-none = Not connected
evaluation-ground-contract = My enterprise has a practice contract with it
evaluation-ground-works = I work or teach there
evaluation-ground-author = I am a co-author of the programme
evaluation-ground-relative = A relative works or studies there
evaluation-conflict-ask = <b>Are you connected with this college?</b>
    { $college }
    
    A practice contract does not matter, it is named in the protocol. With a closer connection another expert scores the programme.
evaluation-conflict-sure = <b>{ $ground }</b>
    { $college }
    
    Then the sheet and materials of this programme close for you, and the coordinator invites another expert. Is that right?
evaluation-button-conflict = ⚖️ My connection has changed
evaluation-button-conflict-sure = Yes, that is right
evaluation-toast-conflict-kept = Noted.
evaluation-work-barred = ⚖️ Conflict of interest: sheet and materials are closed
evaluation-work-replaced = ↪️ Another expert scores this programme
evaluation-expert-conflict-soft = {"  "}⚖️ <i>practice contract with the college</i>
evaluation-expert-conflict-hard = {"  "}⚖️ <i>conflict of interest, the sheet does not count</i>
evaluation-hidden-conflict = ⚖️ You have a conflict of interest. Another coordinator looks after this programme.
evaluation-hidden-own-sheet-first = 🙈 You score this programme yourself. The rest opens after your sheet.
evaluation-button-recuse = ⚖️ I have a conflict of interest
evaluation-recuse-ask = <b>What connects you with the college?</b>
    { $programme }
    { $college }
evaluation-recuse-sure = <b>{ $ground }</b>
    
    Then you no longer see the experts, sheets and result of this programme until the college is told. Only another coordinator can look after it. This cannot be undone.
evaluation-coordinator-wanted = ⚖️ <b>Another coordinator is needed</b>
    { $programme }
    { $college }
    
    All coordinators have a conflict of interest with this programme. Invite one more: /people → “Invite”.
evaluation-conflict-notice = ⚖️ <b>Conflict of interest</b>
    { $expert } is connected with the college: { $college }
    { $programme }
    
    { $signed ->
        [yes] The sheet is submitted already. It does not count, but it is kept.
       *[no] Sheet and materials are closed to the expert.
    }
evaluation-aside-notice = ⚖️ <b>Your sheet is closed</b>
    { $programme }
    
    You have a role in the college now: { $college }. Because of this conflict of interest another expert scores the programme. If this is a mistake, write to the coordinator.
evaluation-answer-due = <b>Today is the last day to answer the invitation</b>
evaluation-silent-notice = ⌛️ <b>An expert has not answered for 2 working days</b>
    { $expert }, { $enterprise }
    { $programme }
evaluation-reserve-head = <b>Who can be invited instead</b>
evaluation-reserve-none = Nobody in the reserve fits. Choose from the whole list.
evaluation-button-ask-instead = ✉️ Invite: { $name }
evaluation-button-replace = ↪️ Replace: { $name }
evaluation-replacement-head = <b>Replacing an expert</b>
    { $expert }
    { $programme }
    { $college }
evaluation-replacement-asked = ✉️ Invitation sent: { $who }
evaluation-toast-replaced = The invitation is sent.
evaluation-fit-line = <b>{ $who }</b>: { $why }
evaluation-fit-none = <b>{ $who }</b>
evaluation-fit-speciality = this very speciality
evaluation-fit-group = the same group
evaluation-fit-employer = enterprise of the programme
evaluation-pool-history = Open { $load }, sheets submitted { $submitted }, given up { $given_up }
evaluation-pool-head = <b>You as an expert of the cluster</b>
    Mark the groups whose programmes you can score.
evaluation-pool-codes = Marked: { $codes }
evaluation-pool-no-codes = Nothing marked yet.
evaluation-pool-listed = { $listed ->
    [yes] ✅ You are in the reserve: the coordinator sees you when an expert is needed.
    [no] You are not in the reserve: we do not propose you to the coordinator.
   *[unknown] May we propose you to the coordinator when an expert is needed? They see your name, enterprise, marked groups and how many sheets you submitted.
 }
evaluation-pool-specialities = <b>Specialities and professions</b>
    Mark those you know best.
evaluation-button-competence = 🧭 My specialities
evaluation-button-specialities = Single specialities
evaluation-button-list = ✅ Yes, put me in the reserve
evaluation-button-unlist = Take me out of the reserve

evaluation-session-chair = Chair: { $name }
evaluation-chair-ask = <b>Who chairs the session?</b>
    { $title }
    
    The chair rules on disputed criteria, tells colleges the result and reopens sheets.
evaluation-button-chair = 👤 Chair

# Refusals
error-evaluation-conflict-bars = Because of a conflict of interest sheet and materials of this programme are closed to you.
error-evaluation-hidden-from-you = { $why ->
    [conflict] You have a conflict of interest. Another coordinator looks after this programme.
   *[own_sheet_first] You score this programme yourself. The rest opens after your sheet.
 }
error-evaluation-replaced = Another expert scores this programme already. Thank you!
error-evaluation-cannot-be-replaced = This expert has not declined and needs no replacement.
