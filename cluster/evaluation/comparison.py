"""What is different between two versions of a sheet."""

from dataclasses import dataclass

from cluster.evaluation.sheet import Sheet


@dataclass(frozen=True, slots=True)
class SheetChanges:
    """Numbers of criteria that are new, gone, or other in words, kind or norm; in the order of the form."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether all criteria are the same."""
        return not (self.added or self.removed or self.changed)


def changes(before: Sheet, after: Sheet) -> SheetChanges:
    """Criteria compared by their keys."""
    old = {criterion.key: criterion for criterion in before.criteria}
    new = {criterion.key: criterion for criterion in after.criteria}
    return SheetChanges(
        added=tuple(one.number for one in after.criteria if one.key not in old),
        removed=tuple(one.number for one in before.criteria if one.key not in new),
        changed=tuple(one.number for one in after.criteria if one.key in old and old[one.key] != one),
    )
