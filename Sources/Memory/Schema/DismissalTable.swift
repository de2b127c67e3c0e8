// False alarms of checks that a person dismissed.
extension Schema {
  static let dismissals = """
    CREATE TABLE dismissal (
      rule TEXT NOT NULL CHECK (rule <> ''),
      fingerprint TEXT NOT NULL
        CHECK (length(fingerprint) = 32 AND fingerprint NOT GLOB '*[^0-9a-f]*'),
      PRIMARY KEY (rule, fingerprint)
    ) STRICT, WITHOUT ROWID;
    """
}
