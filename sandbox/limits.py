"""Numbers of Telegram. Those it does not publish are assumptions, and every one can be changed."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What the sandbox enforces.

    Rates (assumptions: Telegram publishes only the orders of magnitude, in its FAQ for bots):
        chat_per_second, chat_burst: messages a second in one private chat, and how many at once;
        group_per_minute: messages in any 60 s in one group or channel;
        overall_per_second: messages of one bot in any second, in all chats.
    Times in seconds: `callback_answer` (assumption, reported by users), `callback_life`, `update_life`, `inline_life`,
    `delete_for_everyone`, `repeated_poll` (the same offset again waits), `webhook_change` (between two setWebhook).
    Sizes in bytes: `download`, `upload`, `photo`, `parameters`, `markup` (assumption).
    `markup_buttons`: inline buttons of one message (assumption).
    `calls_kept`: how many recorded calls, and taps that may be answered, are remembered.
    """

    chat_per_second: float = 1.0
    chat_burst: int = 10
    group_per_minute: int = 20
    overall_per_second: int = 30
    callback_answer: float = 15.0
    callback_life: float = 150.0
    update_life: float = 86_400.0
    inline_life: float = 30.0
    delete_for_everyone: float = 48 * 3600.0
    repeated_poll: float = 3.0
    webhook_change: float = 1.0
    download: int = 20 * 1024 * 1024
    upload: int = 50 * 1024 * 1024
    photo: int = 10 * 1024 * 1024
    parameters: int = 1024 * 1024
    markup: int = 10 * 1024
    markup_buttons: int = 100
    webhook_first_wait: float = 2.0
    webhook_longest_wait: float = 60.0
    calls_kept: int = 20_000

    @classmethod
    def off(cls) -> "Limits":
        """Everything as in Telegram, but no rates and no waits: for tests that are about something else."""
        never = math.inf
        return cls(
            chat_per_second=never,
            overall_per_second=10**9,
            group_per_minute=10**9,
            repeated_poll=0.0,
            webhook_change=0.0,
        )

    @classmethod
    def faster(cls, times: float) -> "Limits":
        """Rates higher by a factor, everything else as in Telegram."""
        usual = cls()
        return cls(
            chat_per_second=usual.chat_per_second * times,
            chat_burst=max(1, round(usual.chat_burst * times)),
            group_per_minute=max(1, round(usual.group_per_minute * times)),
            overall_per_second=max(1, round(usual.overall_per_second * times)),
        )
