"""All actions and subjects of the audit log, read off the code of the use cases."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cluster.evaluation.states import AssignmentState
from cluster.obligations import Act

SERVICES = Path(__file__).parents[2] / "services"
ACTION, SUBJECT = 3, 4  # places in `audit.add(tx, who, cluster, action, subject, at, details)`
ANSWERED = (AssignmentState.ACCEPTED.value, AssignmentState.DECLINED.value)
COMPUTED = {
    "evaluation_": [f"evaluation_{state}" for state in ANSWERED],
    "plan_": [f"plan_{act.value}" for act in Act],
}
"""Actions that are put together in the code, by their beginning."""


@cache
def actions() -> frozenset[str]:
    """Every action a use case may write."""
    return frozenset(action for module in _modules() for action in _given(module, ACTION))


def tables() -> frozenset[str]:
    """Every table a subject may name."""
    return frozenset(subject.partition(":")[0] for module in _modules() for subject in _given(module, SUBJECT))


@cache
def _modules() -> list[ast.Module]:
    return [ast.parse(file.read_text(encoding="utf-8")) for file in sorted(SERVICES.rglob("*.py"))]


def _given(module: ast.Module, place: int) -> Iterator[str]:
    """What `audit.add` gets at a place; where that is a parameter of a function, what its callers give."""
    for function in ast.walk(module):
        if not isinstance(function, ast.AsyncFunctionDef):
            continue
        for call in _calls(function):
            if ast.unparse(call.func) == "audit.add":
                yield from _said(module, function, call.args[place])


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _said(module: ast.Module, function: ast.AsyncFunctionDef, value: ast.expr) -> list[str]:
    if isinstance(value, ast.Constant):
        return [str(value.value)]
    if isinstance(value, ast.JoinedStr):
        beginning = str(value.values[0].value) if isinstance(value.values[0], ast.Constant) else ""
        return COMPUTED.get(beginning, [beginning])
    assert isinstance(value, ast.Name), f"{function.name}: {ast.unparse(value)} is not understood"
    parameters = [argument.arg for argument in function.args.args]
    if value.id not in parameters:
        return [word for given in _assigned(function, value.id) for word in _said(module, function, given)]
    place = parameters.index(value.id) - (parameters[0] == "self")
    found = list(_callers(module, function.name))
    if not found:  # shared by the modules of a feature
        found = [caller for other in _modules() for caller in _callers(other, function.name)]
    return [word for where, above, call in found for word in _said(where, above, call.args[place])]


def _callers(module: ast.Module, name: str) -> Iterator[tuple[ast.Module, ast.AsyncFunctionDef, ast.Call]]:
    """Where a function is called in a module."""
    for above in ast.walk(module):
        if isinstance(above, ast.AsyncFunctionDef):
            for call in _calls(above):
                called = call.func
                if isinstance(called, ast.Attribute | ast.Name) and ast.unparse(called).split(".")[-1] == name:
                    yield module, above, call


def _assigned(function: ast.AsyncFunctionDef, name: str) -> Iterator[ast.expr]:
    """What a local name stands for: `name = …` or `name, other = …, …`."""
    for node in ast.walk(function):
        if not isinstance(node, ast.Assign):
            continue
        target = node.targets[0]
        if isinstance(target, ast.Name) and target.id == name:
            yield node.value
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            for one, given in zip(target.elts, node.value.elts, strict=True):
                if isinstance(one, ast.Name) and one.id == name:
                    yield given
