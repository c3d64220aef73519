"""Tables, queries, migrations, the inbox and the outbox. No rule is decided here."""
