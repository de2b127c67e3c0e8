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

  @Test func aDamagedLexiconIsTold() throws {
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
}
