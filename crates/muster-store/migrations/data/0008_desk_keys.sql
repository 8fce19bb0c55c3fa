-- What officers show that they are who they say: passkeys and authenticator apps. What a key holds is sealed under the
-- human's own key; the counter keeps what was shown once from being shown again.
CREATE TABLE desk_keys (
    key_id  {{BLOB}} PRIMARY KEY,
    staff   {{BLOB}} NOT NULL,
    kind    TEXT NOT NULL,
    sealed  {{BLOB}} NOT NULL,
    counter BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    used_at BIGINT
) {{STRICT}};
CREATE INDEX desk_keys_by_staff ON desk_keys (staff, made_at);

-- Ways in for somebody who has no key yet, by the hash of their token. Each works once, and one for an account.
CREATE TABLE desk_invitations (
    staff   {{BLOB}} PRIMARY KEY,
    token   {{BLOB}} NOT NULL,
    until   BIGINT NOT NULL
) {{STRICT}};
CREATE UNIQUE INDEX desk_invitations_by_token ON desk_invitations (token);

-- What was shown and must not be shown again: ceremonies, by their hash.
CREATE TABLE desk_spent (
    ceremony {{BLOB}} PRIMARY KEY,
    at       BIGINT NOT NULL
) {{STRICT}};
CREATE INDEX desk_spent_by_time ON desk_spent (at);

-- How often somebody tried in vain, by a keyed hash of account and address: the next try waits a little longer.
CREATE TABLE desk_tries (
    place {{BLOB}} PRIMARY KEY,
    tries BIGINT NOT NULL,
    at    BIGINT NOT NULL
) {{STRICT}};
CREATE INDEX desk_tries_by_time ON desk_tries (at);
