extension Schema {
  /// All that a glossary file says of a concept and its terms; before, they had six fields. And what a
  /// term is looked up by: made of it when it is first looked for, so that terms can be stored by
  /// those who know nothing of looking up.
  static let glossary = """
    ALTER TABLE term RENAME TO older_term;
    ALTER TABLE concept RENAME TO older_concept;
    CREATE TABLE concept (
      id TEXT PRIMARY KEY CHECK (id <> ''),
      domain TEXT,
      definition TEXT, definition_source TEXT,
      note TEXT, source TEXT, client TEXT,
      created TEXT, created_by TEXT, changed TEXT, changed_by TEXT,
      facts TEXT CHECK (facts IS NULL OR json_valid(facts) AND facts <> '[]')
    ) STRICT, WITHOUT ROWID;
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
    INSERT INTO concept (id, domain, definition) SELECT id, domain, definition FROM older_concept;
    INSERT INTO term (concept, position, language, text, status, part_of_speech, note)
      SELECT concept, position, language, text, status, part_of_speech, note FROM older_term;
    DROP TABLE older_term;
    DROP TABLE older_concept;
    CREATE INDEX term_key ON term(key);
    CREATE INDEX term_stems ON term(stems);
    CREATE INDEX term_without_key ON term(concept) WHERE key IS NULL;
    """
}
