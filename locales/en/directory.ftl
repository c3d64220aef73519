# Cluster, organisations, working calendar
error-directory-name-missing = A name is needed. Write it, for example: ООО «Томский инструментальный завод».
error-directory-zone-unknown = There is no time zone “{ $text }”. Write it like this: Asia/Tomsk.
error-directory-organisation-exists = The cluster already has the organisation { $name }.
error-directory-parent-unfit = Only enterprises can belong to a union.
error-calendar-file-line = Line { $line }: “{ $text }” could not be read. A line needs a date, for example 20.02.2027, and, where needed, the word “working” or “off”.
error-calendar-file-years = Line { $line }: “{ $text }” is another year. The file begins with { NUMBER($year, useGrouping: 0) }; each year needs a file of its own.
error-calendar-file-twice = Line { $line }: “{ $text }” is both working and off in this file.
error-calendar-file-empty = The file has no date. Write one per line, for example: 20.02.2027.

directory-home-button = 🏢 Organisations
directory-home = <b>Directory of the cluster</b>
    { $count ->
        [one] { $count } organisation
       *[other] { $count } organisations
    }. Choose what to see.
directory-home-empty = <b>Directory of the cluster</b>
    No organisation yet. Add colleges and enterprises: people are invited on their behalf.
directory-kind-button = { $kind } · { $count }
directory-kind-college = Colleges
directory-kind-enterprise = Enterprises
directory-kind-department = Departments
directory-kind-fund = Funds
directory-kind-union = Employers’ unions
directory-kind-school = Schools
directory-one-college = College
directory-one-enterprise = Enterprise
directory-one-department = Department
directory-one-fund = Fund
directory-one-union = Employers’ union
directory-one-school = School
directory-list = <b>{ $kind }</b> · { $count }
directory-leading = ⭐ { $name }
directory-card = <b>{ $name }</b>
    { $kind }
    Short name: { $short }
directory-card-leading = ⭐ Leading college of the cluster
directory-card-parent = Belongs to { $union }
directory-card-named = Named in the cluster’s documents, not in the list of members.
directory-card-printed = As printed in the document: { $printed }
directory-card-specialities = <b>Specialities</b>
directory-card-enterprises = <b>Enterprises of the union</b>
directory-entry = • { $text }
directory-more = and { $count } more
directory-add-button = ➕ Add an organisation
directory-rename-button = ✏️ Rename
directory-add-title = New organisation
directory-rename-title = New name
directory-ask-kind = What kind of organisation is it?
directory-kind-label = Kind
directory-ask-name = Full name, as in documents. For example: ООО «Томский инструментальный завод».
directory-name-label = Name
directory-ask-short = Short name for buttons, up to 40{"\u00A0"}characters. It can be skipped: it is then made from the full one.
directory-short-label = Short name
directory-ask-union = Which employers’ union does the enterprise belong to? Skip it if none.
directory-union-label = Union
directory-added = The organisation was added.
directory-renamed = The name was changed.
directory-calendar-button = 📅 Working calendar
directory-calendar = <b>Working calendar</b>
    Deadlines follow the Russian production calendar with transferred days and working Saturdays.
directory-year-known = ✅ { $year }: transferred days are known
directory-year-unknown = ⚠️ { $year }: transferred days are not known yet. Until then working days are Monday to Friday except public holidays. Load the year when it is decreed.
directory-load-button = Correct a year from a file
directory-load-ask = Send a file or a text: one date per line, all of one year. A Saturday or Sunday becomes a working day, a weekday a day off. For example:
    <code>20.02.2027
    22.02.2027 off</code>
    Earlier corrections of that year are replaced.
directory-loaded = <b>{ $year } was corrected.</b> Working days in the file: { $working }, days off: { $off }.
error-directory-term-reversed = Membership cannot end before it began ({ $since }).
directory-term-button = 🗓 Membership
directory-term-title = Membership in the cluster
directory-ask-since = Since which day is the organisation a member? Skip it if since the beginning.
directory-since-label = Member since
directory-ask-until = The last day of membership? Skip it if it goes on.
directory-until-label = Member until
directory-term-set = Noted. Obligations of the plan follow when the plan is adopted again.
directory-term-both = Member of the cluster from { $since } to { $until }
directory-term-since = Member of the cluster since { $since }
directory-term-until = Member of the cluster until { $until }
directory-term-always = Member of the cluster
