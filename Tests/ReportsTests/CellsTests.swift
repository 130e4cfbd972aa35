import CSV
import Infusion
import Testing

@testable import Reports

/// Cells that are written as bytes hold what the values say of themselves.
@Suite struct CellsTests {
  @Test(
    "Days are written as ISO 8601",
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (20_512, "2026-02-28"), (-719_528, "0000-01-01"),
      (2_932_896, "9999-12-31"),
      (2_932_897, "10000-01-01"),
    ])
  func days(_ daysSince1970: Int32, _ written: String) {
    let date = CivilDate(daysSince1970: daysSince1970)
    #expect(cell { $0.day(date) } == written)
    #expect(date.description == written)
  }

  @Test(
    "Money has two digits behind the point, and more where it has more",
    arguments: [
      ("0", "0.00"), ("12", "12.00"), ("12.5", "12.50"), ("0.07", "0.07"), ("-3.1", "-3.10"), ("1.005", "1.005"),
      ("999999999999999999.99", "999999999999999999.99"),
    ])
  func money(_ number: String, _ written: String) throws {
    let amount = try #require(ExactDecimal(number))
    #expect(cell { $0.money(amount) } == written)
    #expect(amount.money == written)
  }

  @Test(
    "Codes that a spreadsheet would run are guarded like any text",
    arguments: [("96365", "96365"), ("=1+1", "'=1+1"), ("A,B", "\"A,B\""), ("\"", "\"\"\"\"")])
  func codes(_ code: String, _ written: String) {
    #expect(cell { $0.code(ProcedureCode(code)) } == written)
  }

  @Test("What is not there is an empty cell")
  func nothing() {
    let row = table { writer in
      writer.day(nil)
      writer.money(nil)
      writer.code(nil)
      writer.number(nil)
      writer.joined([String](), by: "; ")
      writer.yes(if: false)
      writer.endRow()
    }
    #expect(row == ",,,,,\n")
  }

  /// The text of a lone cell.
  private func cell(_ write: (inout RecordWriter) -> Void) -> String {
    let row = table { writer in
      write(&writer)
      writer.endRow()
    }
    return String(row.dropLast())
  }
}
