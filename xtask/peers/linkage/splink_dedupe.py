"""Splink on the sets of the linkage bench: unsupervised, in the configuration its own notebooks use for them."""

import csv
import json
import os
import time

import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

FOLDER = os.environ["MUSTER_BENCH_LINKAGE"]

# Of each set: comparisons, rules that put records together, the rules u and m are trained on.
SETS = {
    "febrl3": (
        [
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
        ],
        ["given_name", "surname", "soc_sec_id", "date_of_birth", "postcode"],
        ["date_of_birth", "postcode"],
    ),
    "fake_1000": (
        [
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        ["first_name", "surname", "dob", "email"],
        ["dob", "surname"],
    ),
}


def say(name, **figures):
    """One figure, as the engine's own bench says it."""
    print(json.dumps({"name": name, **figures}), flush=True)


def table(name):
    with open(os.path.join(FOLDER, f"{name}.csv"), encoding="utf-8", newline="") as rows:
        rows = list(csv.DictReader(rows))
    return [{name: cell.strip() or None for name, cell in row.items()} for row in rows]


def judge(name, truth, predictions):
    """Best F1 and recall at precision, against all true pairs."""
    pairs = sorted(((p, truth[a] == truth[b]) for a, b, p in predictions), reverse=True)
    entities = {}
    for entity in truth.values():
        entities[entity] = entities.get(entity, 0) + 1
    all_true = sum(count * (count - 1) // 2 for count in entities.values())
    right, best, recall = 0, 0.0, {0.99: 0.0, 0.999: 0.0}
    for at, (weight, same) in enumerate(pairs, 1):
        right += same
        if at < len(pairs) and pairs[at][0] == weight:
            continue
        precision, found = right / at, right / all_true
        if right:
            best = max(best, 2 * precision * found / (precision + found))
        for least in recall:
            if precision >= least:
                recall[least] = max(recall[least], found)
    say(f"peers.splink.{name}.reached", count=all_true, share=right / all_true)
    say(f"peers.splink.{name}.best_f1", count=all_true, share=best)
    say(f"peers.splink.{name}.recall_at_99", count=all_true, share=recall[0.99])
    say(f"peers.splink.{name}.recall_at_999", count=all_true, share=recall[0.999])


def main():
    for name, (comparisons, together, trained) in SETS.items():
        records = table(name)
        settings = SettingsCreator(
            link_type="dedupe_only",
            unique_id_column_name="rec_id",
            comparisons=comparisons,
            blocking_rules_to_generate_predictions=[block_on(column) for column in together],
        )
        database = DuckDBAPI()
        linker = Linker(database.register(pa.Table.from_pylist(records), table_name=name), settings)
        began = time.process_time()
        linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
        for column in trained:
            linker.training.estimate_parameters_using_expectation_maximisation(block_on(column))
        predictions = linker.inference.predict().as_record_list()
        say(f"peers.splink.{name}.records", count=len(records), cpu_seconds=time.process_time() - began)
        truth = {record["rec_id"]: record["ent_id"] for record in records}
        judge(name, truth, ((row["rec_id_l"], row["rec_id_r"], row["match_weight"]) for row in predictions))


if __name__ == "__main__":
    main()
