// TMX files of other programs, file by file: what each holds, or why it is refused.
import Bitext
import Foundation
import TestData
import Testing

@testable import Exchange

/// What is read of a file.
struct Reading: Equatable, CustomTestStringConvertible {
  var encoding: String
  var entries: Int
  var units: Int
  var notTaken: [NotTaken: Int] = [:]
  var notes: [String] = []

  var testDescription: String { "\(encoding), \(entries) entries, \(units) units" }
}

@Suite struct TMXSamplesTests {
  static func take(_ path: String) throws -> (units: [Unit], account: ImportAccount) {
    let file = try TMXImport(path, memory: "m")
    var units: [Unit] = []
    while let portion = try file.next() { units += portion }
    try expectSameRows(path, units)
    return (units, file.account)
  }

  private static let noVersion = "the version is not stated; read as 1.4"

  @Test(
    .needs(.samples),
    arguments: [
      ("ck-ExportTest1A.tmx", "UTF-8", 4, 4), ("ck-ExportTest2A.tmx", "UTF-8", 6, 6),
      ("ck-ImportTest1A.tmx", "UTF-16LE", 2, 2), ("ck-ImportTest1B.tmx", "UTF-8", 1, 1),
      ("ck-ImportTest1C.tmx", "UTF-8", 3, 12), ("ck-ImportTest1D.tmx", "UTF-8", 3, 3),
      ("ck-ImportTest1E.tmx", "UTF-8", 3, 3), ("ck-ImportTest1F.tmx", "UTF-16LE", 3, 3),
      ("ck-ImportTest1G.tmx", "UTF-16BE", 3, 3), ("ck-ImportTest1H.tmx", "UTF-8", 3, 3),
      ("ck-ImportTest1I.tmx", "UTF-8", 1, 1), ("ck-ImportTest1J.tmx", "UTF-8", 2, 2),
      ("ck-ImportTest1J_many.tmx", "UTF-8", 3, 3), ("ck-ImportTest1K.tmx", "UTF-8", 2, 2),
      ("ck-ImportTest1L.tmx", "UTF-8", 1, 2), ("ck-ImportTest2A-0index.tmx", "UTF-8", 7, 7),
      ("ck-ImportTest2A.tmx", "UTF-16LE", 7, 7), ("ck-ImportTest2B.tmx", "UTF-16LE", 7, 7),
      ("ck-ImportTest2C.tmx", "UTF-8", 1, 2), ("heartsome-ImportTMXTest.tmx", "UTF-8", 314, 314),
      ("hypomnema-standard.tmx", "UTF-8", 2, 2), ("okapi-a_small_test2.tmx", "UTF-8", 1, 1),
      ("okapi-html_test.tmx", "UTF-16LE", 11, 11), ("okapi-pensieve-mytm.tmx", "UTF-8", 25, 25),
      ("omegat-invalid.tmx", "UTF-8", 1, 1), ("omegat-resegmenting11.tmx", "UTF-8", 1, 1),
      ("omegat-test-SMP.tmx", "UTF-8", 1, 1), ("omegat-test-level2.tmx", "UTF-8", 4, 4),
      ("omegat-test-level2.tmx.zip", "UTF-8", 4, 4),
      ("omegat-test-multiple-entries.tmx", "UTF-8", 4, 4),
      ("omegat-test-multiple-tuv14.tmx", "UTF-8", 3, 11), ("omegat-test-omegat.tmx", "UTF-8", 4, 7),
      ("otter-bom.tmx", "UTF-8", 1, 1), ("otter-error_duplicate_bpt_i.tmx", "UTF-8", 1, 1),
      ("otter-error_missing_bpt_i.tmx", "UTF-8", 1, 1), ("otter-hi_nested.tmx", "UTF-8", 1, 1),
      ("otter-subflow.tmx", "UTF-8", 4, 4), ("template.tmx", "UTF-8", 1, 1),
    ])
  func isReadWhole(name: String, encoding: String, entries: Int, units: Int) throws {
    let account = try Self.take(try TestData.samples.path("exchange/\(name)")).account
    #expect(account.encoding == encoding)
    #expect(account.entries == entries && account.units == units)
    #expect(account.notTaken == [:] && account.notes.notes == [])
  }

  @Test(
    .needs(.samples),
    arguments: [
      ("heartsome-utf-16be.tmx", 2, "line 2: \(noVersion)"),
      (
        "otter-error_srclang_mismatch.tmx", 3,
        "line 25: units without a text in their source language; the first is taken for it"
      ),
    ])
  func isReadWithANote(name: String, units: Int, note: String) throws {
    let account = try Self.take(try TestData.samples.path("exchange/\(name)")).account
    #expect(account.units == units)
    #expect(account.notes.notes.map { "line \($0.line): \($0.what)" } == [note])
  }

  @Test(
    .needs(.samples),
    arguments: [
      ("otter-xmlspace.tmx", "holds no unit to take: 3 in one language only (line 17, 24, 31)"),
      (
        "otter-error_missing_tmx_version.tmx",
        "holds no unit to take: line 3: \(noVersion)"
      ),
      (
        "otter-error_multiple_headers.tmx",
        "the file is broken here: a second header, where a file has one"
      ),
      ("template.tbx", "is no TMX: the root is <tbx>"),
      ("heartsome-ImportTBXTest.tbx", "is no TMX: the root is <martif>"),
      ("okapi-ibm_tbx.tbx", "is no TMX: the root is <martif>"),
      ("okapi-alttrans.xlf", "is no TMX: the root is <xliff>"),
      ("okapi-FFFEBOM.sdlxliff", "is no TMX: the root is <xliff>"),
      ("omegat-mixedEol.srt", "is no TMX: Document is empty"),
      ("okapi-SampleRuby.docx", "holds no .tmx file"),
      ("tmx14.dtd", "is no TMX: StartTag: invalid element name"),
    ])
  func isRefused(name: String, problem: String) throws {
    let path = try TestData.samples.path("exchange/\(name)")
    let error = try #require(throws: ExchangeError.self) { try Self.take(path) }
    #expect(error.problem == problem)
    #expect(error.kind == .badInput && error.place.hasPrefix(path))
  }

  @Test(.needs(.samples)) func everySampleHasItsLine() throws {
    let folder = try TestData.samples.path("exchange")
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    for name in try names(in: folder) where name.hasSuffix(".tmx") || name.hasSuffix(".zip") {
      #expect(source.contains("\"\(name)\""), "\(name)")
    }
  }

  /// What stands in a sample, in words of the file itself.
  @Test(
    .needs(.samples),
    arguments: [
      ("ck-ImportTest1I.tmx", 0, "en-US", "ja-JP"), ("ck-ImportTest1B.tmx", 0, "en-US", "fr-CA"),
      ("ck-ImportTest1K.tmx", 0, "de-DE", "en-GB"), ("omegat-test-omegat.tmx", 1, "en", "en-US"),
      ("omegat-test-omegat.tmx", 2, "en", "be"), ("omegat-test-omegat.tmx", 5, "en-GB", "es"),
    ])
  func languages(name: String, unit: Int, source: String, target: String) throws {
    let unit = try Self.take(try TestData.samples.path("exchange/\(name)")).units[unit]
    #expect([unit.sourceLanguage.tag, unit.targetLanguage.tag] == [source, target])
  }
}
