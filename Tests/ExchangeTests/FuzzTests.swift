// Damaged TMX: whatever the bytes, a file is read or refused with a fault of ours; a repaired one is
// valid. Seeded; BITEXT_FUZZ_SECONDS runs it for longer (ten minutes: BITEXT_FUZZ_SECONDS=600).
import Bitext
import Foundation
import TestData
import Testing

@testable import Exchange

@Suite struct FuzzTests {
  private static let own: [[UInt8]] = [
    Array(
      tmx(
        tu(
          ("en-US", "a<bpt i='1' x='2'>&lt;b></bpt>b<ept i='1'/> &amp; <ph>{<sub>s</sub>}</ph>"),
          ("zh-CN", "你<it pos='begin'/>好<hi>！</hi>"), attributes: " tuid='1' usagecount='2'",
          inside: "<note>n</note><prop type='x-status'>confirmed</prop>")
          + tu(("en-US", "one"), ("fr", "un"), attributes: " creationdate='20260131T120000Z'")
      ).utf8),
    Array("\u{FEFF}<?xml version='1.0'?><tmx version='1.1'><header/><body/></tmx>".utf16)
      .flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
  ]

  private static let pieces =
    [
      "<tu>", "</tu>", "<seg>", "</seg>", "<tuv xml:lang='x'>", "<![CDATA[", "]]>", "<!--", "-->",
      "&",
      "&#0;", "&nbsp;", "<?x ?>", "\0", "\u{8}", "<header>", "</tmx>", "\"", "'", "<ph x='",
      "xmlns:a='b' ",
      "<!DOCTYPE tmx [", "&#xD800;", "𠮷", "<bpt i='1'>", "</bpt>",
    ].map { Array($0.utf8) } + [[0xFF], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBE], [0x1F, 0x8B]]

  private func mutated(_ seed: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...30, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.removeSubrange(place...)
      default: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random)!, at: place)
      }
    }
    return bytes
  }

  private func samples() throws -> [[UInt8]] {
    guard let folder = try? TestData.samples.path("exchange") else { return [] }
    return try names(in: folder).filter { $0.hasSuffix(".tmx") || $0.hasSuffix(".zip") }.map {
      try [UInt8](Data(contentsOf: URL(filePath: "\(folder)/\($0)")))
    }.filter { $0.count < 20_000 }
  }

  @Test func damagedFiles() throws {
    let seconds = ProcessInfo.processInfo.environment["BITEXT_FUZZ_SECONDS"].flatMap { Double($0) }
    let deadline = seconds.map { Date(timeIntervalSinceNow: $0) }
    var random = SeededGenerator(20_260_801)
    let seeds = Self.own + (try samples())
    var round = 0
    try withFolder { folder in
      let (path, out) = ("\(folder)/in.tmx", "\(folder)/out.tmx")
      while deadline.map({ Date() < $0 }) ?? (round < 600) {
        round += 1
        let bytes = mutated(seeds[round % seeds.count], &random)
        try Data(bytes).write(to: URL(filePath: path))
        do {
          let file = try TMXImport(path, memory: "m", isPartial: round.isMultiple(of: 2))
          var units: [Unit] = []
          while let portion = try file.next() { units += portion }
          try expectSameRows(path, units, LanguageChoice(), round.isMultiple(of: 2))
        } catch let error as ExchangeError {
          #expect(error.kind == .badInput, "round \(round)")
        }
        do throws(ExchangeError) { _ = try Validator.validate(path) } catch {
          #expect(error.kind == .badInput, "round \(round)")
        }
        do throws(ExchangeError) {
          _ = try TMXRepair.write(path, to: out, toolVersion: "1", date: 0)
          let left = try Validator.validate(out).findings.filter { $0.isFixable }
          #expect(left.isEmpty, "round \(round): \(left)")
        } catch { #expect(error.kind == .badInput, "round \(round): \(error)") }
      }
    }
  }
}
