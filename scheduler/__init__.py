"""What happens by itself: the tick, reminders that become due, delivery of the outbox."""
