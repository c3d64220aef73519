"""Evaluation of programmes: the sheet, verdicts, states of sessions and assignments (product, section 5)."""
