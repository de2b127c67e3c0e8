internal import Bitext

/// Places of one side where the other has another one.
enum PlaceNames {
  static func findings(_ chinese: SideText, _ english: SideText) -> [Finding] {
    let here = chinesePlaces(chinese)
    if here.isEmpty { return [] }
    let there = englishPlaces(english)
    let lacking = here.filter { place in !there.contains { $0.place == place.place } }
    let extra = there.filter { place in
      !here.contains { $0.place == place.place } && !chinese.text.contains(name(place.place))
    }
    guard let first = lacking.first, let other = extra.first else { return [] }
    let reason =
      "\(name(first.place)) in \(chinese.side.rawValue), "
      + "\(english.string(other.range)) in \(english.side.rawValue)"
    return [english.finding(.name, other.range, reason)]
  }

  private typealias Found = (place: Int, range: Range<Int>)

  private static func name(_ place: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: Places.all[place].chinese)
    return String(view)
  }

  /// The longest name at each place: 印度尼西亚 is not 印度.
  private static func chinesePlaces(_ text: SideText) -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < text.scalars.count {
      let best =
        text.isHan(index)
        ? Places.all.indices.filter { text.starts(index, with: Places.all[$0].chinese) }
          .max { Places.all[$0].chinese.count < Places.all[$1].chinese.count } : nil
      guard let best else {
        index += 1
        continue
      }
      let end = index + Places.all[best].chinese.count
      found.append((best, index..<end))
      index = end
    }
    return found
  }

  private static func englishPlaces(_ text: SideText) -> [Found] {
    text.scalars.indices.flatMap { index -> [Found] in
      guard text.isLatin(index), !text.isLatin(index - 1),
        text.scalars[index].properties.isUppercase
      else { return [] }
      let rest = text.string(index..<min(index + 16, text.scalars.count))
      return Places.all.indices.compactMap { place in
        Places.all[place].english.first { rest.hasPrefix($0) && isWhole($0, text, index) }
          .map { (place, index..<index + $0.unicodeScalars.count) }
      }
    }
  }

  /// Short forms and capitals are whole words: `US`, not `USB`.
  private static func isWhole(_ form: String, _ text: SideText, _ index: Int) -> Bool {
    let isShort = form.unicodeScalars.count < 4 || form == form.uppercased()
    return !isShort || !text.isLatin(index + form.unicodeScalars.count)
  }
}
