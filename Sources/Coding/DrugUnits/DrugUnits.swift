import Infusion

/// The drug units that one encounter supports (coding-rules 5.1), apart from the codes for giving them.
///
/// It counts from doses as documented and converts only between units of one measure. What it cannot count it says.
package struct DrugUnits: Sendable {
  package static let roundOnce = Rule(
    "DRUG-01", "Units are the doses of a day and code added up, divided by the code's unit, and rounded up once.",
    evidence: "S41 D")
  package static let wholeUnitsLeft = Rule(
    "DRUG-02", "Waste of single-dose containers is the whole units in what was opened, less the units given.",
    evidence: "S41")
  package static let ownLineForWaste = Rule(
    "DRUG-03", "Waste is billed with JW on a line of its own; where none is billed the drug line carries JZ.",
    evidence: "S41")
  package static let medicareSingleDose = Rule(
    "DRUG-04", "Medicare asks for JW or JZ on separately paid drugs from single-dose containers, hospitals included.",
    evidence: "S41")
  package static let leastWaste = Rule(
    "DRUG-05", "The containers opened are those that leave the least waste among the sizes sold.", evidence: "S41")
  package static let notBeyondOpened = Rule(
    "DRUG-06", "What is given and wasted is no more than what was opened, and waste billed is waste documented.",
    evidence: "S41")
  package static let routeModifiers = Rule(
    "DRUG-07", "Where a contractor asks for the route, JA stands for a vein and JB for under the skin.",
    evidence: "S42")
  package static let unitOfTheTable = Rule(
    "DRUG-08", "The unit of a code is that of the table in force; doses convert only within one measure.",
    evidence: "S41 K")

  /// By day, then code; one for each.
  package private(set) var totals: [DrugTotal] = []
  /// Codes and days that cannot be counted, in the same order.
  package private(set) var uncounted: [UncountedDrug] = []

  /// Counts what was given on an encounter.
  package init(of encounter: Encounter, billing: DrugBilling) {
    let givings = DrugGiving.all(in: encounter.rows, billing: billing)
    for (_, givings) in Dictionary(grouping: givings, by: Key.init).sorted(by: { $0.key < $1.key }) {
      count(givings, by: billing)
    }
  }

  /// - Parameter givings: of one code and day; never empty.
  private mutating func count(_ givings: [DrugGiving], by billing: DrugBilling) {
    guard let unit = billing.units[givings[0].code] else {
      uncounted.append(UncountedDrug(givings, "no table gives the unit of \(givings[0].code)"))
      return
    }
    let counted = givings.map { $0.amount(in: unit.unit) }
    if let place = counted.firstIndex(of: nil) {
      uncounted.append(UncountedDrug(givings, Self.reason(givings[place], unit)))
    } else if let total = DrugTotal(givings, amounts: counted.compactMap(\.self), unit: unit) {
      totals.append(total)
    } else {
      uncounted.append(UncountedDrug(givings, "the doses are more units of \(unit) than can be counted"))
    }
  }

  private static func reason(_ giving: DrugGiving, _ unit: BillingUnit) -> String {
    guard let dose = giving.dose else {
      return giving.rows.contains { $0.dose != nil } ? "rows of one bag name different doses" : "a row names no dose"
    }
    if dose.amount == .zero { return "a row names a dose of nothing" }
    if dose.unit == .other("") { return "the dose \(dose.amount) has no unit" }
    return "\(dose) cannot be converted to units of \(unit)"
  }

  private struct Key: Hashable, Comparable {
    let date: CivilDate
    let code: ProcedureCode

    init(_ giving: DrugGiving) {
      date = giving.serviceDate
      code = giving.code
    }

    static func < (left: Key, right: Key) -> Bool { (left.date, left.code) < (right.date, right.code) }
  }
}
