"""Rules of councils and their meetings (product, section 4)."""
