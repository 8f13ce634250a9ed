"""A sequence that is worked out at its first use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

Item = TypeVar("Item")


class LazySequence(Sequence[Item]):
    """What a function returns, asked for at the first use; it is compared as a tuple is.

    For fields of values of which there are many and of which few are looked at.

    Args:
        find: returns the items; called once, or twice where two threads ask at one time.
    """

    __slots__ = ("_find", "_items")

    def __init__(self, find: Callable[[], Sequence[Item]]) -> None:
        self._find: Callable[[], Sequence[Item]] | None = find
        self._items: tuple[Item, ...] = ()

    def _read(self) -> tuple[Item, ...]:
        find = self._find
        if find is not None:
            self._items = tuple(find())
            self._find = None
        return self._items

    def __len__(self) -> int:
        return len(self._read())

    def __iter__(self) -> Iterator[Item]:
        return iter(self._read())

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, at: int | slice) -> Item | tuple[Item, ...]:
        return self._read()[at]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, LazySequence):
            return self._read() == tuple(other)
        return self._read() == other

    def __hash__(self) -> int:
        return hash(self._read())

    def __repr__(self) -> str:
        return repr(self._read())

    def __reduce__(self) -> tuple[type[tuple[Item, ...]], tuple[tuple[Item, ...]]]:
        return tuple, (self._read(),)
