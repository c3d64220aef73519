"""Use cases: one class per feature, one method per thing a person can do."""
