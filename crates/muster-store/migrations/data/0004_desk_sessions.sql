-- Officers see the cases of their missions; none named stands for all.
ALTER TABLE staff ADD COLUMN missions TEXT NOT NULL DEFAULT '';

-- Officers who are signed in, by the hash of their token. No case follows from these rows; they may be lost, and people
-- sign in again.
CREATE TABLE desk_sessions (
    token         {{BLOB}} PRIMARY KEY,
    staff         {{BLOB}} NOT NULL,
    opened_at     BIGINT NOT NULL,
    seen_at       BIGINT NOT NULL,
    stepped_up_at BIGINT
) {{STRICT}};
CREATE INDEX desk_sessions_by_staff ON desk_sessions (staff);
CREATE INDEX desk_sessions_by_opening ON desk_sessions (opened_at);
