-- The key: who is called how. It can be taken out of the project for good ("sealed").
CREATE TABLE pseudonym (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'place', 'organisation', 'other')),
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  replacement TEXT NOT NULL CHECK (length(replacement) > 0),
  created_at TEXT NOT NULL
) STRICT;

-- A sealed step keeps who did what and when; what it could be undone with is gone.
ALTER TABLE history_step ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1));
