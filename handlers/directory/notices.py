"""Notices of the working calendar in words."""

from handlers.directory.taps import DirectoryTap
from handlers.engine import Button, Reader, Screen, renders
from services.calendar_notices import YearUnknown


@renders(YearUnknown)
async def year_unknown(notice: YearUnknown, reader: Reader) -> Screen | None:
    """To a coordinator; nothing when the year was loaded in the meantime."""
    t = reader.t
    if reader.services.calendars(notice.cluster_id).knows(notice.year):
        return None
    load = Button(t.plain("directory-load-button"), DirectoryTap(do=DirectoryTap.LOAD))
    see = Button(t.plain("directory-calendar-button"), DirectoryTap(do=DirectoryTap.CALENDAR))
    return Screen(t("calendar-year-unknown", year=str(notice.year)), [[load], [see]])
