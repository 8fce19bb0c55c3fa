-- What waits for whom: a row for each queue a case waits in, written by the worker that follows the log. It may be lost;
-- the worker makes it anew. Nothing personal: what is needed is a word of the programme.
CREATE TABLE waiting (
    case_id  {{BLOB}} NOT NULL,
    queue    TEXT NOT NULL,
    mission  TEXT NOT NULL,
    stage    TEXT NOT NULL,
    finding  TEXT NOT NULL,
    holds    TEXT NOT NULL,
    need     TEXT NOT NULL,
    evidence TEXT NOT NULL,
    place    BIGINT NOT NULL,
    since    BIGINT NOT NULL,
    from_at  BIGINT NOT NULL,
    due_at   BIGINT NOT NULL,
    version  BIGINT NOT NULL,
    PRIMARY KEY (case_id, queue)
) {{STRICT}};
CREATE INDEX waiting_by_place ON waiting (queue, mission, place, since, case_id);
CREATE INDEX waiting_by_age ON waiting (queue, mission, since, place, case_id);
CREATE INDEX waiting_by_due ON waiting (queue, mission, due_at, since, case_id);

-- Humans a case is never served to: they stepped back, or signed or rated before.
CREATE TABLE waiting_not (
    case_id {{BLOB}} NOT NULL,
    queue   TEXT NOT NULL,
    human   {{BLOB}} NOT NULL,
    PRIMARY KEY (case_id, queue, human)
) {{STRICT}};

-- How many cases were served, so that every so many go to whoever has waited longest.
CREATE TABLE serves (
    name   TEXT PRIMARY KEY,
    served BIGINT NOT NULL
) {{STRICT}};
