"""Why a message did not go out. The sender translates Telegram's answers into these."""


class SendError(Exception):
    """Base of all; the text goes to the log and the dead-letter list, so it holds nothing personal."""


class RetryAfter(SendError):
    """429: Telegram asks for a pause of `seconds`; nothing was sent."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"retry after {seconds:g} s")
        self.seconds = seconds


class Transient(SendError):
    """Telegram answered with an error of its own (5xx); nothing was sent, later it may be."""


class Lost(SendError):
    """No answer: a reset, a timeout, no network. The message may or may not have arrived."""


class Blocked(SendError):
    """403: this person cannot be written to any more (blocked the bot, deleted the account, never started it)."""


class Refused(SendError):
    """400 and the rest: this message will never go out to this chat as it is."""
