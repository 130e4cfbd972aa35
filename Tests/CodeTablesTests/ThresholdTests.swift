import CodeTables
import Coding
import Infusion
import Testing

/// The table of coding-rules 3.1, on both sides of each border.
@Suite struct ThresholdTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let minutes: Int
    /// Further hours of a service whose first hour has a code of its own.
    let beyondFirst: Int
    /// Hours of fluids that are secondary.
    let fromNothing: Int

    init(_ minutes: Int, _ beyondFirst: Int, _ fromNothing: Int) {
      self.minutes = minutes
      self.beyondFirst = beyondFirst
      self.fromNothing = fromNothing
    }

    var testDescription: String { "\(minutes) minutes" }
  }

  static let lines = [
    Line(0, 0, 0), Line(15, 0, 0), Line(16, 0, 0), Line(30, 0, 0), Line(31, 0, 1), Line(60, 0, 1), Line(61, 0, 1),
    Line(90, 0, 1), Line(91, 1, 2), Line(150, 1, 2), Line(151, 2, 3), Line(210, 2, 3), Line(211, 3, 4),
    Line(270, 3, 4), Line(271, 4, 5), Line(330, 4, 5), Line(331, 5, 6), Line(390, 5, 6), Line(391, 6, 7),
    Line(450, 6, 7), Line(451, 7, 8), Line(510, 7, 8), Line(511, 8, 9),
  ]

  @Test(arguments: lines)
  func earnsTheHoursOfTheTable(_ line: Line) throws {
    for tables in try bundledTables.get().allYears {
      #expect(tables.codingYear.thresholds.hoursBeyondFirst(line.minutes) == line.beyondFirst)
      #expect(tables.codingYear.thresholds.hoursFromNothing(line.minutes) == line.fromNothing)
    }
  }

  @Test func partsPushesInfusionsAndFluidsByTheMinute() throws {
    for tables in try bundledTables.get().allYears {
      let thresholds = tables.codingYear.thresholds
      #expect(thresholds.longestPush == 15)
      #expect(thresholds.shortestInfusion == 16)
      #expect(thresholds.shortestHydration == 31)
      #expect(thresholds.repeatPushMinutes == 31)
      #expect(thresholds.bagChangeGap == 5)
      #expect(thresholds.keepOpenMillilitersPerHour == ExactDecimal(30))
      #expect(thresholds.infusionMilliliters == ExactDecimal(50))
      #expect(thresholds.manyLesions == 8)
    }
  }
}
