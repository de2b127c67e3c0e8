CREATE TABLE cleaning (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;
CREATE TABLE concept (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  domain TEXT,
  definition TEXT, definition_source TEXT,
  note TEXT, source TEXT, client TEXT,
  created TEXT, created_by TEXT, changed TEXT, changed_by TEXT,
  facts TEXT CHECK (facts IS NULL OR json_valid(facts) AND facts <> '[]')
) STRICT, WITHOUT ROWID;
CREATE TABLE concordance_block (
  id INTEGER PRIMARY KEY,
  first INTEGER NOT NULL UNIQUE CHECK (first > 0),
  last INTEGER NOT NULL CHECK (last >= first)
) STRICT;
CREATE TABLE concordance_language (
  side TEXT NOT NULL CHECK (side IN ('source', 'target')),
  language TEXT NOT NULL CHECK (language <> ''),
  PRIMARY KEY (side, language)
) STRICT, WITHOUT ROWID;
CREATE TABLE concordance_page (
  id INTEGER PRIMARY KEY,
  block INTEGER NOT NULL REFERENCES concordance_block(id),
  gram INTEGER NOT NULL,
  postings BLOB NOT NULL CHECK (length(postings) > 0),
  UNIQUE (block, gram)
) STRICT;
CREATE TABLE dismissal (
  rule TEXT NOT NULL CHECK (rule <> ''),
  fingerprint TEXT NOT NULL
    CHECK (length(fingerprint) = 32 AND fingerprint NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (rule, fingerprint)
) STRICT, WITHOUT ROWID;
CREATE TABLE document_pair (
  id INTEGER PRIMARY KEY,
  line INTEGER NOT NULL REFERENCES document_pair(id),
  name TEXT NOT NULL CHECK (name <> '' AND name = trim(name) AND instr(name, ':') = 0),
  client TEXT, domain TEXT, date TEXT, note TEXT,
  next_row INTEGER NOT NULL CHECK (next_row > 0),
  removed INTEGER NOT NULL CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX document_pair_line ON document_pair(line);
CREATE UNIQUE INDEX document_pair_name ON document_pair(name) WHERE removed = 0;
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  author TEXT NOT NULL CHECK (author <> ''),
  pair INTEGER REFERENCES document_pair(id),
  action TEXT NOT NULL CHECK (action <> ''),
  subject TEXT NOT NULL,
  change TEXT CHECK (change IS NULL OR json_valid(change)),
  undoes INTEGER UNIQUE REFERENCES event(id) CHECK (undoes < id),
  root INTEGER NOT NULL REFERENCES event(id), memory INTEGER REFERENCES memory(id)
  CHECK (memory IS NULL OR pair IS NULL), together INTEGER REFERENCES event(id)
  CHECK (together IS NULL OR together <= id),
  CHECK ((undoes IS NULL) = (change IS NOT NULL)),
  CHECK ((undoes IS NULL) = (root = id)),
  CHECK ((undoes IS NULL) = (action NOT IN ('undo', 'redo')))
) STRICT;
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'events are only appended'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'events are only appended'); END;
CREATE INDEX event_memory ON event(memory) WHERE memory IS NOT NULL;
CREATE INDEX event_pair ON event(pair, root);
CREATE INDEX event_root ON event(root);
CREATE TABLE folded (event INTEGER NOT NULL CHECK (event >= 0)) STRICT;
CREATE TABLE match_block (
  id INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE match_part (
  id INTEGER PRIMARY KEY,
  language TEXT NOT NULL CHECK (language <> ''),
  head BLOB NOT NULL CHECK (length(head) > 0)
) STRICT;
CREATE TABLE matched (unit INTEGER NOT NULL CHECK (unit >= 0)) STRICT;
CREATE TABLE meaning (
  unit INTEGER PRIMARY KEY,
  numbers BLOB NOT NULL CHECK (length(numbers) > 4)
) STRICT;
CREATE TABLE meaning_encoder (
  id TEXT NOT NULL CHECK (id <> ''),
  dimension INTEGER NOT NULL CHECK (dimension > 0 AND dimension % 64 = 0)
) STRICT;
CREATE TABLE meaning_sketch (
  first INTEGER PRIMARY KEY,
  last INTEGER NOT NULL CHECK (last >= first),
  units BLOB NOT NULL CHECK (length(units) > 0 AND length(units) % 8 = 0),
  bits BLOB NOT NULL CHECK (length(bits) > 0 AND length(bits) % length(units) = 0)
) STRICT;
CREATE TABLE memory (
  id INTEGER PRIMARY KEY,
  line INTEGER NOT NULL REFERENCES memory(id),
  name TEXT NOT NULL CHECK (name <> '' AND name = trim(name) AND instr(name, ':') = 0),
  client TEXT, domain TEXT, date TEXT, note TEXT,
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  encoding TEXT NOT NULL CHECK (encoding <> ''),
  format TEXT NOT NULL CHECK (format <> ''),
  header TEXT CHECK (header IS NULL OR json_valid(header)),
  event INTEGER REFERENCES event(id),
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  CHECK (event IS NOT NULL OR removed = 1)
) STRICT;
CREATE INDEX memory_line ON memory(line);
CREATE UNIQUE INDEX memory_name ON memory(name) WHERE removed = 0;
CREATE TABLE paragraph (
  pair INTEGER NOT NULL,
  side TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 0),
  start INTEGER NOT NULL CHECK (start >= 0),
  stop INTEGER NOT NULL CHECK (stop >= start),
  label_start INTEGER CHECK (label_start >= start),
  label_stop INTEGER CHECK (label_stop > label_start AND label_stop <= stop),
  kind TEXT NOT NULL CHECK (kind IN ('text', 'heading', 'list-item', 'cell', 'caption', 'note',
    'byline', 'time-stamp', 'furniture', 'subtitle')),
  time_start INTEGER CHECK (time_start >= 0),
  time_stop INTEGER CHECK (time_stop >= time_start),
  PRIMARY KEY (pair, side, number),
  FOREIGN KEY (pair, side) REFERENCES text(pair, side),
  CHECK ((label_start IS NULL) = (label_stop IS NULL)),
  CHECK ((time_start IS NULL) = (time_stop IS NULL))
) STRICT, WITHOUT ROWID;
CREATE TABLE row (
  pair INTEGER NOT NULL REFERENCES document_pair(id),
  id INTEGER NOT NULL CHECK (id > 0),
  source_start INTEGER NOT NULL CHECK (source_start >= 0),
  source_stop INTEGER NOT NULL CHECK (source_stop >= source_start),
  target_start INTEGER NOT NULL CHECK (target_start >= 0),
  target_stop INTEGER NOT NULL CHECK (target_stop >= target_start),
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  status TEXT NOT NULL CHECK (status IN ('unreviewed', 'accepted', 'confirmed', 'edited',
    'omitted', 'added', 'non-text', 'rejected')),
  doubts TEXT CHECK (doubts IS NULL OR json_valid(doubts) AND doubts <> '[]'),
  edited TEXT,
  comment TEXT,
  event INTEGER NOT NULL REFERENCES event(id),
  PRIMARY KEY (pair, id),
  UNIQUE (pair, source_start, target_start),
  CHECK (source_stop > source_start OR target_stop > target_start),
  CHECK (status <> 'edited' OR edited IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE segment (
  pair INTEGER NOT NULL,
  side TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  stop INTEGER NOT NULL CHECK (stop > start),
  paragraph INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sentence', 'label')),
  speaker TEXT,
  PRIMARY KEY (pair, side, start),
  FOREIGN KEY (pair, side, paragraph) REFERENCES paragraph(pair, side, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE sqlite_sequence(name,seq);
CREATE TABLE term (
  concept TEXT NOT NULL REFERENCES concept(id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  language TEXT NOT NULL CHECK (language <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  status TEXT NOT NULL CHECK (status IN ('preferred', 'admitted', 'deprecated', 'superseded',
    'forbidden')),
  part_of_speech TEXT, note TEXT, domain TEXT, source TEXT, client TEXT, register TEXT,
  region TEXT, type TEXT,
  created TEXT, created_by TEXT, changed TEXT, changed_by TEXT,
  facts TEXT CHECK (facts IS NULL OR json_valid(facts) AND facts <> '[]'),
  key TEXT, stems TEXT,
  PRIMARY KEY (concept, position),
  UNIQUE (concept, language, text)
) STRICT, WITHOUT ROWID;
CREATE INDEX term_key ON term(key);
CREATE INDEX term_stems ON term(stems);
CREATE INDEX term_without_key ON term(concept) WHERE key IS NULL;
CREATE TABLE text (
  pair INTEGER NOT NULL REFERENCES document_pair(id),
  side TEXT NOT NULL CHECK (side IN ('source', 'target')),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  encoding TEXT NOT NULL CHECK (encoding <> ''),
  language TEXT NOT NULL CHECK (language <> ''),
  text TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes = length(CAST(text AS BLOB))),
  PRIMARY KEY (pair, side)
) STRICT;
CREATE TABLE unit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  memory INTEGER REFERENCES memory(id),
  tu INTEGER CHECK (tu > 0),
  pair INTEGER REFERENCES document_pair(id),
  row INTEGER CHECK (row > 0),
  tuid TEXT,
  source_language TEXT NOT NULL CHECK (source_language <> ''),
  target_language TEXT NOT NULL CHECK (target_language <> ''),
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('unreviewed', 'accepted', 'confirmed', 'edited',
    'omitted', 'added', 'non-text', 'rejected')),
  confidence REAL CHECK (confidence BETWEEN 0 AND 1),
  author TEXT,
  created INTEGER,
  changed INTEGER,
  speaker TEXT,
  comment TEXT,
  carried TEXT CHECK (carried IS NULL OR json_valid(carried)),
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  CHECK ((memory IS NULL) <> (pair IS NULL)),
  CHECK ((memory IS NULL) = (tu IS NULL)),
  CHECK ((pair IS NULL) = (row IS NULL)),
  CHECK (pair IS NULL OR carried IS NULL AND tuid IS NULL AND removed = 0)
) STRICT;
CREATE INDEX unit_memory ON unit(memory, tu) WHERE memory IS NOT NULL;
CREATE UNIQUE INDEX unit_row ON unit(pair, row) WHERE pair IS NOT NULL;
CREATE TABLE vector (
  id INTEGER PRIMARY KEY,
  key BLOB NOT NULL UNIQUE CHECK (length(key) = 16),
  day INTEGER NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes = length(numbers)),
  numbers BLOB NOT NULL CHECK (length(numbers) > 0 AND length(numbers) % 2 = 0)
) STRICT;
CREATE INDEX vector_day ON vector(day, bytes);
