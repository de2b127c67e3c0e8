// Migration 9: what one command took back is known to belong together, so that one redo does it all
// again.
extension Schema {
  static let eventGroups = """
    ALTER TABLE event ADD COLUMN together INTEGER REFERENCES event(id)
      CHECK (together IS NULL OR together <= id);
    """
}
