-- Everything that says something of a person is in a column called sealed or wrapped_key: AES-256-GCM, bound to its
-- table, row and session or patient. Plain are only opaque ids, sequence numbers, sizes, the audit rows and the
-- settings of the machine.

-- The station key, wrapped once for each thing that opens it. kind: file (a key in a file), later passphrase, recovery.
CREATE TABLE station_key (
  id           INTEGER PRIMARY KEY,
  kind         TEXT NOT NULL,
  parameters   TEXT NOT NULL,
  failed_tries INTEGER NOT NULL DEFAULT 0,
  wrapped_key  BLOB NOT NULL
);

CREATE TABLE patient (
  number      INTEGER PRIMARY KEY AUTOINCREMENT,
  id          TEXT NOT NULL UNIQUE,
  wrapped_key BLOB NOT NULL,
  sealed      BLOB NOT NULL
);

CREATE TABLE session (
  number      INTEGER PRIMARY KEY AUTOINCREMENT,
  id          TEXT NOT NULL UNIQUE,
  patient     TEXT NOT NULL REFERENCES patient (id),
  wrapped_key BLOB NOT NULL,
  sealed      BLOB NOT NULL
);
CREATE INDEX session_of_patient ON session (patient);

-- How a session ended: kind 1 = by its recorder, 2 = found without an end and recovered.
CREATE TABLE session_end (
  session INTEGER PRIMARY KEY REFERENCES session (number),
  kind    INTEGER NOT NULL,
  sealed  BLOB NOT NULL
);

-- One row a transaction: what each device gave, its clock, and the totals so far.
CREATE TABLE tick (
  id      INTEGER PRIMARY KEY,
  session INTEGER NOT NULL REFERENCES session (number),
  seq     INTEGER NOT NULL,
  sealed  BLOB NOT NULL
);
CREATE UNIQUE INDEX tick_place ON tick (session, seq);

-- The codes of one channel in one tick.
CREATE TABLE block (
  id      INTEGER PRIMARY KEY,
  session INTEGER NOT NULL REFERENCES session (number),
  seq     INTEGER NOT NULL,
  stream  INTEGER NOT NULL,
  sealed  BLOB NOT NULL
);
CREATE UNIQUE INDEX block_place ON block (session, seq, stream);

-- Gaps, markers and measures of a session; kind 1 = gap, 2 = marker, 3 = measure.
CREATE TABLE note (
  id      INTEGER PRIMARY KEY,
  session INTEGER NOT NULL REFERENCES session (number),
  kind    INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  sealed  BLOB NOT NULL
);
CREATE UNIQUE INDEX note_place ON note (session, kind, seq);

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- Hash chain: link = HMAC of the link before and of this row.
CREATE TABLE audit (
  seq       INTEGER PRIMARY KEY,
  at_millis INTEGER NOT NULL,
  action    TEXT NOT NULL,
  object    TEXT NOT NULL,
  link      BLOB NOT NULL
);

-- How long the chain is, sealed: a chain cut short is seen.
CREATE TABLE audit_head (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  sealed BLOB NOT NULL
);
