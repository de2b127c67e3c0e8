import Bitext
import Exchange
import TestData
import Testing

@testable import Terminology

func sampleGlossary() throws -> Glossary {
  Glossary(try GlossaryReading(Array(sampleTSV.utf8), name: "terms.tsv").concepts)
}
