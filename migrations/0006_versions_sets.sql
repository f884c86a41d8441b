-- The codebook as it was at a moment: kept by name, or by the program before codes are merged, split or removed.
CREATE TABLE codebook_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  -- Empty when the program kept it: then the reason and the codes concerned say what it is.
  name TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL CHECK (reason IN ('named', 'merge', 'split', 'remove')),
  subject TEXT NOT NULL DEFAULT '',
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  created_at TEXT NOT NULL,
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  CHECK (name <> '' OR reason <> 'named')
) STRICT;
CREATE INDEX codebook_version_coder ON codebook_version (coder_id);

-- What became of codes: which one went into which, which one came out of which. By GUID, since codes go.
CREATE TABLE code_lineage (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'split')),
  from_guid TEXT NOT NULL,
  into_guid TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- Codes, documents or participants chosen together under a name.
CREATE TABLE named_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('codes', 'documents', 'participants')),
  name TEXT NOT NULL CHECK (length(name) > 0),
  UNIQUE (kind, name)
) STRICT;

CREATE TABLE named_set_member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  named_set_id INTEGER NOT NULL REFERENCES named_set (id) ON DELETE CASCADE,
  code_id INTEGER REFERENCES code (id) ON DELETE CASCADE,
  document_id INTEGER REFERENCES document (id) ON DELETE CASCADE,
  participant_id INTEGER REFERENCES participant (id) ON DELETE CASCADE,
  CHECK ((code_id IS NOT NULL) + (document_id IS NOT NULL) + (participant_id IS NOT NULL) = 1),
  UNIQUE (named_set_id, code_id),
  UNIQUE (named_set_id, document_id),
  UNIQUE (named_set_id, participant_id)
) STRICT;
CREATE INDEX named_set_member_code ON named_set_member (code_id);
CREATE INDEX named_set_member_document ON named_set_member (document_id);
CREATE INDEX named_set_member_participant ON named_set_member (participant_id);
