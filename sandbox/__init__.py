"""Telegram on this machine: a strict Bot API server, a page to try the bot as several people, the demo cluster."""
