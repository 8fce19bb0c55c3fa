-- What the editions of watchlists say: public data, one row an edition, under the hash of its content, which the log
-- holds. One JSON text a line and an entry, deflated.
CREATE TABLE list_editions (
    content {{BLOB}} PRIMARY KEY,
    bytes   BIGINT NOT NULL,
    entries {{BLOB}} NOT NULL
) {{STRICT}};

-- Whoever is screened is screened under the names of the cases that were merged into theirs too.
CREATE INDEX cases_by_merge ON cases (merged_into);
