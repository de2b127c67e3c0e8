internal import Bitext

/// A question mark at the end of one side only.
enum Questions {
  static func findings(_ pair: TextPair) -> [Finding] {
    let (source, target) = (asks(pair.source), asks(pair.target))
    guard (source == nil) != (target == nil) else { return [] }
    let text = source == nil ? pair.target : pair.source
    let place = (source ?? target) ?? 0
    return [
      text.finding(.question, place..<place + 1, "question mark only in \(text.side.rawValue)")
    ]
  }

  private static func asks(_ text: SideText) -> Int? {
    text.scalars.indices.last { index in
      text.scalars[index].narrowed == "?" && !text.isCode[index]
        && (text[index + 1].map { Script.of($0) != .letter && Script.of($0) != .digit } ?? true)
    }
  }
}
