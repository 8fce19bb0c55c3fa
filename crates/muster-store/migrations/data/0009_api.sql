-- Programs that act for an account, by the hash of their token.
CREATE TABLE api_tokens (
    token    {{BLOB}} PRIMARY KEY,
    staff    {{BLOB}} NOT NULL,
    label    TEXT NOT NULL,
    made_at  BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    used_at  BIGINT
) {{STRICT}};
CREATE INDEX api_tokens_by_staff ON api_tokens (staff, made_at);

-- What was asked under a key of the sender's own, and what was answered: the same again for a day. Nothing of an answer
-- is personal.
CREATE TABLE api_answers (
    name        {{BLOB}} PRIMARY KEY,
    fingerprint {{BLOB}} NOT NULL,
    begun_at    BIGINT NOT NULL,
    status      BIGINT,
    etag        TEXT,
    body        TEXT
) {{STRICT}};
CREATE INDEX api_answers_by_time ON api_answers (begun_at);

-- A walk over cases, oldest first, that new ones do not disturb.
CREATE INDEX cases_by_opening ON cases (opened_at, case_id);
