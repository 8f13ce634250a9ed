"""Lists of a comparison in plain lines: quotes, moments, differences, story, people, copy."""

from __future__ import annotations

from collections.abc import Callable

from reader.cli.linear_command import LinearCommand, Lines
from reader.coverage import Coverage
from reader.reports.difference_report import format_differences_as_text
from reader.reports.place_names import name_paragraph
from reader.reports.shared_quote_report import format_shared_quotes_as_text


class LinearLists:
    """The lists of a whole comparison, as the screens over the texts have them.

    Args:
        coverage: the comparison.
    """

    def __init__(self, coverage: Coverage) -> None:
        self._coverage = coverage

    def commands(self) -> tuple[LinearCommand, ...]:
        """Return the commands."""
        return (
            LinearCommand(("Q", "quotes"), "all quotes that several articles carry",
                          _without_words(self._list_quotes)),
            LinearCommand(("m", "matrix"), "which article reports which moment, and in which form",
                          _without_words(self._list_moments)),
            LinearCommand(("D", "differences"), "what the articles state otherwise, facts first",
                          _without_words(self._list_differences)),
            LinearCommand(("C", "story"), "the story, each moment once, in its fullest version",
                          _without_words(self._tell_story)),
            LinearCommand(("H", "headlines"), "what each article begins with",
                          _without_words(self._list_openings)),
            LinearCommand(("P", "people"), "who is named and who is heard in each article",
                          _without_words(self._list_people)),
            LinearCommand(("V", "versions"), "the versions of one text, and what changed",
                          _without_words(self._list_versions)),
            LinearCommand(("copy",), "who shares whose words, and what the origins are",
                          _without_words(self._list_copy)),
        )  # fmt: skip

    def _list_quotes(self) -> Lines:
        quotes = self._coverage.shared_quotes
        if not quotes:
            yield "No quote is in more than one article."
        yield from format_shared_quotes_as_text(self._coverage.articles, quotes, name_paragraph)

    def _list_moments(self) -> Lines:
        from reader.reports.matrix_report import format_matrix_as_text

        yield from _speak(format_matrix_as_text(self._coverage))

    def _list_differences(self) -> Lines:
        yield from format_differences_as_text(self._coverage)

    def _tell_story(self) -> Lines:
        from reader.reports.collated_words import format_collated_in_words

        story = self._coverage.collated
        yield from format_collated_in_words(story, story.moments)

    def _list_openings(self) -> Lines:
        from reader.reports.opening_report import format_openings_as_text

        yield from _speak(format_openings_as_text(self._coverage.openings))

    def _list_people(self) -> Lines:
        from reader.reports.people_report import format_people_as_text

        yield from _speak(format_people_as_text(self._coverage.people))

    def _list_versions(self) -> Lines:
        from reader.reports.text_version_report import format_text_versions_as_text

        yield from _speak(format_text_versions_as_text(self._coverage))

    def _list_copy(self) -> Lines:
        from reader.reports.copy_report import format_copy_as_text

        yield from _speak(format_copy_as_text(self._coverage))


def _without_words(write: Callable[[], Lines]) -> Callable[[str], Lines]:
    """Return a command function that ignores the text after the name of a list."""
    return lambda _: write()


def _speak(lines: Lines) -> Lines:
    """Yield lines with a pause where a table would have its next column."""
    for line in lines:
        if line.strip():
            yield line.replace("\t", "; ")
