"""Opening articles from files and folders, safely: each is bounded, checked and decoded."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reader.articles.article import Article
from reader.articles.clean import Clean, clean_line
from reader.articles.parsing import parse_article
from reader.errors import NothingToReadError, SourceError, StoppedError
from reader.sources.binary import binary_kind
from reader.sources.decoding import decode

MAX_FILE_BYTES = 32 * 1024 * 1024
"""A larger file is refused: no article is that long."""

MAX_FOLDER_FILES = 200
"""Of a folder with more articles only the first, by name, are opened."""

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
"""What is taken from a folder. A file that is named itself may have any suffix."""

_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})

OnProblem = Callable[[SourceError], None]
Progress = Callable[[float, str], None]
Cancelled = Callable[[], bool]


def open_articles(
    names: Sequence[str | Path] = (),
    *,
    on_problem: OnProblem | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[Article, ...]:
    """Open the named files and the articles of the named folders, in the order given.

    Args:
        names: paths of text or Markdown files and of folders; none: the articles
            that come with the program.
        on_problem: told of each source that cannot be opened, while the others are.
        progress: told the share done in 0..1 and what is being read.
        cancelled: asked often; once it says yes the work stops.

    Raises:
        SourceError: the first source that cannot be opened, without `on_problem`.
        NothingToReadError: nothing could be opened.
        StoppedError: `cancelled` said yes.
    """
    return _Opening(on_problem, progress, cancelled).run(names)


def seeds_folder() -> Path:
    """The articles that come with the program, installed or in a checkout.

    Raises:
        NothingToReadError: they are not there.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "seeds", package.parent / "seeds"):
        if folder.is_dir():
            return folder
    raise NothingToReadError(
        "the articles that come with reader are missing: name the files to compare"
    )


def shown(path: str | Path) -> Clean:
    """A path as it can be shown, whatever bytes its name is made of."""
    return clean_line(os.fsencode(path).decode("utf-8", "replace"))


class _Opening:
    """One call of `open_articles`: what was opened so far, and whom to tell."""

    def __init__(
        self,
        on_problem: OnProblem | None,
        progress: Progress | None,
        cancelled: Cancelled | None,
    ) -> None:
        self._on_problem = on_problem
        self._progress = progress
        self._cancelled = cancelled
        self._own_seeds: Path | None = None
        self._told = 0.0
        self._articles: list[Article] = []
        self._identities: dict[tuple[int, int], int] = {}

    def run(self, names: Sequence[str | Path]) -> tuple[Article, ...]:
        self._own_seeds = None if names else seeds_folder()
        paths = list(self._files(names or [seeds_folder()]))
        names_shown = _short_names(paths)
        sizes = [_size(path) for path in paths]
        total, done = sum(sizes), 0
        for path, name, size in zip(paths, names_shown, sizes, strict=True):
            self._step(done / total, path)
            self._open(path, name, done / total, size / total)
            done += size
        if not self._articles:
            raise NothingToReadError("nothing to read: none of the named sources could be opened")
        return tuple(self._articles)

    def _files(self, names: Sequence[str | Path]) -> Iterator[Path]:
        for name in names:
            if not os.fspath(name):
                self._problem(SourceError("an empty name: name a file or a folder"))
                continue
            path = Path(name)
            if not _is_folder(path):
                yield path
                continue
            try:
                yield from self._folder(path)
            except OSError as error:
                self._problem(_refusal(path, error))

    def _folder(self, folder: Path) -> Iterator[Path]:
        with os.scandir(folder) as entries:
            found = sorted(
                (entry for entry in entries if _is_article(entry)), key=lambda entry: entry.name
            )
        if not found:
            self._problem(SourceError(f"{shown(folder)}: no articles (.txt or .md) in this folder"))
        if len(found) > MAX_FOLDER_FILES:
            self._problem(
                SourceError(
                    f"{shown(folder)}: {len(found)} articles, only the first "
                    f"{MAX_FOLDER_FILES} are opened; name the others themselves"
                )
            )
        for entry in found[:MAX_FOLDER_FILES]:
            if entry.is_symlink() and not _stays_inside(Path(entry.path), folder):
                self._problem(
                    SourceError(f"{shown(entry.path)}: a link out of the folder; name it itself")
                )
            else:
                yield Path(entry.path)

    def _open(self, path: Path, name: Clean, done: float, share: float) -> None:
        try:
            data, identity = _read(path)
            if identity in self._identities:
                self._name_again(path, self._identities[identity])
                return
            article = self._parse(path, name, data, done, share)
        except SourceError as error:
            self._problem(error)
        except (OSError, ValueError) as error:
            self._problem(_refusal(path, error))
        else:
            self._identities[identity] = len(self._articles)
            self._articles.append(article)

    def _parse(self, path: Path, name: Clean, data: bytes, done: float, share: float) -> Article:
        decoded = decode(data)
        del data
        article = parse_article(
            decoded.text,
            source=self._source(path),
            name=name,
            encoding=decoded.encoding,
            notes=(decoded.note,) if decoded.note else (),
            markdown=path.suffix.lower() in _MARKDOWN_SUFFIXES,
            progress=lambda part: self._step(done + share * part, path),
        )
        if not article.paragraphs:
            raise SourceError(f"{shown(path)}: the file holds no text")
        return article

    def _source(self, path: Path) -> Clean:
        """The path as given; the articles that come along are not told by where they lie."""
        if path.parent == self._own_seeds:
            return shown(Path("seeds", path.name))
        return shown(path)

    def _name_again(self, path: Path, position: int) -> None:
        article = self._articles[position]
        note = clean_line(f"also named as {shown(path)}; opened once")
        self._articles[position] = replace(article, notes=(*article.notes, note))
        if self._on_problem:
            self._on_problem(SourceError(f"{shown(path)}: named more than once; opened once"))

    def _problem(self, error: SourceError) -> None:
        if self._on_problem is None:
            raise error
        self._on_problem(error)

    def _step(self, done: float, path: Path) -> None:
        if self._cancelled and self._cancelled():
            raise StoppedError
        if self._progress:
            self._told = min(max(self._told, done), 1.0)
            self._progress(self._told, f"reading {shown(path.name)}")


def _short_names(paths: Sequence[Path]) -> list[Clean]:
    """A name for each article: the file's without its suffix, with its folder if it must be."""
    counts = Counter(path.stem for path in dict.fromkeys(paths))
    return [shown(path.stem if counts[path.stem] == 1 else _with_folder(path)) for path in paths]


def _with_folder(path: Path) -> str:
    folder = path.absolute().parent.name
    return f"{folder}/{path.stem}" if folder else path.stem


def _read(path: Path) -> tuple[bytes, tuple[int, int]]:
    """The content of a regular file, and what tells the file from every other."""
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
        flags |= getattr(os, name, 0)
    descriptor = os.open(path, flags)
    with open(descriptor, "rb", buffering=0) as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise SourceError(f"{shown(path)}: {_special(status.st_mode)}, not a file of text")
        if status.st_size > MAX_FILE_BYTES:
            raise _too_large(path, status.st_size)
        data = _bounded(file.read, MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise _too_large(path, len(data))
    if not data:
        raise SourceError(f"{shown(path)}: the file is empty")
    if kind := binary_kind(data):
        raise SourceError(f"{shown(path)}: {kind}; save its text as a .txt file and open that")
    return data, (status.st_dev, status.st_ino)


def _bounded(read: Callable[[int], bytes | None], limit: int) -> bytes:
    parts = []
    while limit > 0 and (part := read(limit)):
        parts.append(part)
        limit -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _too_large(path: Path, size: int) -> SourceError:
    return SourceError(
        f"{shown(path)}: {size / 1024 / 1024:.0f} MB are more than the "
        f"{MAX_FILE_BYTES // 1024 // 1024} MB an article may have; split the file"
    )


def _special(mode: int) -> str:
    kinds = {
        stat.S_IFDIR: "a folder",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
    }
    return kinds.get(stat.S_IFMT(mode), "something special")


def _refusal(path: Path, error: OSError | ValueError) -> SourceError:
    if isinstance(error, FileNotFoundError):
        reason = "no such file; check the name"
    elif isinstance(error, PermissionError):
        reason = "no permission to read it; change its mode or ask its owner"
    else:
        detail = error.strerror if isinstance(error, OSError) else None
        reason = f"cannot be opened ({clean_line(detail or str(error))})"
    return SourceError(f"{shown(path)}: {reason}")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _is_article(entry: os.DirEntry[str]) -> bool:
    suffix = os.path.splitext(entry.name)[1].lower()
    return suffix in TEXT_SUFFIXES and not entry.name.startswith(".")


def _stays_inside(link: Path, folder: Path) -> bool:
    try:
        return link.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _size(path: Path) -> int:
    try:
        return max(path.stat().st_size, 1)
    except (OSError, ValueError):
        return 1
