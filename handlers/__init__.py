"""Conversations: a package per feature with its routers, callback data, screens and rendered notices."""
