import Bitext
import Foundation
import Synchronization
import Testing

@testable import Workbench

@Suite struct BatchTests {
  @Test(arguments: [
    ("a.zh.txt", "a", Side.source), ("a.en.txt", "a", .target), ("a.zh", "a", .source),
    ("A-EN.docx", "A", .target), ("en_a.txt", "a", .target), ("白皮书.原文.txt", "白皮书", .source),
    ("白皮书_英文.txt", "白皮书", .target), ("zh.txt", "", .source), ("a.txt", "a", nil),
    ("zh-history.en.txt", "zh-history", .target), ("english.txt", "english", nil),
  ])
  func namesAreTakenApart(name: String, stem: String, side: Side?) {
    let file = FileStem(name, TextFiles(source: [""], target: [""]).languageWords)
    #expect(file.stem == stem)
    #expect(file.side == side)
  }

  @Test func aScriptIsALanguageToo() {
    let files = TextFiles(source: [""], target: [""], sourceLanguage: .zhHant)
    #expect(FileStem("a.zh-Hant.txt", files.languageWords).stem == "a")
  }

  @Test(arguments: [
    (
      ["a.zh.txt", "b.zh.txt"], ["b.en.txt", "a.en.txt"],
      "a: a.zh.txt a.en.txt, b: b.zh.txt b.en.txt"
    ),
    (["a.txt", "c.txt"], ["a.txt", "d.txt"], "a: a.txt a.txt | zh/c.txt en/d.txt"),
    (["a.zh", "a.gold", ".hidden"], ["a.en", "a.beads"], "a: a.zh a.en"),
    (["a.zh.txt", "a.en.txt"], ["a.en.txt"], "a: a.zh.txt a.en.txt | zh/a.en.txt"),
    (["zh.txt"], ["en.txt"], "en: zh.txt en.txt"),
    (["a.txt", "a.zh.txt"], ["a.en.txt"], "a: a.txt a.en.txt !"),
  ])
  func filesArePaired(sources: [String], targets: [String], picture: String) throws {
    let folder = try Folder()
    for (side, names) in [("zh", sources), ("en", targets)] {
      try FileManager.default.createDirectory(
        atPath: "\(folder.path)/\(side)/inner.txt", withIntermediateDirectories: true)
      for name in names { _ = try folder.file("\(side)/\(name)", "") }
    }
    let batch = try Batch(
      pairing: TextFiles(source: [folder.path + "/zh/"], target: [folder.path + "/en"]))
    #expect(Self.picture(batch, in: folder) == picture)
  }

  @Test func oneFolderHoldsBothSides() throws {
    let folder = try Folder()
    for name in ["a.zh.txt", "a.en.txt", "b.zh.txt", "notes.txt"] { _ = try folder.file(name, "") }
    let batch = try Batch(pairing: TextFiles(source: [folder.path], target: [folder.path + "/."]))
    #expect(batch.items.map(\.name) == ["a"])
    #expect(
      Set(batch.alone.map { URL(filePath: $0).lastPathComponent }) == ["b.zh.txt", "notes.txt"])
  }

  private static func picture(_ batch: Batch, in folder: Folder) -> String {
    let items = batch.items.map { item in
      let files = (item.files.source + item.files.target).map {
        URL(filePath: $0).lastPathComponent
      }
      return "\(item.name): \(files.joined(separator: " "))\(item.fault == nil ? "" : " !")"
    }
    let alone = batch.alone.map { $0.dropFirst(folder.path.count + 1) }
      .sorted { ($0.hasPrefix("zh") ? 0 : 1, $0) < ($1.hasPrefix("zh") ? 0 : 1, $1) }
    return items.joined(separator: ", ")
      + (alone.isEmpty ? "" : " | " + alone.joined(separator: " "))
  }

  @Test(arguments: [1, 2, 7, 100])
  func resultsComeInOrder(jobs: Int) throws {
    let taken = Mutex<[Int]>([])
    try inOrder(40, jobs: jobs) { index in
      usleep(UInt32((index * 7919) % 1500))
      return index
    } take: { index in
      taken.withLock { $0.append(index) }
    }
    #expect(taken.withLock { $0 } == Array(0..<40))
  }

  @Test func anErrorOfTakingEndsTheWork() {
    struct Full: Error {}
    let made = Mutex(0)
    let taken = Mutex(0)
    #expect(throws: Full.self) {
      try inOrder(1000, jobs: 2) { index in
        made.withLock { $0 += 1 }
        return index
      } take: { index in
        if index == 3 { throw Full() }
        taken.withLock { $0 += 1 }
      }
    }
    #expect(taken.withLock { $0 } == 3)
    #expect(made.withLock { $0 } < 1000)
  }
}
