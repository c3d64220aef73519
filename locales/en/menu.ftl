# Menu, help and what was not understood
menu-start = Begin
menu-menu = Menu
menu-people = People
menu-settings = Settings
menu-privacy = My data
menu-help = Help
menu-cancel = Stop what was begun
menu-button = ☰ Menu
menu-head = <b>{ $cluster }</b>
menu-head-installation = <b>Installation of the bot</b>
menu-no-role = { $name }, you have no role in a cluster yet.
    Open your invitation link if you have one, or ask for access: a coordinator will answer here.

help-head = <b>What the bot can do</b>
help-guest = To begin you need a role: open an invitation link, or ask for access by /start.
help-administrator = <b>Administrator:</b> you create clusters and invite the first coordinators.
help-coordinator = <b>Coordinator:</b> you invite people, decide on requests, run programme reviews and see who is late.
help-college = <b>College representative:</b> you see your college's programmes and how their review goes.
help-expert = <b>Expert:</b> you score programmes by the criteria of the expert sheet. Every answer is saved at once; you can go on at any moment.
help-enterprise = <b>Enterprise representative:</b> you take part in the cluster's work on behalf of your enterprise.
help-mentor = <b>Mentor:</b> you guide interns.
help-intern = <b>Intern:</b> you see what concerns your practice.
help-command = /{ $command } — { $label }
help-foot = If something was begun and is in the way, send /cancel. Questions of access go to your cluster's coordinator.

cancel-done = Stopped.
cancel-nothing = There is nothing to stop now.
not-understood = I do not expect a message here. Please choose by a button.
not-understood-media = I take voice messages, photos, stickers and files only when I ask for them. Please choose by a button.
not-a-command = There is no such command. All commands are in /help.
