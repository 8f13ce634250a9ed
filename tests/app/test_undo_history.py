from __future__ import annotations

from reader.app.undo_history import MOST_UNDONE, UndoableChange, UndoHistory


def test_changes_are_taken_back_in_order_the_last_first() -> None:
    history, done = UndoHistory(), []
    for name in ("one", "two"):
        history.push(UndoableChange(name, lambda name=name: done.append(name)))
    assert history.last is not None
    assert history.last.description == "two"
    assert [history.take_back() for _ in range(3)][-1] is None
    assert done == ["two", "one"]
    assert "Del in E removes" in history.find_obstacle()


def test_the_oldest_change_is_forgotten() -> None:
    history = UndoHistory()
    for number in range(MOST_UNDONE + 1):
        history.push(UndoableChange(str(number), lambda: None))
    taken = [history.take_back() for _ in range(MOST_UNDONE + 1)]
    assert taken[-1] is None
    assert taken[-2] is not None
    assert taken[-2].description == "1"
