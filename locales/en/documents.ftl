# Words printed on documents. The source form: the cluster's report of 2021/2022, slides 14–16.

documents-language = en
documents-page = p. { $page } of { $pages }
documents-glyph-note = Characters that the document's fonts do not have are shown as Unicode codes in square brackets. The DOCX file keeps them as they are.

documents-signature-hint = signature
documents-signature-name-hint = name in full
documents-signature-date-hint = date

documents-sheet-column-number = No.
documents-sheet-column-criterion = Criterion
documents-sheet-column-norm = Norm
documents-sheet-column-verdict = Expert’s verdict (conforms/ does not conform)
documents-sheet-column-remark = Expert’s remarks

documents-sheet-programme = Programme
documents-sheet-college = College
documents-sheet-session = Expert session
documents-sheet-expert = Expert
documents-sheet-position = Position, enterprise
documents-sheet-submitted = Submitted
documents-sheet-not-submitted = no, this is a draft

documents-sheet-college-figure = college: { $value }
documents-sheet-actual = actual: { $value }
documents-sheet-evidence = Attached: { $value }
documents-sheet-summary =
    Criteria: { $total }. Conforms: { $conforms }, does not conform: { $not_conforms }, the expert cannot judge: { $cannot_judge }{ $missing ->
        [0] .
       *[other] , not judged yet: { $missing }.
    }
documents-sheet-footer = Expert sheet { $code }, version { $version }

error-documents-busy = Many documents are being made right now. Please try again in a minute.
error-document-late = The document was not ready within { $seconds } s. Please try again in a minute.

# Minutes of a meeting
documents-minutes-title = MINUTES № { $number }
documents-minutes-draft = Draft: not signed
documents-minutes-chair = Chair
documents-minutes-secretary = Secretary
documents-minutes-present = PRESENT:
documents-minutes-absent = ABSENT:
documents-minutes-agenda = AGENDA:
documents-minutes-heard = HEARD
documents-minutes-speaker = Speaker: { $name }
documents-minutes-voted = VOTED
documents-minutes-decided = DECIDED:
documents-minutes-amendments = AMENDMENTS TO THE MINUTES:
documents-news-on-time = on time
documents-news-late = late
documents-news-missing = missing
documents-news-ahead = still ahead
documents-news-none = no events
documents-news-column-college = College
documents-news-column-count = News items owed
documents-news-column-median = Median, working days
