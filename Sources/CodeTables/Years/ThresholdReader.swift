import Coding
import Infusion

/// Limits that decide drug classes (coding-rules CLS-13, CLS-14).
struct ClassLimits: Equatable, Sendable {
  /// From this volume on, milliliters, fluid with potassium chloride is fluid and not a rider.
  let riderMilliliters: ExactDecimal
  /// From these percentages on, saline and dextrose are drugs and not fluids (coding-rules CLS-13).
  let strongSalinePercent: ExactDecimal
  let strongDextrosePercent: ExactDecimal

  /// Whether a solution of this strength is a drug; nil for what no limit is set for.
  func isStrong(_ ingredient: String, percent: ExactDecimal) -> Bool? {
    switch ingredient {
    case "sodium chloride": percent >= strongSalinePercent
    case "dextrose": percent >= strongDextrosePercent
    default: nil
    }
  }
}

/// Reads `thresholds.csv`, and checks that its numbers agree with each other.
struct ThresholdReader {
  private let table: TableFile
  private let rows: [String: TableRow]

  init(year: Int, in folder: TableFolder) throws(TableError) {
    table = try folder.file("\(year)/thresholds.csv", columns: ["name", "value", "unit", "source"])
    rows = try table.keyed(by: "name") { (row) throws(TableError) in try row.text("name") }
  }

  func thresholds() throws(TableError) -> Thresholds {
    let thresholds = Thresholds(
      longestPush: try whole("longestPush"), shortestInfusion: try whole("shortestInfusion"),
      shortestHydration: try whole("shortestHydration"), furtherHourStarts: try whole("furtherHourStarts"),
      hourMinutes: try whole("hourMinutes"), pastTheHour: try whole("pastTheHour"),
      repeatPushMinutes: try whole("repeatPushMinutes"), bagChangeGap: try whole("bagChangeGap"),
      keepOpenMillilitersPerHour: try decimal("keepOpenRate"),
      infusionMilliliters: try decimal("infusionVolume"), pushWindow: try whole("pushWindow"),
      manyLesions: try whole("lesionsMany"))
    try check(thresholds)
    return thresholds
  }

  func classLimits() throws(TableError) -> ClassLimits {
    ClassLimits(
      riderMilliliters: try decimal("riderVolume"), strongSalinePercent: try percent("strongSaline"),
      strongDextrosePercent: try percent("strongDextrose"))
  }

  private func check(_ values: Thresholds) throws(TableError) {
    let agreements: [(name: String, holds: Bool, rule: String)] = [
      (
        "shortestInfusion", values.shortestInfusion == values.longestPush + 1,
        "shortestInfusion is not longestPush + 1"
      ),
      (
        "shortestHydration", values.shortestHydration > values.shortestInfusion,
        "shortestHydration is not longer than shortestInfusion"
      ),
      ("pastTheHour", values.pastTheHour < values.hourMinutes, "pastTheHour is not shorter than hourMinutes"),
      (
        "furtherHourStarts", values.furtherHourStarts == values.hourMinutes + values.pastTheHour,
        "furtherHourStarts is not hourMinutes + pastTheHour"
      ),
      ("bagChangeGap", values.bagChangeGap < values.longestPush, "bagChangeGap is not shorter than longestPush"),
    ]
    for (name, holds, rule) in agreements where !holds { throw failure(name, .contradiction(rule)) }
  }

  private func whole(_ name: String) throws(TableError) -> Int {
    let row = try row(name)
    let value = try row.whole("value")
    guard value > 0 else { throw row.unknown("value", expected: "a number above 0") }
    return value
  }

  private func decimal(_ name: String) throws(TableError) -> ExactDecimal {
    let row = try row(name)
    let value = try row.decimal("value")
    guard value > .zero else { throw row.unknown("value", expected: "a number above 0") }
    return value
  }

  private func percent(_ name: String) throws(TableError) -> ExactDecimal {
    let row = try row(name)
    guard row["unit"] == "percent" else { throw row.unknown("unit", expected: "percent") }
    let value = try decimal(name)
    guard value < ExactDecimal(100) else { throw row.unknown("value", expected: "a number below 100") }
    return value
  }

  private func row(_ name: String) throws(TableError) -> TableRow {
    guard let row = rows[name] else { throw table.failure(.incomplete(what: "the threshold \(name)")) }
    return row
  }

  private func failure(_ name: String, _ problem: TableError.Problem) -> TableError {
    rows[name]?.failure("value", problem) ?? table.failure(problem)
  }
}
