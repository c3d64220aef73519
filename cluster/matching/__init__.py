"""Matching: interns to places (stage 1), places to teams of mentors (stage 2), and why (product, section 6).

Values in and out are plain (`model`); `run` is the whole run, `waitlist` what happens after a decline. The solvers
(ortools, numpy) are imported by the modules that need them only: nothing here is loaded when the bot starts.
"""
