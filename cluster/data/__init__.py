"""Built-in data: the source documents as YAML, typed and checked when they are loaded.

The files are part of the program and read as its resources, once.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from cluster.data.models import (
    ClusterData,
    MentoringData,
    PlanData,
    PresentationData,
    RegionData,
    SessionsData,
    Shape,
    SheetData,
)

__all__ = ["Builtin", "DataFileInvalid", "industrial_tomsk", "parse", "region_clusters"]

S = TypeVar("S", bound=Shape)


class DataFileInvalid(Exception):
    """A data file does not fit its shape; the message has the file, the line and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Builtin:
    """Everything a built-in cluster is made from."""

    preset: str
    cluster: ClusterData
    plans: tuple[PlanData, ...]
    sheet: SheetData
    sessions: SessionsData
    presentation: PresentationData
    mentoring: MentoringData


@cache
def industrial_tomsk() -> Builtin:
    """The industrial cluster of the Tomsk region (documents 000, 001, 004).

    Raises:
        DataFileInvalid: a file does not fit its shape, or names an organisation the cluster does not have.
    """
    builtin = Builtin(
        preset="industrial_tomsk",
        cluster=_load("industrial_tomsk.yaml", ClusterData),
        plans=(_load("plan_2022.yaml", PlanData), _load("plan_2023_24.yaml", PlanData)),
        sheet=_load("expert_sheet_2022.yaml", SheetData),
        sessions=_load("sessions_2022.yaml", SessionsData),
        presentation=_load("presentation_structure.yaml", PresentationData),
        mentoring=_load("mentoring_2022.yaml", MentoringData),
    )
    known = {entry.key for entry in builtin.cluster.organisations}
    used = {key for row in builtin.sessions.rows for key in (row.college, row.expert_enterprise)}
    used |= {key for found in builtin.mentoring.features + builtin.mentoring.difficulties for key in found.enterprises}
    if strangers := sorted(used - known):
        raise DataFileInvalid(f"industrial_tomsk.yaml: no organisation is called {', '.join(strangers)}")
    return builtin


@cache
def region_clusters() -> RegionData:
    """The nine clusters of the region and their leading colleges (document 004)."""
    return _load("region_clusters.yaml", RegionData)


def parse(file: str, text: str, shape: type[S]) -> S:
    """Read YAML `text` as `shape`; `file` is named in errors.

    Raises:
        DataFileInvalid: it is not YAML or does not fit, with the line.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        return shape.model_validate(yaml.safe_load(text))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise DataFileInvalid(f"{file}:{line}: {error.problem}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"]) or "the whole file"
        raise DataFileInvalid(f"{file}:{_line_of(root, first['loc'])}: {place}: {first['msg']}") from error


def _load(file: str, shape: type[S]) -> S:
    return parse(file, resources.files(__name__).joinpath(file).read_text(encoding="utf-8"), shape)


def _line_of(node: Any, path: tuple[int | str, ...]) -> int:
    """The line, from 1, of the deepest part of `path` that the file has."""
    for step in path:
        if isinstance(node, yaml.MappingNode):
            following = next((value for key, value in node.value if key.value == str(step)), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            following = node.value[step]
        else:
            following = None
        if following is None:
            break  # the path goes on into the shape (a kind of norm), not into the file
        node = following
    return int(node.start_mark.line) + 1 if node is not None else 1
