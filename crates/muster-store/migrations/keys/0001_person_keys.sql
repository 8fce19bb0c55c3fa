-- The persons' keys, each wrapped by the mission's key. This database is never in the same backup set as the data.

-- One known text, sealed: it tells whether a mission key belongs to this database before anybody relies on it.
CREATE TABLE mission_key_check (
    epoch  BIGINT PRIMARY KEY,
    sealed {{BLOB}} NOT NULL
) {{STRICT}};

CREATE TABLE person_keys (
    holder  {{BLOB}} PRIMARY KEY,
    kid     BIGINT NOT NULL,
    epoch   BIGINT NOT NULL,
    wrapped {{BLOB}} NOT NULL
) {{STRICT}};

-- Whose key was destroyed: an erased person gets no second key, and a lost key is not mistaken for a destroyed one.
CREATE TABLE destroyed_keys (
    holder {{BLOB}} PRIMARY KEY
) {{STRICT}};
