// What an exchange file says of a unit, as JSON: ours is Foundation's, to the byte.
import Bitext
import Foundation
import Testing

@Suite struct CarriedTests {
  static let cases: [Carried] = [
    Carried(),
    Carried(unit: .init(attributes: ["usagecount": "3", "datatype": "html"])),
    Carried(
      unit: .init(remarks: [
        .init(.note, "one\nline \"two\" \\ \u{1}\t"),
        .init(.property, "值", attributes: ["type": "x-file", "xml:lang": "zh"]),
      ]), source: .init(markup: "a<ph x=\"1\">&lt;br/&gt;</ph>b"),
      target: .init(attributes: ["changedate": "20260131T120000Z"])),
    Carried(unit: .init(remarks: [.init(.note, "𠮷 \u{2028} 😀 \u{7f} /")])),
  ]

  @Test(arguments: cases) func asFoundationWritesIt(carried: Carried) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    #expect(carried.json == String(decoding: try encoder.encode(carried), as: UTF8.self))
    #expect(Carried(json: carried.json) == carried)
    #expect(try JSONDecoder().decode(Carried.self, from: Data(carried.json.utf8)) == carried)
  }

  @Test func anyJSONOfTheShape() {
    let json = #" { "unit" : { "remarks" : [ { "kind":"note" , "text":"😀A\/" } ] } } "#
    #expect(Carried(json: json) == Carried(unit: .init(remarks: [.init(.note, "😀A/")])))
  }

  @Test(arguments: [
    "", "{", "[]", #"{"other":{}}"#, #"{"unit":{"markup":1}}"#, #"{"unit":{}} x"#,
    #"{"unit":{"markup":"\ud83d"}}"#, #"{"unit":{"remarks":[{"kind":"x","text":""}]}}"#,
  ])
  func nothingElse(json: String) { #expect(Carried(json: json) == nil) }
}
