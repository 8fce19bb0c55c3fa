-- Drafts that a clerk types for somebody: for finding them again. Nothing follows from it; the case itself says who typed.
CREATE TABLE assisted_drafts (
    case_id   {{BLOB}} PRIMARY KEY,
    mission   TEXT NOT NULL,
    opened_at BIGINT NOT NULL
) {{STRICT}};
CREATE INDEX assisted_drafts_by_mission ON assisted_drafts (mission, opened_at);
