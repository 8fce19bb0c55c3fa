-- What the portal keeps beside the log: who is there, how they come back, what is on its way to them. No case follows
-- from these tables; they may be lost, and people ask for another code. Nothing personal stands in the clear: tokens
-- are hashes, addresses are keyed hashes, letters are sealed under the key of their person.

-- Browsers that are let in, by the hash of their token.
CREATE TABLE sessions (
    token     {{BLOB}} PRIMARY KEY,
    case_id   {{BLOB}} NOT NULL,
    person    {{BLOB}} NOT NULL,
    opened_at BIGINT NOT NULL,
    seen_at   BIGINT NOT NULL
) {{STRICT}};
CREATE INDEX sessions_by_case ON sessions (case_id);
CREATE INDEX sessions_by_person ON sessions (person);
CREATE INDEX sessions_by_opening ON sessions (opened_at);

-- The secret that reopens a case: which generation is in force, and a keyed hash to find the case by.
CREATE TABLE receipts (
    case_id    {{BLOB}} PRIMARY KEY,
    person     {{BLOB}} NOT NULL,
    generation BIGINT NOT NULL,
    token      {{BLOB}} NOT NULL UNIQUE
) {{STRICT}};
CREATE INDEX receipts_by_person ON receipts (person);

-- Addresses that were shown to be the applicant's, by keyed hash, with the language that was spoken then.
CREATE TABLE confirmations (
    case_id  {{BLOB}} NOT NULL,
    address  {{BLOB}} NOT NULL,
    person   {{BLOB}} NOT NULL,
    language TEXT NOT NULL,
    at       BIGINT NOT NULL,
    PRIMARY KEY (case_id, address)
) {{STRICT}};
CREATE INDEX confirmations_by_address ON confirmations (address);
CREATE INDEX confirmations_by_person ON confirmations (person);

-- Codes that wait to be typed. The place is a keyed hash of the case that confirms an address, or of the address that
-- leads back to a case; the code is a keyed hash of place and digits.
CREATE TABLE codes (
    place     {{BLOB}} PRIMARY KEY,
    code      {{BLOB}} NOT NULL,
    link      {{BLOB}} UNIQUE,
    address   {{BLOB}} NOT NULL,
    person    {{BLOB}},
    reference TEXT NOT NULL,
    language  TEXT NOT NULL,
    made_at   BIGINT NOT NULL,
    tries     BIGINT NOT NULL
) {{STRICT}};
CREATE INDEX codes_by_making ON codes (made_at);
CREATE INDEX codes_by_person ON codes (person);

-- How many letters with codes each address was asked for since when.
CREATE TABLE askings (
    address {{BLOB}} PRIMARY KEY,
    since   BIGINT NOT NULL,
    letters BIGINT NOT NULL
) {{STRICT}};
CREATE INDEX askings_by_time ON askings (since);

-- People who asked to come back, until the letter worker has looked whether there is a case: sealed under a key of the
-- portal's own, because nobody knows yet whose they are.
CREATE TABLE returns_asked (
    asked  {{BLOB}} PRIMARY KEY,
    at     BIGINT NOT NULL,
    sealed {{BLOB}} NOT NULL
) {{STRICT}};

-- Letters. What is in one is sealed under its person's key, and gone once it has left. The cause is the version of the
-- event that it tells of.
CREATE TABLE outbox (
    number   TEXT PRIMARY KEY,
    case_id  {{BLOB}} NOT NULL,
    holder   {{BLOB}} NOT NULL,
    mission  TEXT NOT NULL,
    kind     TEXT NOT NULL,
    language TEXT NOT NULL,
    cause    BIGINT,
    made_at  BIGINT NOT NULL,
    due_at   BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    tries    BIGINT NOT NULL,
    unsure   BIGINT NOT NULL,
    state    TEXT NOT NULL,
    sealed   {{BLOB}},
    UNIQUE (case_id, cause)
) {{STRICT}};
CREATE INDEX outbox_by_time ON outbox (state, due_at);
CREATE INDEX outbox_by_holder ON outbox (holder);

-- Counts of what leaves no case.
CREATE TABLE counts (
    mission TEXT NOT NULL,
    day     TEXT NOT NULL,
    what    TEXT NOT NULL,
    n       BIGINT NOT NULL,
    PRIMARY KEY (mission, day, what)
) {{STRICT}};

-- How long people of a mission wait for a first answer.
CREATE INDEX cases_by_answer ON cases (mission, answered_at);
