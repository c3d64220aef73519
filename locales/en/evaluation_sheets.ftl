# The cluster's expert sheets: versions, loading from a file, the template
sheets-button-sheets = 📋 Expert sheets
sheets-of-session = Sheet: { $title }, { $count ->
    [one] { $count } criterion
   *[other] { $count } criteria
 }
sheets-head = <b>Expert sheets</b>
    A new session takes the current sheet. What has begun is finished on its own version.
sheets-empty = There are no expert sheets yet. Load the first one from an Excel or YAML file.
sheets-version = <b>{ $title }</b>
    Version { $version } of { $day }, { $count ->
    [one] { $count } criterion
   *[other] { $count } criteria
 }
sheets-version-label = { $title } · v. { $version }
sheets-current = ✅ Current: new sessions take it
sheets-not-current = Not in use now
sheets-sessions = { $count ->
    [0] No session has used it
    [one] { $count } session uses it
   *[other] { $count } sessions use it
 }
sheets-section = { $number }. { $title } — { $count }
sheets-kinds = Criteria: { $kinds }
sheets-kind-yes-no = yes/no — { $count }
sheets-kind-share = share — { $count }
sheets-kind-number = number — { $count }
sheets-kind-choice = choice — { $count }
sheets-choice-meets = ✅ { $text }
sheets-choice-fails = ▫️ { $text }
sheets-button-load = ⬆️ Load another sheet
sheets-button-versions = ‹ To the sheets
sheets-button-back = ‹ To the sheet
sheets-button-open = Open this sheet
sheets-button-criteria = Criteria and norms
sheets-button-download = ⬇️ Download (Excel and YAML)
sheets-button-current = Make it current
sheets-button-template = ⬇️ Download a template
sheets-button-adopt = Load
sheets-button-other-file = Send another file
sheets-toast-current = New sessions will take this sheet.
sheets-toast-loaded = The sheet is loaded. Make it current if new sessions are to take it.
sheets-toast-old-preview = This preview is out of date, nothing was loaded. Send the file again.
sheets-file-name = Expert sheet, version { $version }
sheets-template-tab = Expert sheet
sheets-template-kinds = Kind: yes/no, share, number or choice. Norm of a share or number: “at least 25” or “at most 10”. A section's row has only its number and title.
sheets-template-choices = Answers (of a choice): a line each, with a + before those that meet the norm.

# Loading
sheets-ask-file = <b>Send a file with the sheet</b>
    A table in Excel (.xlsx) or Word (.docx): number, criterion, kind, norm. YAML will do as well.
    
    The easiest way is to download the template, change it in Excel and send it here. Nothing is loaded before you confirm.
sheets-spoiled = ⚠️ <b>The sheet “{ $name }” was not loaded</b>
    { $count ->
    [one] { $count } place needs correcting:
   *[other] { $count } places need correcting:
 }
sheets-spoiled-more = { $count ->
    [one] and { $count } more place
   *[other] and { $count } more places
 }
sheets-spoiled-again = Correct the file and send it again.
sheets-same = The sheet “{ $title }” with this content is there already: version { $version }. There is nothing to load.
sheets-preview = <b>{ $title }</b>
    { $count ->
    [one] { $count } criterion
   *[other] { $count } criteria
 }
sheets-preview-new = This is a new sheet: the cluster has none with this title.
sheets-preview-version = This will be version { $version } of the sheet with this title.
sheets-changes-added = ➕ Added: { $numbers }
sheets-changes-removed = ➖ Removed: { $numbers }
sheets-changes-changed = ✏️ Changed: { $numbers }
sheets-preview-what-next = Check the sections and tap “Load”. The sheet becomes current only by a button of its own.
sheets-ask-which = Which sheet is used for scoring?
sheets-label-which = Sheet

# What is wrong with a file
sheets-trouble-where = <b>Row { $row }, column { $column }:</b>
sheets-trouble-header-missing = no table header was found. Columns “No”, “Criterion”, “Norm” and, except in sheets of the old form, “Kind” are needed.
sheets-trouble-title-missing = the sheet has no title. In a table it stands above the header.
sheets-trouble-title-long = the title is longer than { $value } characters.
sheets-trouble-empty = the sheet has no criteria.
sheets-trouble-too-many = more than { $value } criteria: nobody fills such a sheet on a phone.
sheets-trouble-section-first = a criterion stands before the first section. Add the section's row above it: number and title.
sheets-trouble-section-missing = the section has no title.
sheets-trouble-section-long = the section's title is longer than { $value } characters.
sheets-trouble-section-empty = section “{ $value }” has no criteria. If it is a criterion, state its kind and norm.
sheets-trouble-number-missing = the criterion has no number, for example 1.1.
sheets-trouble-number-long = the number is longer than { $value } characters. It should be like 1.1; format the column as text in Excel.
sheets-trouble-number-twice = number { $value } is there already.
sheets-trouble-text-missing = the criterion has no text.
sheets-trouble-text-long = the criterion is longer than { $value } characters.
sheets-trouble-kind-missing = no kind is given: yes/no, share, number or choice.
sheets-trouble-kind-unknown = kind “{ $value }” is not known. It is yes/no, share, number or choice.
sheets-trouble-norm-missing = there is no norm, for example “at least 25”.
sheets-trouble-norm-long = the norm is longer than { $value } characters.
sheets-trouble-norm-share = norm “{ $value }” is no share from 0 to 100 %. For example: “at least 62.5 %”.
sheets-trouble-norm-number = norm “{ $value }” is no number. For example: “at least 5” or “at most 25”.
sheets-trouble-unit-long = the unit is longer than { $value } characters.
sheets-trouble-choices-count = { $value } answers, and 2 to 10 are needed, a line each.
sheets-trouble-choices-none = no answer is marked as meeting the norm. Put a + before such an answer.
sheets-trouble-choices-all = all answers are marked as meeting the norm, there is nothing to compare.
sheets-trouble-choice-missing = an empty answer.
sheets-trouble-choice-long = the answer is longer than { $value } characters.
sheets-trouble-choice-twice = answer “{ $value }” is there twice.
sheets-trouble-yaml = this is no YAML: check indents and quotes. { $value }
sheets-trouble-yaml-plain = anchors, references, types and deep nesting are not accepted.
sheets-trouble-yaml-mapping = the file has to begin with title and sections. Take the template as an example.
sheets-trouble-yaml-norm = there is no norm with kind and printed. Take the template as an example.
sheets-trouble-yaml-key = unknown field “{ $value }”.
sheets-trouble-yaml-key-twice = field “{ $value }” is there twice.
sheets-trouble-yaml-text = field “{ $value }” has to be a text.
sheets-trouble-yaml-list = field “{ $value }” has to be a list.
sheets-trouble-yaml-item = items of “{ $value }” have to be sets of fields, not single values.
error-sheets-no-sheet-in-file = This is no YAML text in UTF-8, or it is larger than { $limit } kB. Take the template as an example.
