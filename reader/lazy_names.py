"""The names of a package, imported from their modules at their first use."""

from __future__ import annotations

from importlib import import_module

# Not of typing, nor collections at run time: the program starts without them.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def import_at_first_use(package: str, modules: Mapping[str, str]) -> Callable[[str], object]:
    """Return the `__getattr__` of a package that imports a module when one of its names is used.

    Args:
        package: the name of the package.
        modules: the module of each name, below the package: "web.fetch_values".

    Returns:
        A function that raises AttributeError for any other name. Let type checkers not see it:
        they would take any name from the package.
    """

    def get_name(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{modules[name]}"), name)

    return get_name
