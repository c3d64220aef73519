"""A sheet in YAML, in the form of `cluster/data/expert_sheet_2022.yaml`.

Only plain lists, mappings and texts are read: a file with anchors, references or types of its own is refused, so that
a small file cannot become a large one.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import yaml

from cluster.evaluation.sheet_file.draft import (
    Draft,
    DraftChoice,
    DraftCriterion,
    DraftSection,
    Spot,
    Trouble,
    Written,
)

_IGNORED: Final = frozenset({"code", "version", "document", "columns"})
_KNOWN: Final[Mapping[str, frozenset[str]]] = {
    "sheet": frozenset({"title", "sections"}) | _IGNORED,
    "section": frozenset({"number", "title", "criteria"}),
    "criterion": frozenset({"number", "text", "norm"}),
    "norm": frozenset({"kind", "printed", "percent", "at_least", "at_most", "unit", "choices"}),
    "choice": frozenset({"text", "meets"}),
}
_TRUE: Final = frozenset({"true", "yes", "да"})
_OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
_DEEPEST: Final = 12  # the plain form needs eight
START: Final = Spot(1, "1")


def draft_of_yaml(text: str) -> Draft:
    """The sheet of a YAML text; what is no YAML, or more than the plain form, is a trouble with its line."""
    try:
        stranger = _stranger(text)
        if stranger is not None:
            return _refused(_spot(stranger.start_mark), "yaml-plain")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        return _refused(_spot(error.problem_mark or error.context_mark), "yaml", error.problem or "")
    except yaml.YAMLError:
        return _refused(START, "yaml")
    if not isinstance(root, yaml.MappingNode):
        return _refused(START if root is None else _spot(root.start_mark), "yaml-mapping")
    return _Reader().sheet(root)


def _stranger(text: str) -> yaml.Token | None:
    """The first piece of more than the plain form: an anchor, a reference, a type, or lists too deep in each other."""
    depth = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, _OPENING):
            depth += 1
        elif isinstance(token, _CLOSING):
            depth -= 1
        if isinstance(token, yaml.AnchorToken | yaml.AliasToken | yaml.TagToken) or depth > _DEEPEST:
            return token
    return None


def _refused(spot: Spot, problem: str, value: str = "") -> Draft:
    return Draft(Written("", spot), troubles=[Trouble(spot, problem, value[:80])])


def _spot(mark: Any) -> Spot:
    return Spot(mark.line + 1, str(mark.column + 1)) if mark is not None else START


class _Reader:
    """Reads nodes and collects what does not fit the form."""

    def __init__(self) -> None:
        self.troubles: list[Trouble] = []

    def sheet(self, root: yaml.MappingNode) -> Draft:
        fields = self._fields(root, "sheet")
        draft = Draft(self._text(fields, "title", root))
        draft.sections = list(self._each(fields, "sections", root, self._section))
        draft.troubles = self.troubles
        return draft

    def _section(self, node: yaml.MappingNode) -> DraftSection:
        fields = self._fields(node, "section")
        section = DraftSection(self._text(fields, "number", node), self._text(fields, "title", node))
        section.criteria = list(self._each(fields, "criteria", node, self._criterion))
        return section

    def _criterion(self, node: yaml.MappingNode) -> DraftCriterion:
        fields = self._fields(node, "criterion")
        given = fields.get("norm")
        norm = given if isinstance(given, yaml.MappingNode) else None
        inside = self._fields(norm, "norm") if norm is not None else {}
        where: yaml.Node = norm if norm is not None else node
        if norm is None:
            self.troubles.append(Trouble(_spot((given or node).start_mark), "yaml-norm"))
        limit = next((name for name in ("percent", "at_least", "at_most") if name in inside), "percent")
        return DraftCriterion(
            number=self._text(fields, "number", node),
            words=self._text(fields, "text", node),
            kind=self._text(inside, "kind", where),
            printed=self._text(inside, "printed", where),
            threshold=self._text(inside, limit, where),
            unit=self._text(inside, "unit", where),
            choices=tuple(self._each(inside, "choices", where, self._choice)) if "choices" in inside else (),
            at_most=limit == "at_most",
        )

    def _choice(self, node: yaml.MappingNode) -> DraftChoice:
        fields = self._fields(node, "choice")
        return DraftChoice(self._text(fields, "text", node), self._text(fields, "meets", node).line.casefold() in _TRUE)

    def _fields(self, node: yaml.MappingNode, form: str) -> dict[str, yaml.Node]:
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name not in _KNOWN[form]:
                self.troubles.append(Trouble(_spot(key.start_mark), "yaml-key", str(name)[:40]))
            elif name in found:
                self.troubles.append(Trouble(_spot(key.start_mark), "yaml-key-twice", name))
            found.setdefault(name, value)
        return found

    def _text(self, fields: Mapping[str, yaml.Node], name: str, inside: yaml.Node) -> Written:
        node = fields.get(name)
        if node is None:
            return Written("", _spot(inside.start_mark))
        if not isinstance(node, yaml.ScalarNode):
            self.troubles.append(Trouble(_spot(node.start_mark), "yaml-text", name))
            return Written("", _spot(node.start_mark))
        return Written("" if node.tag.endswith(":null") else node.value, _spot(node.start_mark))

    def _each(
        self,
        fields: Mapping[str, yaml.Node],
        name: str,
        inside: yaml.Node,
        read: Callable[[yaml.MappingNode], Any],
    ) -> Iterator[Any]:
        node = fields.get(name)
        if not isinstance(node, yaml.SequenceNode):
            self.troubles.append(Trouble(_spot((node or inside).start_mark), "yaml-list", name))
            return
        for item in node.value:
            if isinstance(item, yaml.MappingNode):
                yield read(item)
            else:
                self.troubles.append(Trouble(_spot(item.start_mark), "yaml-item", name))
