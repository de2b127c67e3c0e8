import Testing

@testable import Terminology

@Suite struct FoldingTests {
  /// Each text and what it is compared as, code point for code point.
  @Test(arguments: [
    ("網絡法治臺灣後裏體", "网络法治台湾后里体"), ("网络法治", "网络法治"), ("ＡＢＣ１＋", "abc1+"), ("Été", "été"),
    ("一龥鿿㐀", "一龥鿿㐀"),
  ])
  func fold(text: String, folded: String) {
    #expect(text.unicodeScalars.map(Folding.fold) == folded.unicodeScalars.map(\.value))
  }
}
