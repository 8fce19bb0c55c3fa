-- Who looked at what is asked of the log itself, by indexes of those entries alone: there is no copy that could differ, and
-- a log from before has them as soon as this step was taken.
CREATE INDEX log_accesses ON log (stream, seq) WHERE tag = 'access.recorded';
CREATE INDEX log_accesses_by_time ON log (at, seq) WHERE tag = 'access.recorded';
-- An actor is written staff/<account>/<human>/<role>; the first 38 letters name the account.
CREATE INDEX log_accesses_by_staff ON log (substr(actor, 1, 38), seq) WHERE tag = 'access.recorded';
