-- A memo of a document may stand at a passage of it: comments that came with a file, for example.
ALTER TABLE memo ADD COLUMN start_utf16 INTEGER CHECK (start_utf16 >= 0);
ALTER TABLE memo ADD COLUMN end_utf16 INTEGER CHECK (
  (end_utf16 IS NULL) = (start_utf16 IS NULL)
  AND (end_utf16 IS NULL OR (target = 'document' AND end_utf16 > start_utf16))
);
