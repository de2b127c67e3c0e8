internal import Bitext

/// Text that was left as it was: a target that is its source, or holds a piece in the other script.
///
/// Names, commands, units and code are the same in all languages, so a text in an alphabet must have four
/// ordinary words to count.
enum Untranslated {
  static func findings(_ pair: TextPair) -> [Finding] {
    if let whole = whole(pair) { return [whole] }
    return pair.target.language.isUnspaced || !pair.source.isChinese ? [] : leftOver(pair.target)
  }

  private static func whole(_ pair: TextPair) -> Finding? {
    let (source, target) = (pair.source, pair.target)
    let hasHan = target.scalars.contains { Script.of($0) == .han }
    let lacksHan = target.language.isUnspaced && !hasHan && words(target) >= 4
    guard target.text == source.text || lacksHan else { return nil }
    guard words(target) >= 4 || hasHan && !target.language.isUnspaced else { return nil }
    let reason = target.text == source.text ? "the target is the source" : "no Chinese in target"
    return target.finding(.untranslated, target.scalars.indices, reason)
  }

  /// Words of an alphabet that begin with a small letter.
  private static func words(_ text: SideText) -> Int {
    text.scalars.indices.count { index in
      text.isLatin(index) && !text.isLatin(index - 1) && !text.isCode[index]
        && text.scalars[index].properties.isLowercase && text.isLatin(index + 1)
        && ![".", "_", "-", "/", "`", ":", "*"].contains(text[index - 1])
    }
  }

  /// Chinese in a text of another language, not in quotation marks or brackets.
  private static func leftOver(_ text: SideText) -> [Finding] {
    var found: [Finding] = []
    var index = 0
    while index < text.scalars.count {
      guard text.isHan(index) else {
        index += 1
        continue
      }
      let start = index
      while text.isHan(index) || isChineseMark(text[index]) && text.isHan(index + 1) { index += 1 }
      let isQuoted = [start - 1, index].allSatisfy { text[$0].map(isQuoting) ?? false }
      if index - start > 1, !isQuoted, !text.isCode[start] {
        found.append(
          text.finding(
            .untranslated, start..<index, "\(text.string(start..<index)) is not translated"))
      }
    }
    return found
  }

  private static func isChineseMark(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { "，。、；：？！·".unicodeScalars.contains($0) } ?? false
  }

  private static func isQuoting(_ scalar: Unicode.Scalar) -> Bool {
    "\"'“”‘’()（）[]《》「」`*".unicodeScalars.contains(scalar)
  }
}
