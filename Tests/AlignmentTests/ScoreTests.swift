import Bitext
import Testing

@testable import Alignment

@Suite struct ScoreTests {
  private func beads(_ lines: String) -> [Bead] {
    lines.split(separator: " ").compactMap { Bead(line: $0) }
  }

  @Test func strictAndLaxAsThePublishedTablesCount() {
    let gold = beads("[0]:[0] [1,2]:[1] []:[2] [3]:[3]")
    let test = beads("[0]:[0] [1]:[1] [2]:[2] [3]:[3]")
    let score = Score(of: test, against: gold)
    #expect(score.strict.precision == 0.5)
    #expect(score.strict.recall == 0.5)
    #expect(score.lax.precision == 0.75)
    #expect(score.lax.recall == 1)
    #expect(score.byShape[Shape(2, 1)]?.recall == 0)
  }

  @Test func nothingScoresNothing() {
    #expect(Score(of: [], against: []).strict.f1 == 0)
    #expect(Score(of: [], against: []).interval() == 0...0)
  }

  @Test func perfectProbabilitiesHaveASmallError() {
    var random = SeededGenerator(7)
    let judged = (0..<2000).map { _ -> Score.Judged in
      let confidence = Double.random(in: 0.3...1, using: &random)
      return Score.Judged(
        confidence: confidence, isRight: Double.random(in: 0..<1, using: &random) < confidence,
        gold: 1)
    }
    let calibration = Calibration(judged)
    #expect(calibration.error <= calibration.perfectError())
    let boastful = Calibration(
      judged.map {
        Score.Judged(confidence: 1, isRight: $0.isRight, gold: 1)
      })
    #expect(boastful.error > 0.2)
  }

  @Test func theDoubtfulTenthHoldsTheErrors() {
    let judged = (0..<100).map {
      Score.Judged(confidence: Double($0) / 100, isRight: $0 >= 5, gold: 1)
    }
    #expect(Calibration(judged).errorsFound(lookingAt: 0.1) == 1)
    #expect(Calibration(judged).errorsFound(lookingAt: 0.03) == 0.6)
  }

  @Test func theIntervalHoldsTheScore() {
    let gold = (0..<200).map { Bead([$0], [$0]) }
    let test = (0..<200).map { $0 % 10 == 0 ? Bead([$0], []) : Bead([$0], [$0]) }
    let score = Score(of: test, against: gold)
    #expect(score.interval().contains(score.strict.f1))
    #expect(score.interval() == score.interval())
  }
}
