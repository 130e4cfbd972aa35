import Infusion

/// A drug as a pharmacy prints it, one dose of it, and how it is billed.
struct StockedDrug: Sendable {
  /// What templates call it.
  let name: String
  let text: String
  let dose: ExactDecimal
  let unit: String
  /// Nil for a drug that is not billed by itself.
  let code: ProcedureCode?
  /// How much one billed unit of the code is, in the unit of the dose.
  let billingUnit: ExactDecimal
  /// What is in the bag; empty for a syringe.
  let milliliters: String
  /// What was opened of single-dose containers, in the unit of the dose; nil where the record does not say.
  let opened: ExactDecimal?

  /// The shelf, by name.
  ///
  /// - Throws: `template`.
  static func shelf(_ text: String = shelfText) throws(GenerationError) -> [String: StockedDrug] {
    var shelf: [String: StockedDrug] = [:]
    for line in text.split(separator: "\n") {
      let drug = try StockedDrug(line)
      shelf[drug.name] = drug
    }
    return shelf
  }

  private init(_ line: Substring) throws(GenerationError) {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
    let amounts = cells.count > 2 ? cells[2].split(separator: " ") : []
    guard cells.count == 6, amounts.count == 2, let dose = ExactDecimal(amounts[0]) else {
      throw .template(line: String(line), problem: "not: name | text | dose unit | code per amount | mL | opened")
    }
    (name, text, self.dose, unit) = (cells[0], cells[1], dose, String(amounts[1]))
    let billed = cells[3].split(separator: " ")
    code = billed.first.map { ProcedureCode($0) }
    billingUnit = billed.last.flatMap { ExactDecimal($0) } ?? ExactDecimal(1)
    milliliters = cells[4]
    opened = ExactDecimal(cells[5])
  }
}

/// A text without the spaces around it.
func trimmed(_ text: Substring) -> String {
  let start = text.drop { $0 == " " }
  return String(start.reversed().drop { $0 == " " }.reversed())
}
