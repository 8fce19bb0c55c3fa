-- Cases in somebody's hands: one officer to a case. Who has not been seen at it for long has let go of it.
CREATE TABLE claims (
    case_id    {{BLOB}} PRIMARY KEY,
    staff      {{BLOB}} NOT NULL,
    human      {{BLOB}} NOT NULL,
    claimed_at BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL
) {{STRICT}};
CREATE INDEX claims_by_human ON claims (human, claimed_at);

-- Who has a case open, to look at: any number at once.
CREATE TABLE openings (
    case_id {{BLOB}} NOT NULL,
    staff   {{BLOB}} NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (case_id, staff)
) {{STRICT}};
CREATE INDEX openings_by_time ON openings (seen_at);
