"""How well an archive answers: events, quotations, copy, beside plainer ways in the same run.

    python tests/benchmarks/archive_asking.py FOLDER [PART …] [--others N] [--planted N]

FOLDER gets two archives, which are added to where they are not whole. `labelled`: the 574 articles
of the labelled events among N others (100,000) in their words (`archive_corpus.imitate`).
`planted`: N articles (100,000) of `archive_corpus.generate`. Parts: events, groups, quotes, copy,
speed; all if none is named.

Dates of the labelled articles are assigned: an event begins on a day drawn from 100 and its
articles are of the three days from there; of every second pair of look-alike events both begin on
one day. The dates of the others are spread evenly over the same 100 days. The linker's weights are
those fitted without the fold of the article that is asked about.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from statistics import mean
from typing import Any
from unittest.mock import patch

import archive_corpus
from fit_linking import FOLDS, fit_event
from linking_data import LABELLED

from reader.archive import event_groups, similar_articles
from reader.archive.archive import Archive
from reader.archive.archive_events import EventSearch
from reader.archive.article_dates import find_article_date
from reader.archive.article_terms import (
    QUERY_TERMS,
    WeightedTerm,
    read_article_terms,
    weigh_terms,
)
from reader.archive.copy_search import find_copy
from reader.archive.date_windows import DAYS_AROUND, DateWindow
from reader.archive.event_groups import find_components
from reader.archive.quote_search import find_quote
from reader.archive.utterance_words import choose_rarest, read_stems
from reader.articles import Article
from reader.linking.score_model import Weights, load_weights
from reader.text.words import split_words

DAYS = 100
QUOTATIONS = 250
"""Of each alteration."""
COPIES = 500
GROUPED_DAYS = 30
"""The events of so many days are grouped."""
_RUN = 3
"""Words in a row."""
_CONTAINED = 60
"""Words of a wire text that two articles share, from which one must be found by the other."""


@cache
def labelled() -> list[dict[str, Any]]:
    """The labelled articles."""
    with LABELLED.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@cache
def same_event_weights(fold: int) -> tuple[float, float]:
    """What the linker weighs in articles, fitted without a fold."""
    return fit_event([other for other in FOLDS if other != fold])


def assign_dates() -> dict[str, date]:
    """Return the dates of the labelled articles."""
    rng = Random("dates")
    starts: dict[str, int] = {}
    topics = sorted({each["topic"] for each in labelled()})
    for number, topic in enumerate(topics):
        events = sorted({each["subtopic"] for each in labelled() if each["topic"] == topic})
        first = rng.randrange(DAYS - 5)
        for event in events:
            starts[event] = first if number % 2 == 0 else rng.randrange(DAYS - 5)
    return {
        each["doc"]: archive_corpus.FIRST_DAY
        + timedelta(starts[each["subtopic"]] + rng.randrange(3))
        for each in labelled()
    }


def write_labelled(path: Path, others: int) -> None:
    """Write the labelled articles and others in their words."""
    dates = assign_dates()
    with path.open("w", encoding="utf-8") as file:
        for each in labelled():
            title, *text = each["sentences"]
            record = {
                "title": title,
                "text": "\n\n".join(text or [title]),
                "domain": "labelled.example",
                "date": dates[each["doc"]].isoformat(),
                "url": f"https://labelled.example/{each['doc']}",
            }
            file.write(json.dumps(record) + "\n")
        sentences = (sentence for each in labelled() for sentence in each["sentences"])
        for article in archive_corpus.imitate(sentences, others, DAYS):
            file.write(json.dumps(article.to_record()) + "\n")


def open_labelled(folder: Path, others: int) -> Archive:
    """Return the archive of labelled articles, made where it is not whole."""
    records = folder / f"labelled-{others}.jsonl"
    if not records.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_labelled(records, others)
    return fill_archive(folder / f"labelled-{others}", records)


def fill_archive(path: Path, records: Path) -> Archive:
    """Return an archive of some records; a file beside it says that it is whole."""
    archive, whole = Archive.open(path), path.with_suffix(".whole")
    if not whole.exists():
        archive.add(records, on_problem=lambda problem: print(problem.message))
        whole.touch()
    return archive


def open_planted(folder: Path, planted: int) -> tuple[Archive, dict[int, dict[str, Any]]]:
    """Return the planted archive, made where it is not whole, and the truth by article number."""
    corpus = folder / f"corpus-{planted}"
    if not (corpus / "truth.jsonl").exists():
        archive_corpus.write_corpus(planted, corpus)
    archive = fill_archive(folder / f"planted-{planted}", corpus / "articles.jsonl")
    with (corpus / "truth.jsonl").open(encoding="utf-8") as file:
        truth = [json.loads(line) for line in file]
    rows = archive.store.query("SELECT id, address FROM articles")
    return archive, {number: truth[int(address.rsplit("/", 1)[1])] for number, address in rows}


class LabelledArchive:
    """An archive with the labelled articles, and what is right about them."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        rows = archive.store.query(
            "SELECT id, address FROM articles WHERE address LIKE 'https://labelled.example/%'"
        )
        by_doc = {each["doc"]: each for each in labelled()}
        self.label_of = {number: by_doc[address.rsplit("/", 1)[1]] for number, address in rows}

    def others_on_event(self, number: int) -> set[int]:
        """Return the other articles on the event of an article."""
        event = self.label_of[number]["subtopic"]
        return {
            other
            for other, label in self.label_of.items()
            if label["subtopic"] == event and other != number
        }


def rank_by_terms(
    archive: Archive, article: Article, terms: Sequence[tuple[str, float]], with_dates: bool
) -> list[int]:
    """Return the numbers of the articles that BM25 ranks first."""
    window = DateWindow(find_article_date(article), DAYS_AROUND if with_dates else None)
    left_in = window.to_filter("en")
    return [hit.article_id for hit in archive.indexes.articles.search(terms, 51, left_in)]


def measure_events(folder: Path, others: int) -> None:
    """Print recall@20 and R-precision of ways to find the articles on one event."""
    ready = LabelledArchive(open_labelled(folder, others))
    archive = ready.archive
    index = archive.indexes.articles

    def weigh(article: Article, limit: int) -> list[WeightedTerm]:
        terms = read_article_terms(article)
        return weigh_terms(terms, index.document_frequency, index.document_count, limit)

    ways: dict[str, Callable[[Article, bool], list[int]]] = {
        "all terms": lambda article, dates: rank_by_terms(
            archive, article, [(each.term, 1.0) for each in weigh(article, 10_000)], dates
        ),
        "12 terms": lambda article, dates: rank_by_terms(
            archive, article, [(each.term, 1.0) for each in weigh(article, 12)], dates
        ),
        f"{QUERY_TERMS} weighted terms": lambda article, dates: rank_by_terms(
            archive,
            article,
            [(each.term, each.frequency_weight) for each in weigh(article, QUERY_TERMS)],
            dates,
        ),
    }
    print(f"events: {len(ready.label_of)} articles among {len(archive):,}")
    for with_dates in (True, False):
        dated = f"within {DAYS_AROUND} days" if with_dates else "without dates"
        for name, way in ways.items():
            _print_ranking(f"{name}, {dated}", ready, lambda n, a: way(a, with_dates))  # noqa: B023
        _print_ranking(
            f"reranked by the linker, {dated}",
            ready,
            lambda number, article: _rank_by_linker(ready, number, article, with_dates),  # noqa: B023
        )


def _rank_by_linker(
    ready: LabelledArchive, number: int, article: Article, with_dates: bool
) -> list[int]:
    weights = same_event_weights(ready.label_of[number]["fold"])
    rate = similar_articles.rate_same_event
    with patch.object(similar_articles, "rate_same_event", lambda some: rate(some, weights)):
        found = ready.archive.similar(
            article, days=DAYS_AROUND if with_dates else None, top=similar_articles.CANDIDATES
        )
    for each in found.found:
        _said[with_dates].append(
            (each.probability, each.stored.id in ready.others_on_event(number))
        )
    return [each.stored.id for each in found.found]


_said: dict[bool, list[tuple[float, bool]]] = defaultdict(list)


def _print_ranking(
    name: str, ready: LabelledArchive, rank: Callable[[int, Article], list[int]]
) -> None:
    recalls, precisions = [], []
    for number in ready.label_of:
        right = ready.others_on_event(number)
        ranked = [each for each in rank(number, ready.archive.article(number)) if each != number]
        recalls.append(len(right & set(ranked[:20])) / min(20, len(right)))
        precisions.append(len(right & set(ranked[: len(right)])) / len(right))
    print(f"  {name:42} recall@20 {mean(recalls):.3f}  R-precision {mean(precisions):.3f}")
    if name.startswith("reranked"):
        said = _said["within" in name]
        for low, high in ((0.0, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 1.01)):
            some = [is_right for probability, is_right in said if low <= probability < high]
            if some:
                print(f"    said {low:.1f} to {high:.1f}: right {mean(some):.2f} of {len(some)}")


def measure_groups(folder: Path, others: int) -> None:
    """Print the B-cubed F of the events of some days, beside single link."""
    ready = LabelledArchive(open_labelled(folder, others))
    store = ready.archive.store
    until = archive_corpus.FIRST_DAY + timedelta(GROUPED_DAYS)
    stored = list(store.iterate(since=archive_corpus.FIRST_DAY, until=until))
    search = EventSearch(store, ready.archive.indexes, stored)
    search.read(None, lambda: False)
    print(f"groups: {GROUPED_DAYS} days, {len(stored):,} articles")
    for least in (0.2, 0.3, 0.4):
        groups = find_components(len(stored), search.edges, least)
        _print_b_cubed(f"single link, cosine {least}", ready, search, lambda _: groups)  # noqa: B023
    with patch.object(event_groups, "FEWEST_SPLIT", 10**9):
        averaged = list(search.group())
    _print_b_cubed("average linkage", ready, search, lambda _: averaged)

    @cache
    def split(fold: int) -> list[list[int]]:
        weights = _with_same_event(same_event_weights(fold))
        with patch.object(event_groups, "load_weights", lambda: weights):
            return list(search.group())

    _print_b_cubed("average linkage, split by the linker", ready, search, split)


def _with_same_event(same_event: tuple[float, float]) -> Weights:
    usual = load_weights()
    return Weights(usual.weights, usual.offset, usual.slope, usual.shift, same_event)


def _print_b_cubed(
    name: str,
    ready: LabelledArchive,
    search: EventSearch,
    groups_of_fold: Callable[[int], Sequence[Sequence[int]]],
) -> None:
    numbers = [each.id for each in search.stored]
    there = {number for number in numbers if number in ready.label_of}
    precisions, recalls = [], []
    for fold in FOLDS:
        group_of = {
            numbers[member]: [numbers[one] for one in group]
            for group in groups_of_fold(fold)
            for member in group
        }
        for number in there:
            if ready.label_of[number]["fold"] != fold:
                continue
            group = group_of.get(number, [number])
            right = (ready.others_on_event(number) & there) | {number}
            shared = len(right.intersection(group))
            precisions.append(shared / len(group))
            recalls.append(shared / len(right))
    precision, recall = mean(precisions), mean(recalls)
    score = 2 * precision * recall / (precision + recall)
    print(f"  {name:42} B-cubed F {score:.3f}  P {precision:.3f}  R {recall:.3f}")


def measure_quotes(folder: Path, planted: int) -> None:
    """Print the recall@10 of altered quotations, beside all words and a phrase with slop 8."""
    archive, truth = open_planted(folder, planted)
    holders: dict[int, set[int]] = defaultdict(set)
    for number, facts in truth.items():
        for utterance, _ in facts["utterances"]:
            holders[utterance].add(number)
    rng = Random("quotations")
    asked = rng.sample(sorted(holders), min(QUOTATIONS, len(holders)))
    phrases = PhraseIndex(archive, truth)
    ways: dict[str, Callable[[str], list[int]]] = {
        "phrase, slop 8": phrases.search,
        "all stems": lambda text: _search_stems(archive, text, None),
        "12 rarest stems": lambda text: _search_stems(archive, text, 12),
        "reader": lambda text: _find_versions(archive, text),
    }
    print(f"quotes: {len(asked)} of {len(holders):,} utterances in {len(archive):,} articles")
    for kind in archive_corpus.ALTERATIONS:
        texts = [
            " ".join(archive_corpus.alter(rng, archive_corpus.utterance_words(each), kind))
            for each in asked
        ]
        reachable = [
            _reachable(archive, text, archive_corpus.utterance_words(each), holders[each])
            for each, text in zip(asked, texts, strict=True)
        ]
        for name, way in ways.items():
            results = [set(way(text)[:10]) for text in texts]
            of_all = [
                len(holders[each] & found) / min(10, len(holders[each]))
                for each, found in zip(asked, results, strict=True)
            ]
            of_reachable = [
                len(right & found) / min(10, len(right))
                for right, found in zip(reachable, results, strict=True)
                if right
            ]
            print(
                f"  {kind:28} {name:18} recall@10 {mean(of_reachable):.3f}, "
                f"of all holders {mean(of_all):.3f}"
            )
        print(f"    {sum(map(bool, reachable))} can be found by words that both have")


def _reachable(
    archive: Archive, asked: str, utterance: Sequence[str], holders: set[int]
) -> set[int]:
    """Return the articles whose version has a run of words with what is asked, or with another.

    Of an utterance of which one article printed the first half alone, nobody can find it by the
    second half.
    """
    runs = {
        number: _shared_runs(utterance, _join_words(archive.article(number))) for number in holders
    }
    known = _shared_runs(utterance, f" {' '.join(split_words(asked.lower()))} ")
    found: set[int] = set()
    while more := {number for number in holders - found if runs[number] & known}:
        found |= more
        known = known.union(*(runs[number] for number in more))
    return found


def _join_words(article: Article) -> str:
    words = (word for each in article.paragraphs for word in split_words(each.text.lower()))
    return f" {' '.join(words)} "


def _shared_runs(utterance: Sequence[str], text: str) -> frozenset[int]:
    """Return where in an utterance the runs of `_RUN` words begin that a text has."""
    return frozenset(
        at
        for at in range(len(utterance) - _RUN + 1)
        if f" {' '.join(utterance[at : at + _RUN])} " in text
    )


def _search_stems(archive: Archive, text: str, limit: int | None) -> list[int]:
    index = archive.indexes.quotes
    stems = read_stems(text, "en")
    chosen = choose_rarest(stems, index.document_frequency, limit or len(stems))
    return list(
        dict.fromkeys(hit.article_id for hit in index.search([(s, 1.0) for s in chosen], 50))
    )


def _find_versions(archive: Archive, text: str) -> list[int]:
    found = find_quote(text, archive.store, archive.indexes, language="en")
    ranked = sorted(found.versions, key=lambda each: -each.version.certainty)
    return list(dict.fromkeys(each.stored.id for each in (*ranked, *found.alike)))


class PhraseIndex:
    """The utterances of the planted articles with the positions of their words, in memory."""

    def __init__(self, archive: Archive, truth: dict[int, dict[str, Any]]) -> None:
        import tantivy

        self._tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("id", stored=True)
        builder.add_text_field("words", tokenizer_name="whitespace", index_option="position")
        self._schema = builder.build()
        self._index = tantivy.Index(self._schema)
        writer = self._index.writer(100_000_000, 1)
        for number, words in _all_utterances(archive, truth):
            document = tantivy.Document()
            document.add_unsigned("id", number)
            document.add_text("words", words)
            writer.add_document(document)
        writer.commit()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, text: str) -> list[int]:
        """Return the articles with a phrase."""
        stems: list[Any] = list(read_stems(text, "en"))
        query = self._tantivy.Query.phrase_query(self._schema, "words", stems, slop=8)
        hits = self._searcher.search(query, 10).hits
        return [self._searcher.doc(address)["id"][0] for _, address in hits]


def _all_utterances(
    archive: Archive, truth: dict[int, dict[str, Any]]
) -> Iterator[tuple[int, str]]:
    from reader.archive.utterance_words import read_utterances

    numbers = [number for number, facts in truth.items() if facts["utterances"]]
    for first in range(0, len(numbers), 500):
        for number, article in archive.store.read_articles(numbers[first : first + 500]).items():
            for utterance in read_utterances(article):
                yield number, " ".join(utterance.stems)


def measure_copy(folder: Path, planted: int) -> None:
    """Print how many articles with a long passage of the same wire text are found."""
    archive, truth = open_planted(folder, planted)
    passages: dict[int, dict[int, tuple[int, int]]] = defaultdict(dict)
    for number, facts in truth.items():
        if facts["wire"]:
            wire, first, last = facts["wire"]
            passages[wire][number] = (first, last)
    pairs = [
        (one, other)
        for printed in passages.values()
        for one, here in printed.items()
        for other, there in printed.items()
        if one != other and min(here[1], there[1]) - max(here[0], there[0]) >= _CONTAINED
    ]
    holders = sorted({one for one, _ in pairs})
    asked = Random("copy").sample(holders, min(COPIES, len(holders)))
    right: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        right[one].add(other)
    recalls: list[float] = []
    kinds: Counter[str] = Counter()
    for number in asked:
        found = {
            hit.stored.id
            for hit in find_copy(archive.article(number), archive.store, archive.indexes, top=50)
        }
        recalls.append(len(right[number] & found) / len(right[number]))
        event = truth[number]["event"]
        kinds.update("same event" if truth[each]["event"] == event else "other" for each in found)
    print(f"copy: {len(asked)} articles in {len(archive):,}")
    print(f"  recall {mean(recalls):.3f}; found: {dict(kinds)}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("parts", nargs="*", default=["events", "groups", "quotes", "copy"])
    parser.add_argument("--others", type=int, default=100_000)
    parser.add_argument("--planted", type=int, default=100_000)
    options = parser.parse_args()
    parts: dict[str, Callable[[], None]] = {
        "events": lambda: measure_events(options.folder, options.others),
        "groups": lambda: measure_groups(options.folder, options.others),
        "quotes": lambda: measure_quotes(options.folder, options.planted),
        "copy": lambda: measure_copy(options.folder, options.planted),
    }
    for part in options.parts:
        parts[part]()


if __name__ == "__main__":
    main()
