-- What the exercises of a session found out about the person (resonance, baselines, ratings …); a later session starts
-- from it. Sealed with the session's key, so it moves and goes with the session.
CREATE TABLE finding (
  id      INTEGER PRIMARY KEY,
  session INTEGER NOT NULL REFERENCES session (number),
  seq     INTEGER NOT NULL,
  sealed  BLOB NOT NULL
);
CREATE UNIQUE INDEX finding_place ON finding (session, seq);
