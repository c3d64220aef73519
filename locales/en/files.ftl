# Files that people send to the bot
error-file-expected = A file is needed here. Tap the paper clip and choose a document; photos and texts do not fit this step.
error-file-too-large = The file “{ $name }” is too large: files up to { $limit }{"\u00A0"}{ $unit ->
    [mb] MB
   *[kb] kB
 } are taken. Remove what is not needed and send it again.
error-file-gone = Telegram does not give the file “{ $name }”. Please send it again.
error-file-damaged = The file is damaged and cannot be opened. Open it in Word or Excel, save it anew and send it again.
error-file-of-other-kind = This is neither an Excel table nor a Word document. Send a .xlsx or .docx file.
error-file-old = The file is in an old format (.doc or .xls). Open it and choose “Save as”: .docx or .xlsx.
error-file-protected = The file is locked with a password. Remove the password (File → Info → Protect) and send it again.
error-file-with-macros = The file has macros, such files are not taken. Save it as an ordinary .docx or .xlsx and send it again.
error-file-inflated = Unpacked the file takes more than { $limit }{"\u00A0"}MB, which no document does. Copy the table into a new file and send that.
error-file-without-table = There is no table in the file. Text without a table cannot be read row by row: send a file with a table.
error-file-too-many-rows = Table “{ $table }” has more than { $limit } rows. Keep only those you need and send it again.
error-file-formula = Table “{ $table }”, row { $row }, column { $column }: a formula without a saved value. Open the file in Excel and save it, or paste the value instead of the formula.
error-file-cell-error = Table “{ $table }”, row { $row }, column { $column }: the error { $text } instead of a value. Correct the cell and send the file again.
