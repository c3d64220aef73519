"""Practice: places that enterprises offer, mentors, what colleges ask for, and how a placement is accepted.

Product, section 6. Matching itself is in `cluster/matching/`; what it and the screens share is here.
"""
