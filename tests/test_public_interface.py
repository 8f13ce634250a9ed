"""`from reader import …`: its names, its types, its values, and the documented examples."""

from __future__ import annotations

import ast
import inspect
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from copy import copy, deepcopy
from pathlib import Path
from pickle import dumps, loads

import pytest

import reader
from reader import (
    Article,
    Coverage,
    Level,
    NothingToReadError,
    QuoteSources,
    SharedQuote,
    SourceError,
    Verdict,
    check_quote,
    check_quotes,
    compare,
    find_quotes,
    link_sentences,
    open_articles,
    shared_quotes,
)

PROJECT = Path(__file__).parents[1]
PAGES = [PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md"))]
SEEDS = sorted((PROJECT / "seeds").glob("*.txt"))

CLIENT = """
from pathlib import Path

import reader
from reader import (
    Article,
    Coverage,
    Evidence,
    Level,
    Link,
    Moment,
    Passage,
    Quote,
    QuoteCheck,
    QuoteSources,
    ReaderError,
    SharedQuote,
    Speaker,
    Version,
    check_quote,
    check_quotes,
    compare,
    find_quotes,
    link_sentences,
    open_articles,
    shared_quotes,
)


def strongest(coverage: Coverage) -> Link:
    return max(coverage.links(), key=lambda link: link.score)


def speaker_of(quote: Quote) -> str:
    speaker: Speaker | None = quote.speaker
    return "" if speaker is None else speaker.name


def main() -> None:
    articles: tuple[Article, ...] = open_articles([FILE, Path(OTHER)], on_problem=print)
    (alone,) = open_articles(FILE)
    coverage: Coverage = compare(articles)
    link = strongest(coverage)
    level: Level = link.level
    evidence: Evidence = coverage.evidence(link)
    print(level.value, *evidence.reasons)
    moment: Moment = coverage.moments[0]
    passages: list[Passage] = [*moment.passages, *link.passages]
    for passage in passages:
        print(passage.article.label, passage.number, passage.text, passage.paragraph.kind)
    print(moment.number, coverage.links_from(passages[0]), coverage.links_from(passages[0].place))
    quotes: list[Quote] = find_quotes(alone)
    print(quotes[0].text, speaker_of(quotes[0]), find_quotes("text"))
    shared: tuple[SharedQuote, ...] = shared_quotes(articles)
    versions: list[Version] = [version for quote in shared for version in quote.versions]
    print(len(versions), versions[0].text)
    sources = QuoteSources(articles)
    check: QuoteCheck = check_quote(versions[0].text, sources, speaker=versions[0].speaker)
    print(check.needs_review, check_quotes(alone, sources)[0].verdict)
    print(next(iter(link_sentences([["One."], ["Two."]])), None), reader.__version__)
    try:
        open_articles("no such file")
    except ReaderError as error:
        print(error.message)


main()
"""


@pytest.fixture(scope="module")
def seeds() -> tuple[Article, ...]:
    return open_articles(SEEDS)


@pytest.fixture(scope="module")
def coverage(seeds: tuple[Article, ...]) -> Coverage:
    return compare(seeds)


@pytest.fixture(scope="module")
def shared(seeds: tuple[Article, ...]) -> tuple[SharedQuote, ...]:
    return shared_quotes(seeds)


# Names


def test_the_exported_names_are_those_that_type_checkers_see() -> None:
    tree = ast.parse((PROJECT / "reader" / "__init__.py").read_text("utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reader.")
        for alias in node.names
    }
    assert imported | {"__version__"} == set(reader.__all__)
    assert list(reader.__all__) == sorted(reader.__all__)


def test_every_exported_name_is_the_one_of_its_package() -> None:
    tree = ast.parse((PROJECT / "reader" / "__init__.py").read_text("utf-8"))
    modules = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    found = {
        alias.name: getattr(sys.modules[node.module], alias.name)
        for node in modules
        if node.module and node.module.startswith("reader.")
        for alias in node.names
        if getattr(reader, alias.name) is not None
    }
    assert found == {name: getattr(reader, name) for name in found}
    assert len(found) == len(reader.__all__) - 1


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'article'"):
        _ = reader.article  # type: ignore[attr-defined]


def test_no_package_takes_the_place_of_an_exported_name() -> None:
    package = PROJECT / "reader"
    submodules = {path.stem for path in package.glob("*.py")}
    submodules |= {path.parent.name for path in package.glob("*/__init__.py")}
    assert "quote_versions" in submodules
    assert not submodules & set(reader.__all__)


def test_no_exported_name_loads_the_screen() -> None:
    loaded = modules_loaded_by("from reader import *")
    assert "reader" in loaded
    assert not {"textual", "rich"} & loaded


def test_checking_quotations_loads_neither_the_screen_nor_numpy() -> None:
    code = "from reader import check_quote; check_quote('We agreed.', ['He said: “We agreed.”'])"
    assert not {"textual", "rich", "numpy"} & modules_loaded_by(code)


# Types


def test_the_package_says_that_it_is_typed() -> None:
    assert (PROJECT / "reader" / "py.typed").is_file()
    assert 'test -f "$work/wheel/reader/py.typed"' in (PROJECT / ".ci" / "run").read_text("utf-8")


@pytest.mark.slow
def test_a_client_program_passes_a_strict_type_check_and_runs(tmp_path: Path) -> None:
    program = tmp_path / "client.py"
    files = f"FILE, OTHER = {str(SEEDS[0])!r}, {str(SEEDS[1])!r}\n"
    program.write_text(CLIENT.replace("\n\n\ndef", f"\n\n{files}\n\ndef", 1), "utf-8")
    checked = type_check(program)
    assert checked.returncode == 0, checked.stdout
    done = run_program(program)
    assert done.returncode == 0, done.stderr
    assert "no such file" in done.stdout


@pytest.mark.slow
def test_a_wrong_client_program_fails_a_strict_type_check(tmp_path: Path) -> None:
    program = tmp_path / "client.py"
    program.write_text(
        "import reader\n"
        "from reader import open_articles\n"
        "articles: list[int] = open_articles('a.txt')\n"
        "reader.open_article('a.txt')\n"
        "open_articles(3)\n",
        "utf-8",
    )
    done = type_check(program)
    found = [int(line) for line in re.findall(r"client\.py:(\d+): error", done.stdout)]
    assert found == [3, 4, 5], done.stdout


def test_every_type_that_a_public_value_gives_is_public() -> None:
    public = {name: getattr(reader, name) for name in reader.__all__ if name != "__version__"}
    given: set[str] = set()
    for value in public.values():
        given.update(types_given(value))
    package = {
        name
        for path in (PROJECT / "reader").rglob("*.py")
        if "app" not in path.parts
        for name in re.findall(r"^class ([A-Z]\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    assert {"ArticleQuotes", "QuoteWord", "Strength"} <= given
    # What the cache of links stores and the panes read; no part of the public interface.
    assert given & package - set(public) == {"Findings", "LinkTable"}


def types_given(value: object) -> Iterator[str]:
    """The names in the type hints of a function, and of what fields and methods give."""
    kinds = value.__mro__ if isinstance(value, type) else ()
    own = [kind for kind in kinds if kind.__module__.startswith("reader.")]
    members = [each for kind in own for each in vars(kind).values()] if kinds else [value]
    hints = list(vars(value).get("__annotations__", {}).items())
    for member in members:
        getter = member.fget if isinstance(member, property) else member
        if inspect.isfunction(getter) and not getter.__name__.startswith("_"):
            given = getter.__annotations__.items()
            hints += [(n, h) for n, h in given if n == "return" or not isinstance(value, type)]
    for name, hint in hints:
        if not name.startswith("_"):
            yield from re.findall(r"\w+", str(hint))


# Values


def test_articles_may_be_given_one_by_one(seeds: tuple[Article, ...], coverage: Coverage) -> None:
    found = compare(article for article in seeds)
    assert found.articles == seeds
    assert list(found.links()) == list(coverage.links())
    assert shared_quotes(iter(seeds)) == shared_quotes(seeds)
    sentences = [["The minister opened a bridge in Riga."]] * 2
    assert list(link_sentences(iter(sentences))) == list(link_sentences(sentences))


def test_equal_values_have_one_hash(coverage: Coverage) -> None:
    link = next(coverage.links())
    again = compare(coverage.articles)
    draft = "He said: “I think it is important to underscore the price of these talks.”"
    checks = check_quotes(draft, coverage.articles)
    assert any(check.edits for check in checks)
    values = [link, coverage.moments[0], coverage.evidence(link), *coverage.shared_quotes, *checks]
    others = [
        *(next(again.links()), again.moments[0], again.evidence(next(again.links()))),
        *again.shared_quotes,
        *check_quotes(draft, again.articles),
    ]
    assert values == others
    assert set(values) == set(others)


@pytest.mark.parametrize("duplicate", [copy, deepcopy, lambda value: loads(dumps(value))])
def test_a_coverage_that_was_asked_for_evidence_can_be_copied_and_pickled(
    coverage: Coverage, duplicate: Callable[[Coverage], Coverage]
) -> None:
    link = next(coverage.links())
    evidence, shared = coverage.evidence(link), coverage.shared_quotes
    found = duplicate(coverage)
    assert found.articles == coverage.articles
    assert list(found.links()) == list(coverage.links())
    assert (found.evidence(link), found.shared_quotes) == (evidence, shared)


# Opening


@pytest.mark.parametrize("kind", [str, Path])
def test_one_name_alone_opens_that_file(kind: type[str] | type[Path]) -> None:
    (article,) = open_articles(kind(SEEDS[0]))
    assert article.name == SEEDS[0].stem
    assert open_articles(str(path) for path in SEEDS[:1]) == (article,)


def test_a_name_alone_is_never_read_letter_by_letter() -> None:
    with pytest.raises(SourceError, match=r"no-such-file\.txt"):
        open_articles("no-such-file.txt")
    problems: list[SourceError] = []
    with pytest.raises(NothingToReadError):
        open_articles("no-such-file.txt", on_problem=problems.append)
    assert len(problems) == 1


# Quotes


def test_quotes_are_found_in_an_article_as_in_its_text(seeds: tuple[Article, ...]) -> None:
    text = "\n".join(paragraph.text for paragraph in seeds[0].paragraphs)
    quotes = find_quotes(seeds[0])
    assert quotes
    assert quotes == find_quotes(text)
    assert [quote.text for quote in quotes] == [text[quote.start : quote.end] for quote in quotes]


def test_a_quotation_alone_is_checked_like_one_of_a_draft() -> None:
    source = "“We reached an agreement on Monday,” the minister, Ann Smith, told reporters."
    assert check_quote("We reached an agreement on Monday", source).verdict is Verdict.EXACT
    assert check_quote("“We reached an accord on Monday”", [source]).verdict is Verdict.CHANGED
    other = check_quote("We reached an agreement on Monday", source, speaker="Bob Jones")
    assert other.verdict is Verdict.OTHER_SPEAKER
    assert check_quote("Nothing of the kind was said", source).verdict is Verdict.NOT_FOUND
    (of_draft,) = check_quotes("“We reached an accord on Monday,” Smith said.", source)
    assert of_draft.verdict is Verdict.CHANGED


def test_a_quotation_needs_a_word() -> None:
    with pytest.raises(ValueError, match="no word"):
        check_quote("“…”", "He said: “We agreed.”")


def test_sources_that_are_prepared_give_the_same_answers_in_many_threads(
    seeds: tuple[Article, ...], shared: tuple[SharedQuote, ...]
) -> None:
    questions = [version.text for quote in shared for version in quote.versions] * 5
    sources = QuoteSources(seeds)
    expected = [check_quote(question, seeds[:]) for question in questions[: len(questions) // 5]]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(sources.check_quote, questions))
    assert found == expected * 5
    assert {check.verdict for check in found} >= {Verdict.EXACT}


def test_sentences_are_linked() -> None:
    document = ["The minister opened the new bridge in Riga on Tuesday.", "It rained in Oslo."]
    links = list(link_sentences([document, document[:1]]))
    assert [link[:4] for link in links if link[4] > 0.5] == [(0, 0, 1, 0)]


# Representations


def test_representations_name_what_a_value_is_in_one_short_line(
    coverage: Coverage, shared: tuple[SharedQuote, ...]
) -> None:
    levels = [link.level for link in coverage.links()]
    same, probably, related = map(levels.count, (Level.SAME, Level.PROBABLY, Level.RELATED))
    assert min(same, probably, related) > 10
    counts = f"{same} same, {probably} probably the same, {related} related"
    assert repr(coverage) == f"<Coverage of 5 articles; links: {counts}>"
    article = coverage.articles[0]
    quote = next(quote for quote in find_quotes(article) if quote.speaker and quote.cue)
    sources = QuoteSources("He said: “We agreed on Monday.”")
    values = [
        article,
        article.paragraphs[1],
        next(coverage.links()),
        next(coverage.links()).here,
        coverage.moments[0],
        coverage.evidence(next(coverage.links())),
        quote,
        quote.speaker,
        quote.cue,
        shared[0],
        shared[0].base,
        sources,
        check_quote("We agreed", sources),
    ]
    shown = [repr(value) for value in values]
    assert all(
        text.startswith(f"<{type(value).__name__}") and len(text) < 240 and "\n" not in text
        for text, value in zip(shown, values, strict=True)
    ), shown
    assert shown[0].startswith("<Article 000_11cd6da2f50c277f, 15 paragraphs: 'Secretary of State")
    assert shown[-2:] == ["<QuoteSources, 1 text>", "<QuoteCheck, trimmed: 'We agreed'>"]


def test_a_representation_is_safe_to_print() -> None:
    (quote,) = find_quotes("He said: “\x1b[31mWe agreed\x1b[0m on it.”")
    assert "\x1b" not in repr(quote)


# The examples of the documentation


# That of the archive needs one: `tests/archive` runs it.
EXAMPLES = [
    pytest.param(example, id=f"{page.stem}-{number}")
    for page in PAGES
    if page.stem != "archive"
    for number, example in enumerate(
        re.findall(r"```python\n(.+?)```", page.read_text("utf-8"), re.DOTALL), start=1
    )
]


def test_the_documentation_has_examples() -> None:
    assert len(EXAMPLES) >= 3
    used = {
        name
        for example in EXAMPLES
        for name in re.findall(r"from reader import (.+)", str(example.values[0]))
    }
    names = {name for listed in used for name in listed.split(", ")}
    assert {"check_quote", "compare", "find_quotes", "open_articles", "shared_quotes"} <= names


@pytest.mark.slow
@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_of_the_documentation_prints_words(tmp_path: Path, example: str) -> None:
    names = ("herald.txt", "courier.md", "draft.md", "hearing.txt")
    for name, seed in zip(names, SEEDS, strict=False):
        shutil.copy(seed, tmp_path / name)
    program = tmp_path / "example.py"
    program.write_text(example, "utf-8")
    checked = type_check(program)
    assert checked.returncode == 0, checked.stdout
    done = run_program(program)
    assert done.returncode == 0, done.stderr
    assert re.search(r"[a-z]+ [a-z]+ [a-z]+", done.stdout)
    assert "Place(" not in done.stdout


def run_program(program: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(program)],
        cwd=program.parent,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def type_check(program: Path) -> subprocess.CompletedProcess[str]:
    """Check a program strictly, with no settings but these."""
    return subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", program.name],
        cwd=program.parent,
        check=False,
        capture_output=True,
        text=True,
    )


def modules_loaded_by(code: str) -> set[str]:
    """The roots of the modules that a new process has loaded after running `code`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )
    return {name.partition(".")[0] for name in done.stdout.split()}
