# Cluster, organisations, working calendar
error-directory-name-missing = A name is needed. Write it, for example: ООО «Томский инструментальный завод».
error-directory-zone-unknown = There is no time zone “{ $text }”. Write it like this: Asia/Tomsk.
error-directory-organisation-exists = The cluster already has the organisation { $name }.
error-directory-parent-unfit = Only enterprises can belong to a union.
error-calendar-file-line = Line { $line }: “{ $text }” could not be read. A line needs a date, for example 20.02.2027, and, where needed, the word “working” or “off”.
error-calendar-file-years = Line { $line }: “{ $text }” is another year. The file begins with { NUMBER($year, useGrouping: 0) }; each year needs a file of its own.
error-calendar-file-twice = Line { $line }: “{ $text }” is both working and off in this file.
error-calendar-file-empty = The file has no date. Write one per line, for example: 20.02.2027.
