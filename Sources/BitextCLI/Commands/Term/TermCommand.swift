internal import ArgumentParser

struct TermCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "term",
    abstract: "Keeps the glossary: concepts, and their terms in each language.",
    discussion: """
      Examples:
        bitext term import glossary/terms.tsv
        bitext term find 依法治网
        bitext term find "rule of law"
        bitext term add zh=互联网法院 en="internet court" --domain law
        bitext undo --glossary                     takes the last change back

      Every change is one event in the workspace's log.
      """,
    subcommands: [
      TermFindCommand.self, TermListCommand.self, TermAddCommand.self, TermEditCommand.self,
      TermRemoveCommand.self, TermMergeCommand.self, TermImportCommand.self,
      TermExportCommand.self, TermCheckCommand.self, TermExtractCommand.self,
    ])
}
