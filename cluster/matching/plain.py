"""Problems and results as JSON: what is stored of a run, what is handed to its process, and what its hash is of."""

import hashlib
from dataclasses import fields, replace
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from cluster.matching.model import Problem
from cluster.matching.result import Result


def write_problem(problem: Problem) -> bytes:
    """The problem as JSON, its rows in the order of their ids: the same problem is the same bytes."""
    return _adapter(Problem).dump_json(_ordered(problem))


def read_problem(content: bytes) -> Problem:
    """The problem of `write_problem`.

    Raises:
        ValidationError: the content is something else.
    """
    found: Problem = _adapter(Problem).validate_json(content)
    return found


def write_result(result: Result) -> bytes:
    """The result as JSON."""
    return _adapter(Result).dump_json(result)


def read_result(content: bytes) -> Result:
    """The result of `write_result`.

    Raises:
        ValidationError: the content is something else.
    """
    found: Result = _adapter(Result).validate_json(content)
    return found


def fingerprint(content: bytes) -> str:
    """The hash that stands for a stored problem."""
    return hashlib.sha256(content).hexdigest()


def _ordered(problem: Problem) -> Problem:
    rows: dict[str, Any] = {}
    for field in fields(problem):
        value = getattr(problem, field.name)
        if isinstance(value, tuple) and field.name != "days":
            rows[field.name] = tuple(sorted(value, key=_key))
    return replace(problem, **rows)


def _key(row: Any) -> tuple[int, ...]:
    return (row.id,) if hasattr(row, "id") else (row.intern_id, row.place_id)


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    """Making one takes milliseconds, so it is made when it is first needed."""
    return TypeAdapter(kind)
