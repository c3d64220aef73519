# People: beginning, consent, invitations, requests, roles, settings, personal data

role-administrator = administrator
role-coordinator = coordinator
role-college = college representative
role-expert = employer expert
role-enterprise = enterprise representative
role-mentor = mentor
role-intern = intern
role-at = { $role }, { $organisation }

language-ru = Русский
language-en = English

start-greeting = <b>Hello!</b>
    This is the bot of an educational and industrial cluster: programme reviews, practice, meetings and news of colleges and enterprises.
start-button = Begin
start-without-invitation = Go on without an invitation

group-write-privately = I answer in a private chat: nobody sees other people's data there.
group-write-button = Write to the bot

# Consent
consent-lead = To work with you we need your consent to the processing of personal data. Until you agree, nothing about you is stored. Here is the whole text:
consent-text = <b>Consent to the processing of personal data</b>
    <i>(Federal Law No.{"\u00A0"}152-FZ of 27.07.2006)</i>

    I agree that the operator — { $operator } — processes my personal data by means of this bot.

    <b>What for:</b> taking part in the cluster's work: invitations and roles, review of programmes and signing of expert sheets, organisation of practice and meetings, reminders of deadlines.
    <b>Which data:</b> Telegram identifier; name; position; organisation and role; language and quiet hours; answers, remarks and files that I send to the bot; date and time of actions.
    <b>What is done with them:</b> collection, recording, storage, correction, use, transfer to members of the same cluster within their roles, anonymisation, deletion. Data are not given to other clusters and not published without separate consent.
    <b>Term:</b> from the day of consent until it is withdrawn.
    <b>Withdrawal:</b> at any moment by the command /privacy. Messages stop at once, data are deleted or anonymised; signed documents keep a code instead of the name.

    Version of the text: { $version }
consent-operator-owner = the owner of this installation of the bot
consent-agree = ✅ I agree
consent-later = Not now
consent-later-answer = All right. Nothing about you is stored. When you decide to begin, open the consent text again. Without consent you can use /help and /privacy.
consent-read = Open the consent text
consent-thanks = Thank you, your consent is recorded. You can withdraw it at any moment: /privacy.

# Introduction
introduction-ask-name = How should documents name you? Write your full name, for example: <i>Olga Petrovna Ivanova</i>.
    In Telegram you are called: { $name }.
introduction-keep = Keep: { $name }
introduction-ask-position = What is your position? Write it, for example: <i>chief engineer</i>. It stands in the signature line; you can also add it later in the settings.

# Invitations
invitation-offer = <b>You are invited</b> to the cluster “{ $cluster }”.
    Role: { $role }.
    The invitation is valid until { $until }.
invitation-accept = ✅ Accept the invitation
invitation-accepted = <b>Welcome!</b>
    You are in the cluster “{ $cluster }”.
    Role: { $role }.
invitation-already = You already have this role in the cluster “{ $cluster }”: { $role }. The link is not used up.
invitation-list = <b>Invitations</b> · { $count }
    Choose a link to see who came by it or to revoke it.
invitation-list-empty = <b>Invitations</b>
    No links yet. Make the first one and forward it: it gives the person a role at once.
invitation-line = { $state } · { $role } { $organisation } · { $used } of { $uses }
invitation-new = ➕ New link
invitation-state-open = 🟢 valid
invitation-state-expired = ⌛ expired
invitation-state-revoked = ⛔ revoked
invitation-state-used-up = ✔ used up
invitation-card = <b>Invitation</b>
    Role: { $role }
    State: { $state }
    Came by it: { $used } of { $uses }
    Made { $created }, valid until { $until }
invitation-use = { $at } — { $name }
invitation-use-more = …and { $count } more
invitation-use-none = Nobody has come by this link yet.
invitation-revoke = ⛔ Revoke
invitation-revoke-ask = Revoke the invitation ({ $role })? Nobody new can come by it; who came already stays.
invitation-revoke-really = Yes, revoke
invitation-revoked = The link is revoked.
invitation-revoked-already = The link had been revoked already.
invitation-see = Open the invitation
invitation-to-list = To the list of invitations
invitation-form-title = New invitation link
invitation-ask-role = Which role does the person get? Roles for which the directory has no organisation yet are not shown.
invitation-ask-organisation = On behalf of which organisation?
invitation-ask-uses = For how many people is the link?
invitation-uses-label = How many people
invitation-uses = { $count ->
    [one] { $count } person
   *[other] { $count } people
 }
invitation-ask-days = For how many days is the link valid?
invitation-days-label = Valid for
invitation-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
 }
invitation-forward = Hello! We invite you to the cluster “{ $cluster }”.
    Role: { $role }.
    Open the link and press “Start”: { $link }
    The invitation is valid until { $until }.
invitation-made = Forward the message above. The link is shown once: only its fingerprint is stored. { $count ->
    [one] One person can come by it.
   *[other] { $count } people can come by it.
 }
    You will be told when somebody does.
invitation-shown-before = This link was made and shown above already. If you did not keep it, revoke it and make a new one.
invitation-used-notice = Somebody came by your invitation: <b>{ $name }</b>. Role: { $role }.

# Access requests
access-ask-button = Ask for access
access-ask-again = Send a new request
access-form-title = Request for access
access-no-clusters = There is no cluster to ask for yet. Please look in later.
access-ask-cluster = Which cluster?
access-cluster-label = Cluster
access-ask-role = Which role do you need?
access-role-label = Role
access-ask-organisation = On behalf of which organisation? Choose from the list, or write its name if it is not there.
access-organisation-label = Organisation
access-ask-message = What should the coordinator know? For example: who you are and which programmes you work on. Up to 500{"\u00A0"}characters.
access-message-label = Message
access-asked = <b>The request is sent.</b>
    Cluster: “{ $cluster }”.
    Role: { $role }.
    A coordinator will look at it, and you will get the answer here.
access-list = <b>Requests for access</b> · { $count }
    Those that wait longest come first.
access-list-empty = <b>Requests for access</b>
    There are no new requests. To call somebody yourself, make an invitation.
access-line = { $name } · { $role }
access-card = <b>{ $name }</b> asks for access.
    Position: { $position }
    Cluster: “{ $cluster }”
    Role: { $role }
    Request of { $at }
access-card-message = <blockquote>{ $message }</blockquote>
access-approve = ✅ Approve…
access-refuse = Refuse…
access-to-list = To the list of requests
access-confirm = Let <b>{ $name }</b> in?
    Role: { $role }.
access-confirm-button = ✅ Yes, approve
access-other-role = Another role
access-other-organisation = Another organisation
access-choose-role = Which role to give? The request is from { $name }.
access-choose-organisation = On behalf of which organisation? The request says: { $named }. Role: { $role }.
access-choose-organisation-empty = The cluster's directory has no organisation that fits. The request says: { $named }. Role: { $role }. Add the organisation to the directory and come back to the request.
access-ask-reason = Why is it refused? Write the reason in one message, up to 300{"\u00A0"}characters: { $name } will see it.
access-state-waiting = waits for a decision
access-state-approved = approved
access-state-refused = refused
access-state-withdrawn = withdrawn by the person
access-decided-already = Already decided: { $state }.
access-decided-approved = ✅ Approved: { $by }, { $at }.
access-decided-refused = ⛔ Refused: { $by }, { $at }. Reason: { $reason }
access-decided-withdrawn = The person withdrew the consent, { $at }.
access-notice = <b>New request for access</b>
access-approved-notice = <b>Your request is approved.</b>
    You are in the cluster “{ $cluster }”.
    Role: { $role }.
access-refused-notice = <b>Your request is refused.</b>
    Cluster: “{ $cluster }”.
    Role: { $role }.
    Reason: { $reason }

# People of the cluster
people-home = <b>People of the cluster</b>
    People: { $people }. Requests that wait for a decision: { $waiting }.
people-people-button = People
people-invitations-button = Invitations
people-requests-button = Requests for access ({ $waiting })
people-list = <b>People</b> · { $count }
people-found = Found by “{ $words }”: { $count }. To look for something else, just write it.
people-found-none = Nobody is found by “{ $words }”. Write other words or open everybody.
people-search = 🔍 Find
people-all = Show everybody
people-ask-search = Whom to find? Write a part of the name or position.
people-card = <b>{ $name }</b>
    { $position }
people-role-since = • { $role } — since { $since }
people-blocked = The person blocked the bot: messages do not reach them.
people-end-role = End the role: { $role }
people-end-ask = End the role? { $name }: { $role }. The person will be told.
people-end-really = Yes, end it
people-role-ended = The role is ended.
people-role-ended-already = The role had been ended already.
people-role-ended-screen = The role is ended: { $role }. A new invitation can give it back.
people-role-ended-before = This role was ended { $at }: { $role }.
people-role-ended-notice = You no longer have the role: { $role } (cluster “{ $cluster }”). Questions go to the cluster's coordinator.

# Clusters
cluster-none-yet = <b>The database is empty.</b> Let us begin with a cluster.
cluster-none-chosen = You work in no cluster. Choose one or create a new one.
cluster-create-button = ➕ Create a cluster
cluster-choose-button = Choose a cluster
cluster-switch-button = Switch cluster
cluster-switched = Done.
cluster-choose = In which cluster do you want to work?
cluster-choose-empty = There is no cluster in which you have a role yet.
cluster-create = Which cluster to create?

    <b>Built-in</b> — the industrial cluster of the Tomsk region: colleges, enterprises, councils, plans and the expert sheet of the source documents.
    <b>Empty</b> — only a name and the expert sheet; you add organisations yourself.
cluster-builtin-button = Industrial cluster of the Tomsk region
cluster-empty-button = Empty cluster
cluster-created = <b>The cluster is created:</b> “{ $name }”.
    Organisations: { $organisations }, specialities: { $specialities }.
    You are its coordinator. { $organisations ->
        [0] Next, add colleges and enterprises to the directory: people come on their behalf.
       *[other] Next, invite people.
    }
cluster-form-title = New cluster
cluster-ask-name = What is the cluster called?
cluster-name-label = Name

# Settings
settings-screen = <b>Settings</b>
    Name in documents: { $name }
    Position: { $position }
    Language: { $language }
    Quiet hours: { $quiet }
settings-position-none = not given
settings-name = ✏️ Name
settings-position = ✏️ Position
settings-language = Language
settings-quiet = Quiet hours
settings-saved = Saved.
settings-ask-language = In which language should we write to you?
settings-quiet-never = not set
settings-quiet-span = from { $start } to { $end }
settings-quiet-never-button = No quiet hours
settings-quiet-span-button = { $start }–{ $end }
settings-days-off = not on non-working days
settings-days-all = non-working days are fine too
settings-days-off-button = Not on non-working days
settings-days-all-button = On non-working days too
settings-ask-quiet = When should we not disturb you? Now: { $now }.
    Choose or write, for example: <i>21:00–7:30</i>. Times are in the cluster's zone. Reminders will wait; what is urgent (a meeting within 3{"\u00A0"}hours) comes at once.

# Personal data
privacy-nothing = Nothing about you is stored: there is no consent yet. This is the text we would ask you to agree to:
privacy-to-consent = Go to the consent
privacy-kept = <b>Your data</b>
    Name: { $name }
    Position: { $position }
    Telegram identifier, language, quiet hours
    Roles: { $roles }, requests: { $requests }
    Your answers and actions in the cluster
    Consent: version { $version }, given { $since }
privacy-download = ⬇️ Download my data
privacy-read-text = Text of the consent
privacy-withdraw = Withdraw the consent…
privacy-preparing = Preparing the file…
privacy-file = Everything stored about you.
privacy-withdraw-ask = <b>Withdraw the consent?</b>
    Messages stop at once, roles end, your name and other data are deleted; signed documents keep a code. What is deleted cannot be brought back, but you can come again by a new invitation.
privacy-withdraw-really = Yes, withdraw and delete
privacy-withdrawn = <b>The consent is withdrawn { $at }.</b>
    The data are deleted. Your code in documents: <code>{ $code }</code>. The coordinator got the act with this code, without a name.
    Thank you for being with us. You can come back by /start.
privacy-withdrawn-notice = <b>Act of a withdrawal of consent.</b>
    Participant <code>{ $code }</code> withdrew the consent to the processing of personal data. Roles are ended, data are deleted, documents carry the code. If the participant was an expert, please assign a replacement.
privacy-withdrawn-last = This was the last coordinator of the cluster: please invite a new one.

error-quiet-hours-not-understood = These hours could not be read. Write, for example: 21:00–7:30.
error-name-needed = Please write it in words.
error-last-coordinator = This is the cluster's last coordinator: without one nobody could invite people. Appoint another first.
error-organisation-needed = This role needs an organisation. Choose it from the list.
error-organisation-unfit = This organisation does not fit the role. Choose another: for an expert, for example, an enterprise.
error-consent-outdated = The consent text has changed. Open it again: /start.
error-invitation-refused = This link lets nobody in. Ask the coordinator for a new one.
error-invitation-unknown = There is no such invitation. Check that the whole link was copied, or ask the coordinator for a new one.
error-invitation-expired = This invitation has expired. Ask the coordinator for a new one.
error-invitation-revoked = This invitation was revoked. If you were waiting for it, write to the coordinator.
error-invitation-used-up = Everybody this invitation was for has come already. Ask the coordinator for a new one.
error-invitation-spent = You came by this link before, and that role has ended. Ask the coordinator for a new invitation.
error-invitation-terms = Such a link cannot be made: choose the term and the number of people by buttons.
error-too-many-guesses = Too many wrong links. Wait { $minutes }{"\u00A0"}min and open the invitation again.
error-role-held = You have this role already: open /menu.
error-too-many-requests = You already have requests that wait for a decision: { $limit }. Please wait for the coordinator's answer.
