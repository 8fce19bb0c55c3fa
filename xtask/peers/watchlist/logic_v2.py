"""nomenklatura: candidates by its blocker's index, then logic-v2, at its own threshold."""

import tempfile
from pathlib import Path

from common import busy, entries, note, quality, queries, rows, say
from followthemoney import Dataset, StatementEntity
from nomenklatura.blocker.index import Index
from nomenklatura.matching import get_algorithm
from nomenklatura.resolver import Linker
from nomenklatura.store.memory import MemoryStore

THRESHOLD = 0.7
# OFAC does not say what an entry without a kind is; a legal entity may be a person.
SCHEMATA = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}

dataset = Dataset.make({"name": "bench", "title": "bench"})
logic = get_algorithm("logic-v2")
config = logic.default_config()


def entity(identifier, schema, **properties):
    data = {"id": identifier, "schema": schema, "properties": properties, "datasets": ["bench"]}
    return StatementEntity.from_data(dataset, data, cleaned=False)


def screen(folder):
    began = busy()
    store = MemoryStore(dataset, Linker({}))
    with store.writer() as writer:
        for identifier, kind, names, born in entries():
            schema = SCHEMATA.get(kind, "LegalEntity")
            more = {"birthDate": born} if schema == "Person" else {}
            writer.add_entity(entity(f"ofac-{identifier}", schema, name=names, **more))
    view = store.default_view()
    index = Index(view, Path(folder))
    index.build()
    say("peers.logic_v2.load", count=1, cpu_seconds=busy() - began)

    asked = [(kind, meant, entity(f"q-{at}", "Person", name=[name])) for at, (kind, meant, name) in enumerate(queries())]
    # The first comparison loads the corpus of names: that belongs to the start, not to a query.
    logic.compare(asked[0][2], asked[1][2], config)
    began = busy()
    candidates = {str(query): found for query, found in index.match_entities(query for _, _, query in asked)}
    answers = []
    for kind, meant, query in asked:
        hits = set()
        for identifier, _ in candidates.get(query.id, []):
            listed = view.get_entity(str(identifier))
            if listed is not None and logic.compare(query, listed, config).score >= THRESHOLD:
                hits.add(listed.id)
        answers.append((kind, f"ofac-{meant}" in hits if meant else bool(hits)))
    say("peers.logic_v2.screenings", count=len(asked), cpu_seconds=busy() - began)
    quality("logic_v2", answers)


def pairs():
    # Names are remembered by an entity's identifier, so every one needs its own.
    def side(at, row, letter, name):
        split = lambda column: [value for value in (row[column] or "").split(" | ") if value]
        found = {"name": split(name), "birthDate": split(f"{letter}_dob")}
        found["country"] = split(f"{letter}_country")
        found["idNumber"] = split(f"{letter}_ids")
        return entity(f"{letter}-{at}", row["schema"], **found)

    for name in ("os_pairs_person", "os_pairs_org"):
        hits = misses = false = clears = 0
        began = busy()
        for at, row in enumerate(rows(name)):
            query, listed = side(f"{name}-{at}", row, "q", "query"), side(f"{name}-{at}", row, "c", "candidate")
            alert = logic.compare(query, listed, config).score >= THRESHOLD
            same = row["match"] == "1"
            hits += same and alert
            misses += same and not alert
            false += alert and not same
            clears += not same and not alert
        count = hits + misses + false + clears
        say(f"peers.logic_v2.{name}.f1", count=count, share=2 * hits / max(1, 2 * hits + misses + false))
        say(f"peers.logic_v2.{name}.false_rate", count=false + clears, share=false / max(1, false + clears))
        say(f"peers.logic_v2.{name}.compared", count=count, cpu_seconds=busy() - began)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        note("nomenklatura: indexing the list, which takes a minute")
        screen(folder)
    pairs()
