# Кластер, организации, рабочий календарь
error-directory-name-missing = Нужно название. Напишите его, например: ООО «Томский инструментальный завод».
error-directory-zone-unknown = Часового пояса «{ $text }» нет. Напишите его так: Asia/Tomsk.
error-directory-organisation-exists = В кластере уже есть организация { $name }.
error-directory-parent-unfit = В союз могут входить только предприятия.
error-calendar-file-line = Строка { $line }: не удалось прочитать «{ $text }». В строке должна быть дата, например 20.02.2027, и, если нужно, слово «рабочий» или «выходной».
error-calendar-file-years = Строка { $line }: «{ $text }» — другой год. Файл начинается с { NUMBER($year, useGrouping: 0) } года; на каждый год нужен отдельный файл.
error-calendar-file-twice = Строка { $line }: «{ $text }» — этот день указан в файле и рабочим, и выходным.
error-calendar-file-empty = В файле нет ни одной даты. Напишите по одной в строке, например: 20.02.2027.
