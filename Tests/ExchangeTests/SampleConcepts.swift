import Bitext

/// A glossary with everything that a concept and a term can say.
let fullGlossary: [Concept] = {
  var law = Concept(
    id: "T037", domain: "cyber-law", definition: "To teach the public what the law says.",
    terms: [
      Term(language: .zh, text: "网络普法"),
      Term(language: .en, text: "legal education in cyberspace", partOfSpeech: "np"),
      Term(language: .zh, text: "普法", status: .admitted, domain: "law"),
      Term(
        language: .en, text: "law popularization", status: .admitted, partOfSpeech: "np",
        note: "in the names of institutions", domain: "law"),
    ])
  law.definitionSource = "a handbook"
  law.note = "one idea, two wordings"
  law.source = "the white paper"
  law.client = "Blue Lake"
  law.created = Stamp(date: "2023-03-16", author: "Li <editor> & sons")
  law.changed = Stamp(date: "2024-01-02", author: "Wang")
  law.terms[1].source = "white paper, p. 3"
  law.terms[1].context = "Legal education in cyberspace has begun."
  law.terms[1].type = "phrase"
  law.terms[1].region = "CN"
  law.terms[1].register = "formal"
  law.terms[1].created = Stamp(date: "2023-04-01", author: "Li")
  law.terms[1].client = "Green Hill"
  law.terms[1].changed = Stamp(date: "2023-05-01")
  let court = Concept(
    id: "T200",
    terms: [
      Term(language: .zhHans, text: "互联网法院", partOfSpeech: "n"),
      Term(language: .zhHant, text: "網際網路法院", partOfSpeech: "n"),
      Term(language: .en, text: "internet court", partOfSpeech: "n"),
      Term(language: .en, text: "cyber court", status: .deprecated, partOfSpeech: "n"),
      Term(language: .en, text: "web court", status: .superseded, partOfSpeech: "n"),
      Term(
        language: .en, text: "internet tribunal", status: .forbidden, partOfSpeech: "n",
        note: "a court & no \"tribunal\""),
    ])
  return [law, court]
}()
