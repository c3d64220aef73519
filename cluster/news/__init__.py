"""News of the cluster: from an event to one good post in the channel (product, section 3)."""
