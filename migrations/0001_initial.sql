-- The whole glossary. Positions are UTF-16 code units of the document's text; ranges are half-open.
-- Every entity has an integer key that is never used again (AUTOINCREMENT) and a GUID for exchange.

CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  guid TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) > 0),
  description TEXT NOT NULL DEFAULT '',
  contacted INTEGER CHECK (contacted >= 0),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE coder (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  created_at TEXT NOT NULL
) STRICT;

-- Imported bytes: written once, never changed, kept out of the history.
CREATE TABLE original (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL UNIQUE,
  byte_length INTEGER NOT NULL CHECK (byte_length >= 0),
  bytes BLOB NOT NULL
) STRICT;

-- Normalised texts: written once, never changed; an edited document points to another row.
-- The history therefore keeps only which text a document had.
CREATE TABLE text_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  text TEXT NOT NULL,
  length_utf16 INTEGER NOT NULL CHECK (length_utf16 >= 0),
  word_count INTEGER NOT NULL CHECK (word_count >= 0)
) STRICT;

-- Derived from text_version: its non-blank lines, and the ordinals of the words they hold.
CREATE TABLE paragraph (
  text_version_id INTEGER NOT NULL REFERENCES text_version (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  start_utf16 INTEGER NOT NULL CHECK (start_utf16 >= 0),
  end_utf16 INTEGER NOT NULL CHECK (end_utf16 > start_utf16),
  word_start INTEGER NOT NULL,
  word_end INTEGER NOT NULL CHECK (word_end >= word_start),
  PRIMARY KEY (text_version_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE participant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  position INTEGER NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  position INTEGER NOT NULL,
  participant_id INTEGER REFERENCES participant (id) ON DELETE SET NULL,
  text_version_id INTEGER NOT NULL REFERENCES text_version (id),
  original_id INTEGER REFERENCES original (id),
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT,
  -- Ordinals of the paragraphs that are headings, as a JSON array.
  headings TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(headings)),
  imported_at TEXT NOT NULL
) STRICT;
CREATE INDEX document_participant ON document (participant_id);
CREATE INDEX document_text_version ON document (text_version_id);
CREATE INDEX document_original ON document (original_id);

CREATE TABLE speaker (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  label TEXT NOT NULL CHECK (length(label) > 0),
  name TEXT NOT NULL CHECK (length(name) > 0),
  role TEXT NOT NULL CHECK (role IN ('participant', 'interviewer', 'ignored')),
  participant_id INTEGER REFERENCES participant (id) ON DELETE SET NULL,
  CHECK (participant_id IS NULL OR role = 'participant'),
  UNIQUE (document_id, label)
) STRICT;
CREATE INDEX speaker_participant ON speaker (participant_id);

CREATE TABLE turn (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  speaker_id INTEGER NOT NULL REFERENCES speaker (id) ON DELETE CASCADE,
  start_utf16 INTEGER NOT NULL CHECK (start_utf16 >= 0),
  -- Where the words begin, after the label.
  body_start_utf16 INTEGER NOT NULL CHECK (body_start_utf16 >= start_utf16),
  end_utf16 INTEGER NOT NULL CHECK (end_utf16 >= body_start_utf16),
  -- Ordinals of the words: the label's begin at label_word_start, the body's are [word_start, word_end).
  label_word_start INTEGER NOT NULL,
  word_start INTEGER NOT NULL CHECK (word_start >= label_word_start),
  word_end INTEGER NOT NULL CHECK (word_end >= word_start),
  timecode_ms INTEGER CHECK (timecode_ms >= 0)
) STRICT;
CREATE INDEX turn_document ON turn (document_id, start_utf16);
CREATE INDEX turn_speaker ON turn (speaker_id);

CREATE TABLE guide_topic (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (length(title) > 0),
  level INTEGER NOT NULL DEFAULT 1 CHECK (level BETWEEN 1 AND 9),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE topic_span (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guide_topic_id INTEGER NOT NULL REFERENCES guide_topic (id) ON DELETE CASCADE,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  start_utf16 INTEGER NOT NULL CHECK (start_utf16 >= 0),
  end_utf16 INTEGER NOT NULL CHECK (end_utf16 > start_utf16)
) STRICT;
CREATE INDEX topic_span_document ON topic_span (document_id, start_utf16);
CREATE INDEX topic_span_topic ON topic_span (guide_topic_id);

CREATE TABLE variable (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) > 0),
  scope TEXT NOT NULL CHECK (scope IN ('participant', 'document')),
  type TEXT NOT NULL CHECK (type IN ('text', 'integer', 'float', 'boolean', 'date', 'category')),
  position INTEGER NOT NULL,
  UNIQUE (scope, name)
) STRICT;

CREATE TABLE variable_value (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  variable_id INTEGER NOT NULL REFERENCES variable (id) ON DELETE CASCADE,
  participant_id INTEGER REFERENCES participant (id) ON DELETE CASCADE,
  document_id INTEGER REFERENCES document (id) ON DELETE CASCADE,
  value TEXT NOT NULL CHECK (length(value) > 0),
  CHECK ((participant_id IS NULL) <> (document_id IS NULL)),
  UNIQUE (variable_id, participant_id),
  UNIQUE (variable_id, document_id)
) STRICT;
CREATE INDEX variable_value_participant ON variable_value (participant_id);
CREATE INDEX variable_value_document ON variable_value (document_id);

CREATE TABLE code (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  parent_id INTEGER REFERENCES code (id) ON DELETE CASCADE CHECK (parent_id <> id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(name) > 0),
  colour INTEGER NOT NULL CHECK (colour BETWEEN 1 AND 24),
  shape TEXT NOT NULL CHECK (shape IN ('round', 'square', 'diamond')),
  -- A folder groups codes and cannot be applied itself.
  is_folder INTEGER NOT NULL DEFAULT 0 CHECK (is_folder IN (0, 1)),
  brief_definition TEXT NOT NULL DEFAULT '',
  full_definition TEXT NOT NULL DEFAULT '',
  when_to_use TEXT NOT NULL DEFAULT '',
  when_not_to_use TEXT NOT NULL DEFAULT '',
  example TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;
CREATE INDEX code_parent ON code (parent_id, position);

CREATE TABLE hypothesis (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL UNIQUE CHECK (length(label) > 0),
  title TEXT NOT NULL CHECK (length(title) > 0),
  statement TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE hypothesis_group (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  hypothesis_id INTEGER NOT NULL REFERENCES hypothesis (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(name) > 0),
  UNIQUE (hypothesis_id, name)
) STRICT;

CREATE TABLE code_mapping (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code_id INTEGER NOT NULL REFERENCES code (id) ON DELETE CASCADE,
  hypothesis_id INTEGER NOT NULL REFERENCES hypothesis (id) ON DELETE CASCADE,
  hypothesis_group_id INTEGER REFERENCES hypothesis_group (id) ON DELETE SET NULL,
  whole_branch INTEGER NOT NULL DEFAULT 1 CHECK (whole_branch IN (0, 1))
) STRICT;
CREATE INDEX code_mapping_code ON code_mapping (code_id);
CREATE INDEX code_mapping_hypothesis ON code_mapping (hypothesis_id);
CREATE INDEX code_mapping_group ON code_mapping (hypothesis_group_id);

CREATE TABLE coding (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  code_id INTEGER NOT NULL REFERENCES code (id) ON DELETE CASCADE,
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  start_utf16 INTEGER NOT NULL CHECK (start_utf16 >= 0),
  end_utf16 INTEGER NOT NULL CHECK (end_utf16 > start_utf16),
  -- Ordinals of the document's words that the range touches, half-open: unions of words are unions of these.
  word_start INTEGER NOT NULL CHECK (word_start >= 0),
  word_end INTEGER NOT NULL CHECK (word_end >= word_start),
  stance TEXT CHECK (stance IN ('supports', 'qualifies', 'contradicts')),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;
CREATE INDEX coding_document ON coding (document_id, start_utf16, end_utf16);
CREATE UNIQUE INDEX coding_same ON coding (code_id, document_id, coder_id, start_utf16, end_utf16);
CREATE INDEX coding_coder ON coding (coder_id);

CREATE TABLE memo (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  guid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (length(title) > 0),
  body TEXT NOT NULL,
  target TEXT NOT NULL CHECK (target IN ('free', 'project', 'document', 'code', 'coding', 'participant', 'hypothesis')),
  document_id INTEGER REFERENCES document (id) ON DELETE CASCADE,
  code_id INTEGER REFERENCES code (id) ON DELETE CASCADE,
  coding_id INTEGER REFERENCES coding (id) ON DELETE CASCADE,
  participant_id INTEGER REFERENCES participant (id) ON DELETE CASCADE,
  hypothesis_id INTEGER REFERENCES hypothesis (id) ON DELETE CASCADE,
  coder_id INTEGER NOT NULL REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  CHECK ((target = 'document') = (document_id IS NOT NULL)),
  CHECK ((target = 'code') = (code_id IS NOT NULL)),
  CHECK ((target = 'coding') = (coding_id IS NOT NULL)),
  CHECK ((target = 'participant') = (participant_id IS NOT NULL)),
  CHECK ((target = 'hypothesis') = (hypothesis_id IS NOT NULL))
) STRICT;
CREATE INDEX memo_document ON memo (document_id);
CREATE INDEX memo_code ON memo (code_id);
CREATE INDEX memo_coding ON memo (coding_id);
CREATE INDEX memo_participant ON memo (participant_id);
CREATE INDEX memo_hypothesis ON memo (hypothesis_id);
CREATE INDEX memo_coder ON memo (coder_id);

-- One row per undoable change of a person; never deleted, only marked.
CREATE TABLE history_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  command TEXT NOT NULL,
  -- What the label's sentence needs, as a JSON object.
  details TEXT NOT NULL CHECK (json_valid(details)),
  coder_name TEXT NOT NULL,
  at TEXT NOT NULL,
  merge_key TEXT,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned'))
) STRICT;
CREATE INDEX history_step_state ON history_step (state, id);

-- Row images, written by triggers that the program makes for itself at each opening; the file holds none.
CREATE TABLE history_change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step_id INTEGER NOT NULL REFERENCES history_step (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  old_row TEXT,
  new_row TEXT,
  CHECK (old_row IS NOT NULL OR new_row IS NOT NULL)
) STRICT;
CREATE INDEX history_change_step ON history_change (step_id, id);
