"""Quotes and speakers in other languages, on the made-up sentences of tests/quotes/languages.

python tests/benchmarks/quotes_languages.py [--half odd|even] [--wrong] [LANGUAGE …]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.quotes.labelled_sentences import LANGUAGES, find_faults, read_sentences


def main() -> None:
    """Print how many sentences are right, by language and half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--half", choices=["odd", "even"])
    parser.add_argument("--wrong", action="store_true", help="print the sentences that are wrong")
    options = parser.parse_args()
    print("language  odd half  even half  all")
    for language in options.languages:
        sentences = read_sentences(language)
        faults = [find_faults(sentence) for sentence in sentences]
        right = [not fault for fault in faults]
        odd, even = right[::2], right[1::2]
        print(
            f"{language:9} {sum(odd):3}/{len(odd):<5} {sum(even):3}/{len(even):<5} "
            f"{sum(right) / len(right):.3f}"
        )
        if options.wrong:
            for number, (sentence, fault) in enumerate(zip(sentences, faults, strict=True), 1):
                is_chosen = options.half is None or (options.half == "odd") == (number % 2 == 1)
                if fault and is_chosen:
                    print(f"  {number:2} {sentence.text}\n     {fault}")


if __name__ == "__main__":
    main()
