"""What every peer is asked: the same list, the same queries, the same pairs as the engine."""

import csv
import json
import os
import re
import sys
import time

csv.field_size_limit(1 << 20)

PAIRS = os.environ["MUSTER_BENCH_PAIRS"]
LISTS = os.environ["MUSTER_BENCH_LISTS"]
HALF = os.environ.get("MUSTER_BENCH_HALF", "dev")
EACH = int(os.environ.get("MUSTER_BENCH_EACH", "100"))

MONTHS = {name: at for at, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}
NOTHING = "-0-"


def say(name, **figures):
    """One figure, as the engine's own bench says it."""
    print(json.dumps({"name": name, **figures}), flush=True)


def rows(name):
    """The rows of a set, without quoting."""
    path = os.path.join(PAIRS, f"{name}.{HALF}.tsv")
    with open(path, encoding="utf-8", newline="") as table:
        yield from csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)


def every(all_rows, sample):
    """About so many rows, evenly spread: the same rows as the engine's bench takes."""
    all_rows = list(all_rows)
    return all_rows[:: max(1, -(-len(all_rows) // sample))]


def queries():
    """Set, identifier of the entry that is meant or nothing, name."""
    listed = [row for row in rows("ssb_sdn_variants") if row["match"] == "1"]
    for row in every(listed, EACH):
        yield "listed", row["group"].removeprefix("ofac-"), row["query"]
    for kind, name in (("global", "queries_negative_global"), ("us", "queries_negative_us")):
        for row in every(rows(name), EACH):
            yield kind, None, row["name"]


def born(remarks):
    """Dates of birth from the remarks of OFAC's table."""
    for text in re.findall(r"DOB ([^;.]+)", remarks):
        parts = text.replace("circa", "").split()
        if parts and re.fullmatch(r"\d{4}", parts[-1]):
            month = MONTHS.get(parts[-2]) if len(parts) > 1 else None
            day = parts[-3] if len(parts) > 2 and parts[-3].isdigit() else None
            yield parts[-1] + (f"-{month:02}" if month else "") + (f"-{int(day):02}" if month and day else "")


def entries():
    """OFAC's list: identifier, kind, names, dates of birth."""
    folder = os.path.join(LISTS, "us_ofac_sdn")
    found = {}
    with open(os.path.join(folder, "sdn-2024-07-02.csv"), encoding="utf-8", errors="replace", newline="") as table:
        for row in csv.reader(table):
            if len(row) >= 12:
                found[row[0]] = (row[0], row[2].strip(), [row[1]], list(born(row[11])))
    with open(os.path.join(folder, "alt-2025-01.csv"), encoding="utf-8", errors="replace", newline="") as table:
        for row in csv.reader(table):
            if len(row) >= 4 and row[0] in found and row[3].strip() != NOTHING:
                found[row[0]][2].append(row[3])
    return list(found.values())


def quality(peer, answers):
    """Recall of listed people and alerts on unlisted ones."""
    for kind, name in (("listed", "recall"), ("global", "alerts.global"), ("us", "alerts.us")):
        mine = [alert for of, alert in answers if of == kind]
        say(f"peers.{peer}.{name}", count=len(mine), share=sum(mine) / max(1, len(mine)))


def busy():
    """Processor time of this process, all threads."""
    return time.process_time()


def note(text):
    """A remark for people."""
    print(text, file=sys.stderr, flush=True)
