internal import Bitext

/// What the elements of an entry state, whichever style they are written in.
extension TBXEntry {
  /// The statements that stand directly in an element or in its groups, in order.
  static func facts(of element: TBXElement, except parts: Set<String>) -> [TermFact] {
    element.children.filter { !parts.contains($0.name) }.flatMap { child in
      TBXElement.groups.contains(child.name) ? facts(ofGroup: child, except: parts) : [fact(child)]
    }.filter { !$0.value.isEmpty || $0.target != nil || $0.date != nil }
  }

  /// A group is one statement with what is said of it: where it comes from, who did it and when. Notes
  /// and whatever else stands in it come after it.
  private static func facts(ofGroup group: TBXElement, except parts: Set<String>) -> [TermFact] {
    if group.name == "termGrp" { return facts(of: group, except: parts) }
    guard let first = group.children.firstIndex(where: { $0.name != "date" }) else { return [] }
    var main = fact(group.children[first])
    var others: [TermFact] = []
    for (index, child) in group.children.enumerated() where index != first {
      if TBXElement.groups.contains(child.name) {
        others += facts(ofGroup: child, except: parts)
        continue
      }
      let part = fact(child)
      if main.kind == .transaction, child.name == "date" {
        main.date = child.text
      } else if main.kind == .transaction, part.name == "responsibility", main.source == nil {
        main.source = part.value
      } else if part.kind == .administration, part.name == "source", main.source == nil {
        main.source = part.value
      } else {
        others.append(part)
      }
    }
    return [main] + others
  }

  /// One statement. In DCT the element itself is the category.
  private static func fact(_ element: TBXElement) -> TermFact {
    let text = element.text
    if element.name == "note" { return TermFact(.note, "", text) }
    if let kind = TermFact.Kind(rawValue: element.name) {
      return fact(kind, element.type ?? "", text, element)
    }
    let notes: [String: TermFact.Kind] = [
      "adminNote": .administration, "descripNote": .description, "transacNote": .administration,
    ]
    if let kind = notes[element.name] { return fact(kind, element.type ?? "", text, element) }
    let kind = TBXCategory.named(element.name)?.kind ?? .description
    return fact(kind, element.name, text, element)
  }

  private static func fact(
    _ kind: TermFact.Kind, _ name: String, _ text: String, _ element: TBXElement
  ) -> TermFact {
    // MultiTerm writes who did it where the standard has what was done.
    if kind == .transaction, ["origination", "modification"].contains(name) {
      return TermFact(.transaction, "transactionType", name, source: text)
    }
    return TermFact(kind, name, text, target: element.target)
  }
}
