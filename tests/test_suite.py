"""The suite itself: no test passes because it had nothing to check."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions_of(tree: ast.Module) -> dict[str, Function]:
    """The functions and methods of a module by name."""
    return {node.name: node for node in ast.walk(tree) if isinstance(node, FUNCTIONS)}


def always_checks(function: Function, helpers: dict[str, Function], depth: int = 3) -> bool:
    """Whether every run of a function that returns has checked something.

    A statement inside a loop or a condition counts only where the loop runs over a literal
    with entries, or where both branches of the condition check.
    """
    literals = {
        target.id: node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return _block_checks(_with_literals(function, literals).body, helpers, depth)


class _Literals(ast.NodeTransformer):
    """Puts literals in the place of the names they were given to."""

    def __init__(self, literals: dict[str, ast.expr]) -> None:
        self._literals = literals

    def visit_Name(self, node: ast.Name) -> ast.expr:
        literal = self._literals.get(node.id)
        is_read = isinstance(node.ctx, ast.Load)
        return literal if is_read and literal is not None and _is_literal(literal) else node


def _with_literals(function: Function, literals: dict[str, ast.expr]) -> Function:
    changed = _Literals(literals).visit(copy.deepcopy(function))
    assert isinstance(changed, FUNCTIONS)
    return changed


def _is_literal(value: ast.expr) -> bool:
    return isinstance(value, (ast.Tuple, ast.List, ast.Set, ast.Dict, ast.Constant))


def _block_checks(body: list[ast.stmt], helpers: dict[str, Function], depth: int) -> bool:
    return any(_checks(statement, helpers, depth) for statement in body)


def _checks(statement: ast.stmt, helpers: dict[str, Function], depth: int) -> bool:
    if isinstance(statement, ast.Assert):
        return not _is_vacuous(statement.test)
    if isinstance(statement, (ast.With, ast.AsyncWith)):
        raises = any(
            _call_name(item.context_expr) in {"raises", "warns"} for item in statement.items
        )
        return raises or _block_checks(statement.body, helpers, depth)
    if isinstance(statement, (ast.For, ast.AsyncFor)):
        return _has_entries(statement.iter) and _block_checks(statement.body, helpers, depth)
    if isinstance(statement, ast.While):
        return bool(statement.orelse) and _block_checks(statement.orelse, helpers, depth)
    if isinstance(statement, ast.If):
        return _block_checks(statement.body, helpers, depth) and _block_checks(
            statement.orelse, helpers, depth
        )
    if isinstance(statement, ast.Try):
        return _block_checks(statement.body + statement.finalbody, helpers, depth)
    if isinstance(statement, (ast.Expr, ast.Assign, ast.Return)) and statement.value is not None:
        return any(_call_checks(node, helpers, depth) for node in _unconditional(statement.value))
    return isinstance(statement, ast.Raise)


def _unconditional(expression: ast.expr) -> Iterator[ast.AST]:
    """The nodes of an expression that are evaluated whatever it works on."""
    if isinstance(
        expression, (ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp, ast.Lambda)
    ):
        return
    yield expression
    for child in ast.iter_child_nodes(expression):
        if isinstance(child, ast.expr):
            yield from _unconditional(child)
        elif isinstance(child, ast.keyword):
            yield from _unconditional(child.value)


def _call_checks(node: ast.AST, helpers: dict[str, Function], depth: int) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = _call_name(node)
    if name in {"fail", "snap_compare"} or name.startswith("assert_"):
        return True
    helper = helpers.get(name)
    if helper is None or depth == 0:
        return False
    # A fixture gives a function to call.
    given = [node for node in helper.body if isinstance(node, FUNCTIONS)]
    return any(always_checks(each, helpers, depth - 1) for each in (helper, *given))


def _call_name(expression: ast.expr) -> str:
    if not isinstance(expression, ast.Call):
        return ""
    target = expression.func
    if isinstance(target, ast.Attribute):
        return target.attr
    return target.id if isinstance(target, ast.Name) else ""


def _is_vacuous(condition: ast.expr) -> bool:
    """Whether a condition is `all(...)` over what may be empty."""
    if isinstance(condition, ast.BoolOp) and isinstance(condition.op, ast.And):
        return all(_is_vacuous(value) for value in condition.values)
    if _call_name(condition) != "all" or not isinstance(condition, ast.Call):
        return False
    if not condition.args:
        # The method of an array, which has entries or fails.
        return False
    (argument,) = condition.args
    if isinstance(argument, (ast.GeneratorExp, ast.ListComp)):
        return not all(_has_entries(part.iter) and not part.ifs for part in argument.generators)
    return not _has_entries(argument)


def _has_entries(iterated: ast.expr) -> bool:
    """Whether a loop surely runs: over a literal with entries, or a range from a literal."""
    if isinstance(iterated, (ast.Tuple, ast.List, ast.Set)):
        return bool(iterated.elts)
    if isinstance(iterated, ast.Constant):
        return bool(iterated.value)
    if isinstance(iterated, ast.Dict):
        return bool(iterated.keys)
    if _call_name(iterated) == "range" and isinstance(iterated, ast.Call):
        return all(isinstance(argument, ast.Constant) for argument in iterated.args)
    if _call_name(iterated) in _KEEPS_ENTRIES:
        assert isinstance(iterated, ast.Call)
        parts = list(iterated.args)
        if isinstance(iterated.func, ast.Attribute):
            parts.append(iterated.func.value)
        return bool(parts) and any(map(_has_entries, parts))
    return False


_KEEPS_ENTRIES = {
    "enumerate",
    "items",
    "reversed",
    "sorted",
    "split",
    "splitlines",
    "values",
    "zip",
}
"""Functions and methods whose result has entries where what they are given has some."""

MODULES = sorted(TESTS.rglob("test_*.py"))


def helpers_of(module: Path) -> dict[str, Function]:
    """The functions that a test module may call: those of its folder's modules and its own."""
    found: dict[str, Function] = {}
    for path in [*sorted(module.parent.glob("*.py")), TESTS / "conftest.py", module]:
        found.update(functions_of(ast.parse(path.read_text("utf-8"))))
    return found


def unchecked_tests(module: Path) -> list[str]:
    """The tests of a module that can pass without having checked anything."""
    helpers = helpers_of(module)
    tests = functions_of(ast.parse(module.read_text("utf-8")))
    return [
        name
        for name, function in tests.items()
        if name.startswith("test_") and not always_checks(function, helpers)
    ]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(TESTS).as_posix())
def test_every_test_fails_when_there_is_nothing_to_check(module: Path) -> None:
    assert unchecked_tests(module) == []


@pytest.mark.parametrize(
    ("source", "checks"),
    [
        ("assert one", True),
        ("for one in found():\n    assert one", False),
        ("for one in (1, 2):\n    assert one", True),
        ("some = [1, 2]\nfor one in some:\n    assert one", True),
        ("some = found()\nfor one in some:\n    assert one", False),
        ("for one in ():\n    assert one", False),
        ("if found():\n    assert one", False),
        ("if found():\n    assert one\nelse:\n    assert two", True),
        ("assert all(one for one in found())", False),
        ("assert found()\nassert all(one for one in found())", True),
        ("with pytest.raises(ValueError):\n    found()", True),
        ("with opened() as file:\n    assert file", True),
        ("while found():\n    assert one", False),
        ("check(found())", True),
        ("[check(one) for one in found()]", False),
    ],
)
def test_a_check_counts_where_it_is_surely_run(source: str, checks: bool) -> None:
    helpers = functions_of(ast.parse("def check(value):\n    assert value"))
    lines = "\n".join(f"    {line}" for line in source.splitlines())
    (function,) = functions_of(ast.parse(f"def test():\n{lines}")).values()
    assert always_checks(function, helpers) is checks
