"""Executors of plan rows."""
