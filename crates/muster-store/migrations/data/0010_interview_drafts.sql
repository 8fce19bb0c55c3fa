-- What an interviewer noted and has not sent: one row for each rater of a case, sealed under the applicant's key. Nothing
-- follows from it; once ratings are sent it goes.
CREATE TABLE interview_drafts (
    case_id  {{BLOB}} NOT NULL,
    human    {{BLOB}} NOT NULL,
    person   {{BLOB}} NOT NULL,
    saved_at BIGINT NOT NULL,
    sealed   {{BLOB}} NOT NULL,
    PRIMARY KEY (case_id, human)
) {{STRICT}};
CREATE INDEX interview_drafts_by_person ON interview_drafts (person);
