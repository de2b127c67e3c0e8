// The tables. SQLite refuses every wrong state that a constraint can name; `docs/schema.md` tells
// what each table is for.
internal import GRDB

enum Schema {
  /// Migrations in order; the workspace's `user_version` counts those applied. Append only: a
  /// workspace in somebody's hands has had the earlier ones.
  static let migrations = [
    first, vectors, paragraphs, units, concordance, matches, glossary, meanings, eventGroups,
    cleaning, dismissals,
  ]

  /// Applies what is missing, each migration in a transaction of its own.
  static func migrate(_ db: Database, path: String) throws {
    while try version(db) < migrations.count {
      try db.inTransaction(.immediate) {
        let applied = try version(db)
        if applied < migrations.count {
          try db.execute(sql: migrations[applied])
          try db.execute(sql: "PRAGMA user_version = \(applied + 1)")
        }
        return .commit
      }
    }
    let applied = try version(db)
    if applied > migrations.count {
      throw MemoryError.newer(path, version: applied, known: migrations.count)
    }
  }

  private static func version(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  private static let first = """
    CREATE TABLE document_pair (
      id INTEGER PRIMARY KEY,
      line INTEGER NOT NULL REFERENCES document_pair(id),
      name TEXT NOT NULL CHECK (name <> '' AND name = trim(name) AND instr(name, ':') = 0),
      client TEXT, domain TEXT, date TEXT, note TEXT,
      next_row INTEGER NOT NULL CHECK (next_row > 0),
      removed INTEGER NOT NULL CHECK (removed IN (0, 1))
    ) STRICT;
    CREATE UNIQUE INDEX document_pair_name ON document_pair(name) WHERE removed = 0;
    CREATE INDEX document_pair_line ON document_pair(line);

    CREATE TABLE text (
      pair INTEGER NOT NULL REFERENCES document_pair(id),
      side TEXT NOT NULL CHECK (side IN ('source', 'target')),
      file_name TEXT NOT NULL CHECK (file_name <> ''),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
      encoding TEXT NOT NULL CHECK (encoding <> ''),
      language TEXT NOT NULL CHECK (language <> ''),
      text TEXT NOT NULL,
      bytes INTEGER NOT NULL CHECK (bytes = length(CAST(text AS BLOB))),
      paragraphs TEXT NOT NULL CHECK (json_valid(paragraphs)),
      PRIMARY KEY (pair, side)
    ) STRICT;

    CREATE TABLE segment (
      pair INTEGER NOT NULL,
      side TEXT NOT NULL,
      start INTEGER NOT NULL CHECK (start >= 0),
      stop INTEGER NOT NULL CHECK (stop > start),
      paragraph INTEGER NOT NULL CHECK (paragraph >= 0),
      kind TEXT NOT NULL CHECK (kind IN ('sentence', 'label')),
      speaker TEXT,
      PRIMARY KEY (pair, side, start),
      FOREIGN KEY (pair, side) REFERENCES text(pair, side)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      time INTEGER NOT NULL,
      author TEXT NOT NULL CHECK (author <> ''),
      pair INTEGER REFERENCES document_pair(id),
      action TEXT NOT NULL CHECK (action <> ''),
      subject TEXT NOT NULL,
      change TEXT CHECK (change IS NULL OR json_valid(change)),
      undoes INTEGER UNIQUE REFERENCES event(id) CHECK (undoes < id),
      root INTEGER NOT NULL REFERENCES event(id),
      CHECK ((undoes IS NULL) = (change IS NOT NULL)),
      CHECK ((undoes IS NULL) = (root = id)),
      CHECK ((undoes IS NULL) = (action NOT IN ('undo', 'redo')))
    ) STRICT;
    CREATE INDEX event_pair ON event(pair, root);
    CREATE INDEX event_root ON event(root);
    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'events are only appended'); END;
    CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'events are only appended'); END;

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

    CREATE TABLE concept (
      id TEXT PRIMARY KEY CHECK (id <> ''),
      domain TEXT,
      definition TEXT
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE term (
      concept TEXT NOT NULL REFERENCES concept(id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 0),
      language TEXT NOT NULL CHECK (language <> ''),
      text TEXT NOT NULL CHECK (text <> ''),
      status TEXT NOT NULL CHECK (status IN ('preferred', 'admitted', 'deprecated', 'superseded',
        'forbidden')),
      part_of_speech TEXT,
      note TEXT,
      PRIMARY KEY (concept, position),
      UNIQUE (concept, language, text)
    ) STRICT, WITHOUT ROWID;
    """

  private static let vectors = """
    CREATE TABLE vector (
      id INTEGER PRIMARY KEY,
      key BLOB NOT NULL UNIQUE CHECK (length(key) = 16),
      day INTEGER NOT NULL,
      bytes INTEGER NOT NULL CHECK (bytes = length(numbers)),
      numbers BLOB NOT NULL CHECK (length(numbers) > 0 AND length(numbers) % 2 = 0)
    ) STRICT;
    CREATE INDEX vector_day ON vector(day, bytes);
    """

  /// What each paragraph is, and when it is shown; before, a text had their places alone, in JSON.
  private static let paragraphs = """
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
    INSERT INTO paragraph
      SELECT t.pair, t.side, p.key, p.value ->> 0, p.value ->> 1, p.value ->> 2, p.value ->> 3,
        'text', NULL, NULL
      FROM text t, json_each(t.paragraphs) p;
    ALTER TABLE text DROP COLUMN paragraphs;

    ALTER TABLE segment RENAME TO older_segment;
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
    INSERT INTO segment SELECT * FROM older_segment;
    DROP TABLE older_segment;
    """
}
