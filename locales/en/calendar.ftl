# The working calendar: what the bot tells by itself
calendar-year-unknown = <b>The production calendar of { $year } is not known yet</b>
    Deadlines of the cluster already reach into that year. Until then its working days are Monday to Friday except public holidays, without transferred days.
    When the decree on transferred days is out, send the list of days as a file or text: open deadlines will follow it.
