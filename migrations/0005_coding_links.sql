-- How much a segment weighs for its coder (none when unsaid), and whether it is a key quotation.
ALTER TABLE coding ADD COLUMN weight INTEGER CHECK (weight BETWEEN 0 AND 100);
ALTER TABLE coding ADD COLUMN is_key INTEGER NOT NULL DEFAULT 0 CHECK (is_key IN (0, 1));

-- A segment that explains, contradicts or continues another, of the same document or not.
CREATE TABLE coding_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  from_coding_id INTEGER NOT NULL REFERENCES coding (id) ON DELETE CASCADE,
  to_coding_id INTEGER NOT NULL REFERENCES coding (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('explains', 'contradicts', 'continues')),
  created_at TEXT NOT NULL,
  CHECK (from_coding_id <> to_coding_id)
) STRICT;
CREATE UNIQUE INDEX coding_link_same ON coding_link (from_coding_id, to_coding_id, kind);
CREATE INDEX coding_link_to ON coding_link (to_coding_id);
