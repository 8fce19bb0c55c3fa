-- The log: what was done, in the order it was done. Rows are added and never changed.
CREATE TABLE log (
    seq     BIGINT PRIMARY KEY,
    stream  {{BLOB}} NOT NULL,
    version BIGINT NOT NULL,
    at      BIGINT NOT NULL,
    tag     TEXT NOT NULL,
    shape   SMALLINT NOT NULL,
    actor   TEXT NOT NULL,
    body    TEXT NOT NULL,
    prev    {{BLOB}} NOT NULL,
    hash    {{BLOB}} NOT NULL,
    UNIQUE (stream, version)
) {{STRICT}};

-- The sealed boxes of the log's events. The body of an event holds the hash of each of its boxes, so the chain
-- verifies when a box cannot be opened any more.
CREATE TABLE boxes (
    stream  {{BLOB}} NOT NULL,
    version BIGINT NOT NULL,
    part    SMALLINT NOT NULL,
    holder  {{BLOB}} NOT NULL,
    bytes   {{BLOB}} NOT NULL,
    PRIMARY KEY (stream, version, part)
) {{STRICT}};

CREATE INDEX boxes_by_holder ON boxes (holder);
