"""Cyclic garbage is collected later, and as before afterwards."""

from __future__ import annotations

import gc

import pytest

from reader.coverage.deferred_collection import defer_collection


def test_blocks_within_each_other_and_errors_leave_collection_as_it_was() -> None:
    assert gc.isenabled()
    with defer_collection():
        with defer_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="wrong"), defer_collection():
        raise ValueError("wrong")
    assert gc.isenabled()


def test_what_is_off_stays_off() -> None:
    gc.disable()
    try:
        with defer_collection():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
