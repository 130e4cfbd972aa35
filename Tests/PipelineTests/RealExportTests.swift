import Coding
import Infusion
import Pipeline
import Testing

/// Exports that no one here wrote: what is read, what is left out and why, and what is recognised.
@Suite("Real exports", .enabled(if: RealExport.isHere, "../shared/real is not beside the checkout"))
struct RealExportTests {
  private func excluded(_ summary: RunSummary, _ reasons: String...) -> [Int] {
    reasons.map { summary.rows.excluded[$0] ?? 0 }
  }

  @Test("Intervals of MIMIC-III: rewritten rows are void, carrier fluid is a vehicle")
  func mimicIntervals() throws {
    let (output, summary) = try RealExport.mimicIntervals.run()
    #expect(summary.rows.read == 13_224 && summary.rows.isBalanced && summary.rows.rejected.isEmpty)
    #expect(excluded(summary, "VOID", "DUPLICATE_ROW", "REPLACED") == [2_910, 0, 0])
    #expect((1_000...3_390).contains(excluded(summary, "NB_VEHICLE")[0]))
    let (rows, recognised) = output.parenteral
    #expect(rows == 8_436 && recognised * 100 >= rows * 98, "\(recognised) of \(rows)")
  }

  @Test("The event log of CLIF: no infusion is left open, none ends without a begin")
  func clifContinuous() throws {
    let (output, summary) = try RealExport.clifContinuous.run()
    #expect(summary.rows.read == 14_190 && summary.rows.isBalanced && summary.rows.rejected.isEmpty)
    // The file has them twice, by the count of equal lines among the columns that mean something.
    #expect(excluded(summary, "DUPLICATE_ROW", "REPLACED", "VOID") == [2_280, 0, 0])
    #expect(summary.rowsWithoutBegin == 0)
    let rows = output.coded.flatMap(\.encounter.rows)
    #expect(rows.allSatisfy { $0.start != nil && $0.stop != nil && $0.technique == .infusion })
    #expect(rows.reduce(0) { $0 + $1.entryCount } == 14_190 - 2_280)
    #expect(output.parenteral.rows == output.parenteral.recognised)
  }

  @Test("Single doses of CLIF: what finished running and never began was given once")
  func clifIntermittent() throws {
    let (output, summary) = try RealExport.clifIntermittent.run()
    #expect(summary.rows.read == 6_340 && summary.rows.isBalanced && summary.rows.rejected.isEmpty)
    #expect(summary.rowsWithoutBegin == 0)
    let rows = output.coded.flatMap(\.encounter.rows)
    #expect(rows.allSatisfy { $0.start != nil && $0.entryCount == 1 })
    #expect(output.parenteral.rows == output.parenteral.recognised)
  }

  @Test("Charted rates of eICU, in minutes from admission: what runs until the next rate")
  func eICU() throws {
    let (output, summary) = try RealExport.eICUInfusions.run()
    #expect(summary.rows.read == 38_256 && summary.rows.isBalanced && summary.rows.rejected.isEmpty)
    let (rows, recognised) = output.parenteral
    #expect(recognised * 100 >= rows * 98, "\(recognised) of \(rows)")
    #expect(output.coded.count == 826)
  }

  @Test("OMOP: rows without a drug are rejected, and drugs that are only numbers are listed")
  func omop() throws {
    let (_, summary) = try RealExport.omop.run()
    #expect(summary.rows.read == 105 && summary.rows.isBalanced)
    #expect(summary.rows.rejected == ["IN-50": 5])
    #expect(!summary.unrecognisedDrugs.isEmpty)
  }

  @Test("MIMIC-IV without its detail has no route: refused, unless the configuration says what that means")
  func mimicRecord() throws {
    #expect(throws: RunError.self) { _ = try RealExport.mimicRecord.run() }
    let (output, summary) = try RealExport.mimicRecord.run { configuration in
      configuration.words.routes[""] = .other
      configuration.mar.meantByBlank = [.route]
    }
    #expect(summary.rows.read == 17 && summary.rows.excluded == ["NB_ROUTE": 17])
    #expect(output.coded.map(\.encounter.id) == ["27411876"])
    #expect(summary.unrecognisedDrugs.isEmpty)
  }
}
