import Bitext
import Foundation
import Testing

@testable import Alignment

@Suite struct LexiconTests {
  static let cedict = """
    # CC-CEDICT
    法治 法治 [fa3 zhi4] /rule of law/to rule by law/
    重 重 [chong2] /to repeat/again/
    重 重 [zhong4] /heavy/serious (matters)/CL:個|个[ge4]/
    網絡 网络 [wang3 luo4] /network/
    三 三 [san1] /three/3/
    not an entry
    """

  private func builder() throws -> LexiconBuilder {
    var builder = LexiconBuilder(from: .zh, to: .en)
    #expect(try builder.add(DictionaryFile(Self.cedict, path: "cedict.txt")) == 1)
    return builder
  }

  @Test func looksUpBothScriptsAndReadings() throws {
    let lexicon = try builder().lexicon()
    #expect(lexicon.count == 5)
    #expect(lexicon.glosses("网络").map(\.word) == ["network"])
    #expect(lexicon.glosses("網絡").map(\.word) == ["network"])
    #expect(lexicon.glosses("重").map(\.word) == ["again", "heavi", "repeat", "serious"])
    #expect(lexicon.glosses("法治").map(\.word) == ["law", "rule"])
    #expect(lexicon.glosses("三").map(\.word) == ["#3"])
    #expect(lexicon.glosses("无").isEmpty)
    #expect(lexicon.readings("重") == ["chong", "zhong"])
    #expect(lexicon.longestHeadword(Array("网络法治".unicodeScalars), 0) == 2)
    #expect(lexicon.longestHeadword(Array("的法治".unicodeScalars), 0) == 1)
  }

  @Test func probabilitiesOfAHeadwordSumToOne() throws {
    let lexicon = try builder().lexicon()
    for word in ["重", "法治", "网络"] {
      #expect(abs(lexicon.glosses(word).reduce(0) { $0 + $1.probability } - 1) < 1e-5)
    }
  }

  @Test func measuredTranslationsCountAsMuchAsTheGlosses() throws {
    var builder = try builder()
    let table = "\n网络\tnet 0.600\tnetwork 0.400\n房子\thous 0.500\nbad line\n"
    let skipped = try builder.add(DictionaryFile(MeasuredTable.mark + table, path: "zh-en.tsv"))
    #expect(skipped == 1)
    let lexicon = try builder.lexicon()
    let glosses = Dictionary(
      uniqueKeysWithValues: lexicon.glosses("网络").map { ($0.word, $0.probability) })
    #expect(abs((glosses["network"] ?? 0) - 0.7) < 1e-5)
    #expect(abs((glosses["net"] ?? 0) - 0.3) < 1e-5)
    #expect(lexicon.glosses("房子").map(\.probability) == [0.5])
    // What was measured of a word holds for its traditional spelling.
    #expect(lexicon.glosses("網絡").map(\.probability) == lexicon.glosses("网络").map(\.probability))
  }

  @Test func sameEntriesSameBytes() throws {
    let first = try builder().compiled()
    let second = try builder().compiled()
    #expect(first == second)
  }

  @Test(arguments: ["truncated", "flipped", "empty", "text"])
  func damagedFilesAreRefused(damage: String) throws {
    let path = try builder().written()
    defer { try? FileManager.default.removeItem(atPath: path) }
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    switch damage {
    case "truncated": data.removeLast(8)
    case "flipped": data[data.count / 2] ^= 0x10
    case "empty": data = Data()
    default: data = Data("this is no lexicon at all, but long enough to be taken for a header".utf8)
    }
    try data.write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: LexiconError.self) { try Lexicon(path: path) }
    #expect(error?.problem == "this is not a lexicon of this version, or it is damaged")
    #expect(error?.fix == "make it again: bitext lexicon import FILE")
  }
}
