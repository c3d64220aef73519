"""Ties are broken by lot: by the seed and the id alone, never by the order of rows or the process."""

from hashlib import blake2b


def lot(seed: int, what: str, identity: int) -> int:
    """The lot of one thing in one run."""
    drawn = blake2b(f"{seed}:{what}:{identity}".encode(), digest_size=8).digest()
    return int.from_bytes(drawn, "big")
