"""Figures of the structure of the package: symptoms to watch, no limits to satisfy.

    python tests/benchmarks/structure.py [PACKAGE_FOLDER]

Everything is read from the syntax trees; nothing is imported.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median
from typing import TypeAlias

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef

BRANCHES = (
    *(ast.If, ast.For, ast.AsyncFor, ast.While, ast.IfExp, ast.ExceptHandler),
    *(ast.comprehension, ast.Assert, ast.match_case),
)
COMPLEX = 12
"""A function with more independent paths than this is listed."""


@dataclass
class Module:
    """One module of the package, as its syntax tree shows it."""

    name: str
    path: Path
    tree: ast.Module
    lines: int
    imports: set[str] = field(default_factory=set)
    """Modules of the package that it imports, lazily too, but not for types only."""


def read_modules(package: Path) -> dict[str, Module]:
    """All modules of a package by their dotted names."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        source = path.read_text("utf-8")
        found[name] = Module(name, path, ast.parse(source), source.count("\n"))
    for module in found.values():
        module.imports = set(_imports(module, found)) - {module.name}
    return found


def _imports(module: Module, modules: Mapping[str, Module]) -> Iterator[str]:
    for node in _outside_type_checking(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                if inner in modules:
                    yield inner
                if node.module in modules:
                    yield node.module


def _outside_type_checking(tree: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        yield child
        yield from _outside_type_checking(child)


def modules_in_circles(modules: Mapping[str, Module]) -> list[list[str]]:
    """The strongly connected components of the imports with more than one module."""
    reach = {name: _reachable(name, modules) for name in modules}
    circles = {
        tuple(sorted(other for other in reach[name] if name in reach[other]))
        for name in modules
        if name in reach[name]
    }
    return [list(circle) for circle in sorted(circles) if len(circle) > 1]


def _reachable(name: str, modules: Mapping[str, Module]) -> set[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        for other in modules[waiting.pop()].imports - seen:
            seen.add(other)
            waiting.append(other)
    return seen


def complexity(function: Function) -> int:
    """McCabe's number of independent paths, boolean operators included."""
    count = 1
    for node in ast.walk(function):
        if isinstance(node, BRANCHES):
            count += 1
        elif isinstance(node, ast.BoolOp):
            count += len(node.values) - 1
    return count


def length(node: ast.stmt) -> int:
    """Lines of a definition, its decorators left out."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def longest_chain(modules: Mapping[str, Module]) -> tuple[int, list[str]]:
    """The most lines in a class together with the project's own classes it inherits from."""
    classes: dict[str, ast.ClassDef] = {}
    for module in modules.values():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                classes[node.name] = node

    def chain(name: str, above: frozenset[str] = frozenset()) -> tuple[int, list[str]]:
        own = classes[name]
        bases = [base.id for base in own.bases if isinstance(base, ast.Name)]
        chains = [
            chain(base, above | {name}) for base in bases if base in classes and base not in above
        ]
        lines = sum(lines for lines, _ in chains)
        return length(own) + lines, [name, *(each for _, names in chains for each in names)]

    return max((chain(name) for name in classes), default=(0, []))


def doubled(names: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    """Names that stand for several things, with where each is."""
    places: dict[str, list[str]] = defaultdict(list)
    for name, place in names:
        places[name].append(place)
    return {name: where for name, where in sorted(places.items()) if len(where) > 1}


def public_names(module: Module) -> Iterator[tuple[str, bool]]:
    """Public functions, classes and methods, and whether each has a docstring.

    A method that overrides one of a base class of another package, such as an event handler,
    needs none; overloads have none.
    """
    yield module.name, ast.get_docstring(module.tree) is not None
    for node in module.tree.body:
        if isinstance(node, (*_FUNCTIONS, ast.ClassDef)) and not node.name.startswith("_"):
            yield f"{module.name}.{node.name}", ast.get_docstring(node) is not None
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for method in node.body:
                if isinstance(method, _FUNCTIONS) and not method.name.startswith("_"):
                    name = f"{module.name}.{node.name}.{method.name}"
                    is_overload = any("overload" in ast.dump(d) for d in method.decorator_list)
                    yield name, is_overload or ast.get_docstring(method) is not None


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def broad_excepts(module: Module) -> Iterator[str]:
    """Where everything is caught."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ExceptHandler) and (
            node.type is None
            or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
        ):
            yield f"{module.name}:{node.lineno}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument(
        "package", nargs="?", type=Path, default=Path(__file__).parents[2] / "reader"
    )
    modules = read_modules(parser.parse_args().package.resolve())
    functions = [
        (f"{module.name}.{node.name}", node)
        for module in modules.values()
        for node in ast.walk(module.tree)
        if isinstance(node, _FUNCTIONS)
    ]
    classes = [
        (module.name, node)
        for module in modules.values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    ]
    scores = sorted(((complexity(node), name) for name, node in functions), reverse=True)
    circles = modules_in_circles(modules)
    chain_lines, chain = longest_chain(modules)
    largest_class = max(((length(node), f"{name}.{node.name}") for name, node in classes))
    largest_module = max((module.lines, module.name) for module in modules.values())
    broad = [place for module in modules.values() for place in broad_excepts(module)]
    module_names = doubled(
        (name.rpartition(".")[2], name)
        for name, module in modules.items()
        if module.path.name != "__init__.py"
    )
    class_names = doubled((node.name, module) for module, node in classes)
    undocumented = [
        name for module in modules.values() for name, has in public_names(module) if not has
    ]
    noqa = Counter(
        code
        for module in modules.values()
        for code in re.findall(r"# noqa: ([A-Z0-9, ]+)", module.path.read_text("utf-8"))
    )
    root = next(iter(modules))
    depth = max(name.count(".") for name in modules) - root.count(".")

    print(f"modules                         {len(modules)}")
    print(f"modules in import circles       {sum(map(len, circles))}")
    print(f"longest chain of own classes    {chain_lines} lines ({' < '.join(chain)})")
    print(f"largest class                   {largest_class[0]} lines ({largest_class[1]})")
    print(f"largest module                  {largest_module[0]} lines ({largest_module[1]})")
    print(f"functions                       {len(functions)}")
    print(f"  over complexity {COMPLEX}            {sum(score > COMPLEX for score, _ in scores)}")
    print(f"  mean complexity               {mean(score for score, _ in scores):.2f}")
    print(
        f"  median length                 {median(length(node) for _, node in functions):.0f} lines"
    )
    print(f"broad excepts                   {len(broad)}")
    print(f"doubled module names            {len(module_names)}")
    print(f"doubled class names             {len(class_names)}")
    print(f"public names without docstring  {len(undocumented)}")
    print(f"depth of folders                {depth}")
    print(f"noqa                            {sum(noqa.values())}")
    for title, lines in (
        ("circles", [", ".join(circle) for circle in circles]),
        (f"over complexity {COMPLEX}", [f"{s:3} {n}" for s, n in scores if s > COMPLEX]),
        ("broad excepts", broad),
        ("doubled module names", [f"{n}: {', '.join(w)}" for n, w in module_names.items()]),
        ("doubled class names", [f"{n}: {', '.join(w)}" for n, w in class_names.items()]),
        ("without docstring", undocumented),
    ):
        if lines:
            print(f"\n{title}", *lines, sep="\n  ")


if __name__ == "__main__":
    main()
