-- The log: the truth. Every row carries the hash of the one before.
CREATE TABLE log (
    seq     BIGINT PRIMARY KEY,
    stream  {{BLOB}} NOT NULL,
    version BIGINT NOT NULL,
    at      BIGINT NOT NULL,
    actor   TEXT NOT NULL,
    tag     TEXT NOT NULL,
    shape   SMALLINT NOT NULL,
    body    TEXT NOT NULL,
    prev    {{BLOB}} NOT NULL,
    hash    {{BLOB}} NOT NULL,
    UNIQUE (stream, version)
) {{STRICT}};

-- The sealed boxes: personal data, each under a person's key. The log's body holds the hash of each.
CREATE TABLE boxes (
    stream  {{BLOB}} NOT NULL,
    version BIGINT NOT NULL,
    part    SMALLINT NOT NULL,
    holder  {{BLOB}} NOT NULL,
    sealed  {{BLOB}} NOT NULL,
    PRIMARY KEY (stream, version, part)
) {{STRICT}};

-- Commands that were carried out, by the name their sender gave them, so that sending one twice does it once.
CREATE TABLE commands (
    command {{BLOB}} PRIMARY KEY,
    stream  {{BLOB}} NOT NULL,
    version BIGINT NOT NULL
) {{STRICT}};

-- How far each worker has followed the log.
CREATE TABLE cursors (
    worker TEXT PRIMARY KEY,
    seq    BIGINT NOT NULL
) {{STRICT}};

-- Views: what follows from the log. `muster log verify` makes them anew and compares.

CREATE TABLE cases (
    case_id        {{BLOB}} PRIMARY KEY,
    person         {{BLOB}},
    mission        TEXT NOT NULL,
    channel        TEXT NOT NULL,
    assisted       SMALLINT NOT NULL,
    walk_in        SMALLINT NOT NULL,
    stage          TEXT NOT NULL,
    stage_since    BIGINT NOT NULL,
    holds          TEXT NOT NULL,
    opened_at      BIGINT,
    submitted_at   BIGINT,
    submissions    BIGINT NOT NULL,
    answered_at    BIGINT,
    interviewed_at BIGINT,
    accepted_at    BIGINT,
    finding        TEXT,
    edition        TEXT,
    flips          BIGINT NOT NULL,
    codes          TEXT NOT NULL,
    checks_open    BIGINT NOT NULL,
    hits_open      BIGINT NOT NULL,
    no_shows       BIGINT NOT NULL,
    proposal       TEXT,
    proposal_act   TEXT,
    arrival        TEXT,
    merged_into    {{BLOB}},
    version        BIGINT NOT NULL
) {{STRICT}};
CREATE INDEX cases_by_stage ON cases (mission, stage, stage_since);
CREATE INDEX cases_by_person ON cases (person);

-- At most one active case for each person, over all missions.
CREATE TABLE active_cases (
    person  {{BLOB}} PRIMARY KEY,
    case_id {{BLOB}} NOT NULL
) {{STRICT}};

-- No two signatures under one act by one human.
CREATE TABLE signatures (
    case_id {{BLOB}} NOT NULL,
    act     TEXT NOT NULL,
    human   {{BLOB}} NOT NULL,
    place   SMALLINT NOT NULL,
    PRIMARY KEY (case_id, act, human),
    UNIQUE (case_id, act, place)
) {{STRICT}};

-- One case to a slot.
CREATE TABLE bookings (
    slot    {{BLOB}} PRIMARY KEY,
    case_id {{BLOB}} NOT NULL,
    starts  BIGINT NOT NULL
) {{STRICT}};

-- A pass leads to its case.
CREATE TABLE passes (
    pass    {{BLOB}} PRIMARY KEY,
    case_id {{BLOB}} NOT NULL,
    used    SMALLINT NOT NULL,
    revoked SMALLINT NOT NULL
) {{STRICT}};

-- Messages that may leave.
CREATE TABLE messages (
    case_id {{BLOB}} NOT NULL,
    version BIGINT NOT NULL,
    about   TEXT NOT NULL,
    PRIMARY KEY (case_id, version)
) {{STRICT}};

-- Exact look-ups by keyed hash: an e-mail address, a telephone number, a document.
CREATE TABLE lookups (
    kind    TEXT NOT NULL,
    token   {{BLOB}} NOT NULL,
    case_id {{BLOB}} NOT NULL,
    PRIMARY KEY (kind, token, case_id)
) {{STRICT}};
CREATE INDEX lookups_by_case ON lookups (case_id);

-- What outlives an erasure: that somebody was here before, and no more.
CREATE TABLE suppressions (
    token   TEXT NOT NULL,
    case_id {{BLOB}} NOT NULL,
    PRIMARY KEY (token, case_id)
) {{STRICT}};

-- Erased cases, with whose key must be gone.
CREATE TABLE tombstones (
    case_id {{BLOB}} PRIMARY KEY,
    person  {{BLOB}} NOT NULL,
    at      BIGINT NOT NULL
) {{STRICT}};

CREATE TABLE missions (
    mission TEXT PRIMARY KEY,
    posture TEXT NOT NULL,
    paused  SMALLINT NOT NULL
) {{STRICT}};

CREATE TABLE staff (
    staff     {{BLOB}} PRIMARY KEY,
    human     {{BLOB}} NOT NULL,
    roles     TEXT NOT NULL,
    suspended SMALLINT NOT NULL
) {{STRICT}};

CREATE TABLE editions (
    edition TEXT PRIMARY KEY,
    hash    TEXT NOT NULL,
    place   BIGINT NOT NULL
) {{STRICT}};
