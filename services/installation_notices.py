"""What administrators are told about the installation, and coordinators about posts."""

from datetime import date
from typing import ClassVar

from cluster.notice import Notice, Urgency


class TroubleFound(Notice):
    """To administrators, at most once a day: letters or updates need a look."""

    kind: ClassVar[str] = "installation.trouble"

    day: date


class PostInDoubt(Notice):
    """To coordinators: a post did not reach the cluster's channel or chat, or nobody knows whether it did."""

    kind: ClassVar[str] = "installation.post_in_doubt"
    urgency: ClassVar[Urgency] = Urgency.AT_ONCE

    letter_id: int
    cluster_id: int
