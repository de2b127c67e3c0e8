import Bitext
import Foundation
import Testing

@testable import Workbench

@Suite struct DataFolderTests {
  @Test(arguments: [
    (["BITEXT_DATA": "/d", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/d"),
    (["BITEXT_DATA": "", "XDG_DATA_HOME": "/x", "HOME": "/h"], "/x/bitext"),
    (["HOME": "/h"], "/h/.local/share/bitext"),
  ])
  func folderByEnvironment(environment: [String: String], path: String) {
    #expect(DataFolder(environment: environment).path == path)
  }

  @Test func lexiconIsImportedAndFound() throws {
    let folder = try Folder()
    let data = DataFolder(environment: ["BITEXT_DATA": folder.path + "/new"])
    let file = try folder.file("cedict.txt", "# CC-CEDICT\n中國 中国 [Zhong1 guo2] /China/\nnone\n")
    let report = try data.importLexicon([file])
    #expect(report.headwords == 2)
    #expect(report.skipped == 1)
    #expect(try data.lexiconReport().headwords == 2)
    let (lexicon, fault) = data.lexicon(for: .zh, .en)
    #expect(lexicon != nil)
    #expect(fault == nil)
  }

  @Test func withoutLexiconTheRemedyIsNamed() throws {
    let folder = try Folder()
    let data = DataFolder(environment: ["BITEXT_DATA": folder.path])
    #expect(
      data.lexicon(for: .zh, .en).1?.description == """
        \(folder.path)/zh-en.lexicon: there is no lexicon, so texts align less well
          fix: run scripts/demo, or `bitext lexicon import FILE` with CC-CEDICT from cc-cedict.org
        """)
    _ = try folder.file("zh-en.lexicon", "not a lexicon")
    let (lexicon, fault) = data.lexicon(for: .zh, .en)
    #expect(lexicon == nil)
    #expect(fault?.fix == "make it again: bitext lexicon import FILE")
  }

  @Test func noDictionary() throws {
    let folder = try Folder()
    let data = DataFolder(environment: ["BITEXT_DATA": folder.path])
    let error = #expect(throws: WorkbenchError.self) {
      try data.importLexicon([folder.file("poem.txt", "床前明月光\n")])
    }
    #expect(error?.kind == .badInput)
    #expect(error?.problem == "no line is an entry of CC-CEDICT")
  }
}
