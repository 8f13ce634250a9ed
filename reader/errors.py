"""The errors of the program, one tree.

    ReaderError              a problem reported to the user in one line
    ├── SourceError          one source cannot be opened; the others still can
    │   └── SourceNoticeError  something about a source is to be known; it is opened all the same
    ├── NothingToReadError   no source could be opened at all
    ├── StoppedError         the work was cancelled
    ├── ComparisonError      the articles could not be compared (processes.linker_process)
    ├── CacheError           fetched pages could not be stored or removed (sources.web.page_cache)
    ├── NotebookError        the notebook could not be read or written (notebook.notebook_file)
    ├── ArchiveError         an archive could not be read or written (archive.archive_errors)
    ├── PickError            the choice from a feed is wrong (cli.feed_picker)
    ├── NothingChosenError   a feed was only listed (cli.inputs)
    ├── ReportFileError      a report could not be written (reports.documents.report_files)
    └── OutputError          the result could not be written (cli.console)

Every error carries one line for the user and the exit code of a command that ends with it.
"""

from __future__ import annotations


class ReaderError(Exception):
    """A problem that is reported to the user in one line.

    Args:
        message: what is wrong and what to do, in one line, naming the input.
    """

    exit_code = 2

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class SourceError(ReaderError):
    """One source (file, folder, address, standard input) cannot be opened."""


class SourceNoticeError(SourceError):
    """Something about a source that the user should know; nothing is left out because of it."""


class NothingToReadError(ReaderError):
    """None of the sources could be opened."""


class StoppedError(ReaderError):
    """The work was cancelled before it was done."""

    exit_code = 130

    def __init__(self, message: str = "stopped on request") -> None:
        super().__init__(message)


def describe_fault(fault: Exception) -> str:
    """Return in one line what a fault was that no `ReaderError` describes, without a full stop."""
    if isinstance(fault, RecursionError):
        return "nested too deep"
    words = " ".join(str(fault).split())
    return f"{type(fault).__name__}: {words}" if words else type(fault).__name__
