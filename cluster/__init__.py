"""The domain: types and pure rules, and the source documents as data. No I/O, no clock."""
