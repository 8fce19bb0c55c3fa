"""rapidfuzz: every name of the list compared by Jaro-Winkler, words sorted."""

from common import busy, entries, quality, queries, say
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.utils import default_process

THRESHOLD = 0.90


def plain(name):
    return " ".join(sorted(default_process(name).split()))


def main():
    began = busy()
    owners, names = [], []
    for identifier, _, aliases, _ in entries():
        for alias in aliases:
            owners.append(identifier)
            names.append(plain(alias))
    say("peers.jaro_winkler.load", count=1, cpu_seconds=busy() - began)

    asked = list(queries())
    began = busy()
    answers = []
    for kind, meant, name in asked:
        found = process.extract(
            plain(name), names, scorer=JaroWinkler.similarity, score_cutoff=THRESHOLD, limit=None
        )
        hits = {owners[at] for _, _, at in found}
        answers.append((kind, meant in hits if meant else bool(hits)))
    say("peers.jaro_winkler.screenings", count=len(asked), cpu_seconds=busy() - began)
    quality("jaro_winkler", answers)


if __name__ == "__main__":
    main()
