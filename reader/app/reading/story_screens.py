"""The parameters of each screen of rows that shows a whole story."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.app.reading.awaited_result import ResultWords
from reader.app.reading.reading_state import ReadingState
from reader.app.reading.row_screen_controller import RowScreenParts, ScreenSetup
from reader.coverage import Coverage

if TYPE_CHECKING:
    from reader.app.collated.collated_screen import CollatedScreen
    from reader.app.collated.collated_state import CollatedState
    from reader.app.headlines.headline_screen import HeadlineScreen
    from reader.app.headlines.headline_state import HeadlineState
    from reader.app.matrix.matrix_screen import MatrixScreen
    from reader.app.matrix.matrix_state import MatrixState
    from reader.app.people.people_screen import PeopleScreen
    from reader.app.people.people_state import PeopleState
    from reader.story import CollatedStory
    from reader.story.article_openings import ArticleOpening
    from reader.story.matrix.coverage_matrix import CoverageMatrix
    from reader.story.people.coverage_people import CoveragePeople


# The matrix: which article reports which moment.


def _find_matrix(coverage: Coverage) -> CoverageMatrix:
    import reader.app.matrix.matrix_screen  # noqa: F401

    matrix = coverage.matrix
    # What the cells show is worked out here, and not by the thread that draws.
    for row in matrix.rows:
        for cell in row.cells:
            len(cell.copy)
    return matrix


def _make_matrix_state(
    matrix: CoverageMatrix, before: MatrixState | None, reading: ReadingState
) -> MatrixState | None:
    from reader.app.matrix.listed_rows import ListedRows
    from reader.app.matrix.matrix_state import MatrixState

    if not matrix.rows:
        return None
    state = MatrixState(ListedRows(matrix)) if before is None else before.of_matrix(matrix)
    return state.select_place(reading.place).with_notes(reading.notes)


def _make_matrix_screen(state: MatrixState, setup: ScreenSetup) -> MatrixScreen:
    from reader.app.matrix.matrix_screen import MatrixScreen

    others = setup.list_other_screens()
    return MatrixScreen(state, setup.signs, setup.get_styles, others, setup.moment_notes)


_MATRIX = RowScreenParts(
    command="matrix",
    words=ResultWords(
        "matrix",
        "what each article reports",
        "The matrix is there: m opens it.",
        "The matrix of these articles could not be built.",
    ),
    find=_find_matrix,
    make_state=_make_matrix_state,
    make_screen=_make_matrix_screen,
    nothing="There is no moment to show: the articles have no story.",
    update=lambda before, matrix, reading: (
        before.of_matrix(matrix).with_notes(reading.notes) if matrix.rows else None
    ),
    add_notes=lambda state, notes: state.with_notes(notes),
    # It needs the quotes and differences, which are computed first.
    settling_seconds=2.0,
)


# The collated story: each moment once, in its fullest words.


def _find_collated(coverage: Coverage) -> CollatedStory:
    import reader.app.collated.collated_screen  # noqa: F401

    return coverage.collated


def _make_collated_state(
    story: CollatedStory, before: CollatedState | None, reading: ReadingState
) -> CollatedState | None:
    from reader.app.collated.collated_state import CollatedState

    if not story.moments:
        return None
    state = CollatedState.of(story) if before is None else before.of_story(story)
    return state.select_place(reading.place)


def _make_collated_screen(state: CollatedState, setup: ScreenSetup) -> CollatedScreen:
    from reader.app.collated.collated_screen import CollatedScreen

    others = setup.list_other_screens()
    return CollatedScreen(state, setup.signs, setup.get_styles, others, setup.notes)


_COLLATED = RowScreenParts(
    command="one-story",
    words=ResultWords(
        "story",
        "the story once",
        "The story is there: C opens it.",
        "The story of these articles could not be put together.",
    ),
    find=_find_collated,
    make_state=_make_collated_state,
    make_screen=_make_collated_screen,
    nothing="There is no story to show: the articles have no paragraph of one.",
    update=lambda before, story, _reading: before.of_story(story) if story.moments else None,
    # It needs the matrix, which is built first.
    settling_seconds=2.5,
)


# What each article begins with.


def _find_openings(coverage: Coverage) -> tuple[ArticleOpening, ...]:
    import reader.app.headlines.headline_screen  # noqa: F401

    return coverage.openings


def _make_headline_state(
    openings: tuple[ArticleOpening, ...], before: HeadlineState | None, reading: ReadingState
) -> HeadlineState | None:
    from reader.app.headlines.headline_state import HeadlineState

    if not openings:
        return None
    is_same = before is not None and before.every == openings
    state = before if before is not None and is_same else HeadlineState.of(openings)
    return state.select_place(reading.place)


def _make_headline_screen(state: HeadlineState, setup: ScreenSetup) -> HeadlineScreen:
    from reader.app.headlines.headline_screen import HeadlineScreen

    return HeadlineScreen(state, setup.signs, setup.get_styles, setup.list_other_screens())


_HEADLINES = RowScreenParts(
    command="headlines",
    words=ResultWords(
        "headlines",
        "headlines and ledes",
        "The headlines are there: H opens them.",
        "What these articles begin with could not be compared.",
    ),
    find=_find_openings,
    make_state=_make_headline_state,
    make_screen=_make_headline_screen,
    nothing="No article is open yet.",
)


# People: who is named and who is quoted.


def _find_people(coverage: Coverage) -> CoveragePeople:
    import reader.app.people.people_screen  # noqa: F401

    return coverage.people


def _make_people_state(
    people: CoveragePeople, before: PeopleState | None, reading: ReadingState
) -> PeopleState | None:
    from reader.app.people.people_state import PeopleState

    state = before.of_people_again(people) if before else PeopleState.of_people(people)
    return state.select_place(reading.place) if state is not None else None


def _make_people_screen(state: PeopleState, setup: ScreenSetup) -> PeopleScreen:
    from reader.app.people.people_screen import PeopleScreen

    return PeopleScreen(state, setup.signs, setup.get_styles, setup.list_other_screens())


_PEOPLE = RowScreenParts(
    command="people",
    words=ResultWords(
        "people",
        "who is named and who is heard",
        "The people are there: P opens them.",
        "The people of these articles could not be found.",
    ),
    find=_find_people,
    make_state=_make_people_state,
    make_screen=_make_people_screen,
    nothing="There is nobody to show: the articles name and quote nobody.",
    update=lambda before, people, _reading: before.of_people_again(people),
)


STORY_SCREENS: tuple[RowScreenParts[Any, Any], ...] = (_MATRIX, _COLLATED, _HEADLINES, _PEOPLE)
"""The screens; a screen that others are computed from comes before them."""
