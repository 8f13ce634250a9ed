"""Compare how several outlets report one event, paragraph by paragraph and quote by quote.

The names below are the public interface. Each is imported at its first use, so that importing
`reader` loads nothing else, and none of them loads the terminal interface.

    from reader import compare, open_articles
    coverage = compare(open_articles(["a.txt", "b.txt"]))
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.articles import Article, Paragraph, ParagraphKind, Passage, Place
    from reader.coverage import Coverage, Evidence, compare
    from reader.errors import NothingToReadError, ReaderError, SourceError, StoppedError
    from reader.linking import (
        Conflict,
        ConflictKind,
        Level,
        Link,
        LinkCorrections,
        LinkCounts,
        link_sentences,
    )
    from reader.notebook import NotebookError, follow_notebook
    from reader.quote_check import QuoteCheck, QuoteSources, Verdict, check_quote, check_quotes
    from reader.quote_versions import (
        ArticleQuotes,
        CheckReason,
        Edit,
        EditKind,
        EditPlace,
        QuoteWord,
        ReasonCode,
        SharedQuote,
        Version,
        VersionForm,
        shared_quotes,
    )
    from reader.quotes import (
        Cue,
        Phrase,
        Quote,
        QuoteKind,
        Speaker,
        SpeakerKind,
        Stance,
        Strength,
        find_quotes,
    )
    from reader.sources import FetchProgress, FetchState, article_from_text, open_articles
    from reader.story import (
        ArticleOpening,
        ArticleSection,
        ChangeKind,
        CollatedMoment,
        CollatedStory,
        ComparedRow,
        CoverageMatrix,
        CoveragePeople,
        Difference,
        DifferenceKind,
        DifferenceSide,
        LeadMoment,
        MatrixCell,
        MatrixRow,
        Moment,
        MomentForm,
        MomentVersion,
        Origin,
        OriginMember,
        PeopleCell,
        PeopleRow,
        PersonSpeech,
        RowEdit,
        SharedCopy,
        SharedRun,
        SpeechCount,
        TextChange,
        TextChanges,
        TextVersion,
        TextVersions,
        VerbUse,
    )

__version__ = "1.0.0"

__all__ = [
    "Article",
    "ArticleOpening",
    "ArticleQuotes",
    "ArticleSection",
    "ChangeKind",
    "CheckReason",
    "CollatedMoment",
    "CollatedStory",
    "ComparedRow",
    "Conflict",
    "ConflictKind",
    "Coverage",
    "CoverageMatrix",
    "CoveragePeople",
    "Cue",
    "Difference",
    "DifferenceKind",
    "DifferenceSide",
    "Edit",
    "EditKind",
    "EditPlace",
    "Evidence",
    "FetchProgress",
    "FetchState",
    "LeadMoment",
    "Level",
    "Link",
    "LinkCorrections",
    "LinkCounts",
    "MatrixCell",
    "MatrixRow",
    "Moment",
    "MomentForm",
    "MomentVersion",
    "NotebookError",
    "NothingToReadError",
    "Origin",
    "OriginMember",
    "Paragraph",
    "ParagraphKind",
    "Passage",
    "PeopleCell",
    "PeopleRow",
    "PersonSpeech",
    "Phrase",
    "Place",
    "Quote",
    "QuoteCheck",
    "QuoteKind",
    "QuoteSources",
    "QuoteWord",
    "ReaderError",
    "ReasonCode",
    "RowEdit",
    "SharedCopy",
    "SharedQuote",
    "SharedRun",
    "SourceError",
    "Speaker",
    "SpeakerKind",
    "SpeechCount",
    "Stance",
    "StoppedError",
    "Strength",
    "TextChange",
    "TextChanges",
    "TextVersion",
    "TextVersions",
    "VerbUse",
    "Verdict",
    "Version",
    "VersionForm",
    "__version__",
    "article_from_text",
    "check_quote",
    "check_quotes",
    "compare",
    "find_quotes",
    "follow_notebook",
    "link_sentences",
    "open_articles",
    "shared_quotes",
]

_NAMES_OF_PACKAGES = {
    "articles": "Article Paragraph ParagraphKind Passage Place",
    "coverage": "Coverage Evidence compare",
    "errors": "NothingToReadError ReaderError SourceError StoppedError",
    "linking": "Conflict ConflictKind Level Link LinkCorrections LinkCounts link_sentences",
    "notebook": "NotebookError follow_notebook",
    "quote_check": "QuoteCheck QuoteSources Verdict check_quote check_quotes",
    "quote_versions": (
        "ArticleQuotes CheckReason Edit EditKind EditPlace QuoteWord ReasonCode SharedQuote "
        "Version VersionForm shared_quotes"
    ),
    "quotes": "Cue Phrase Quote QuoteKind Speaker SpeakerKind Stance Strength find_quotes",
    "sources": "FetchProgress FetchState article_from_text open_articles",
    "story": (
        "ArticleOpening ArticleSection ChangeKind CollatedMoment CollatedStory ComparedRow "
        "CoverageMatrix CoveragePeople Difference DifferenceKind DifferenceSide LeadMoment "
        "MatrixCell MatrixRow Moment MomentForm MomentVersion Origin OriginMember PeopleCell "
        "PeopleRow PersonSpeech RowEdit SharedCopy SharedRun SpeechCount TextChange TextChanges "
        "TextVersion TextVersions VerbUse"
    ),
}
_PACKAGES = {
    name: package for package, names in _NAMES_OF_PACKAGES.items() for name in names.split()
}

# Type checkers take the names from the imports above: they would take any name from this.
if not TYPE_CHECKING:

    def __getattr__(name):
        package = _PACKAGES.get(name)
        if package is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{package}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
