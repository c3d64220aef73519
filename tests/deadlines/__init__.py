"""Typed deadlines."""
