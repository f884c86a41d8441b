-- Derived from text_version: the folded words of each paragraph, for searching. A row's id is
-- text_version_id * 1048576 + the paragraph's ordinal; the words themselves are not stored again.
CREATE VIRTUAL TABLE text_index USING fts5 (
  words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 tokenchars '-'''"
);

-- Which texts stand in the index: those of an older project enter it when they are first searched.
CREATE TABLE indexed_text (
  text_version_id INTEGER PRIMARY KEY REFERENCES text_version (id) ON DELETE CASCADE
) STRICT;
