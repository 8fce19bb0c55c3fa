-- Refusals that were signed together and take effect one by one, after a time in which they can be undone. No case
-- follows from these rows: what took effect stands in the log, by the name of each row's command.
CREATE TABLE bulks (
    bulk    {{BLOB}} PRIMARY KEY,
    mission TEXT NOT NULL,
    code    TEXT NOT NULL,
    staff   {{BLOB}} NOT NULL,
    human   {{BLOB}} NOT NULL,
    state   TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    due_at  BIGINT,
    undone  {{BLOB}},
    sealed  {{BLOB}}
) {{STRICT}};
CREATE INDEX bulks_by_state ON bulks (state, due_at);

-- The cases of a bulk: as they were when they were looked at, by a hash, and what became of each.
CREATE TABLE bulk_cases (
    bulk    {{BLOB}} NOT NULL,
    case_id {{BLOB}} NOT NULL,
    place   BIGINT NOT NULL,
    sampled BIGINT NOT NULL,
    seen    {{BLOB}} NOT NULL,
    command {{BLOB}} NOT NULL,
    state   TEXT NOT NULL,
    why     TEXT NOT NULL,
    PRIMARY KEY (bulk, case_id)
) {{STRICT}};
CREATE INDEX bulk_cases_by_case ON bulk_cases (case_id);
