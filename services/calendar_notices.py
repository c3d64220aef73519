"""What coordinators are told about the working calendar."""

from typing import ClassVar

from cluster.notice import Notice


class YearUnknown(Notice):
    """To coordinators: deadlines reach into a year whose transferred days are not known (product, section 2)."""

    kind: ClassVar[str] = "calendar.year_unknown"

    cluster_id: int
    year: int
