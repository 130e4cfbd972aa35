import Coding
import Infusion

extension DrugBilling {
  /// Infliximab in two codes, pegfilgrastim before and after 2022, and others with units of every measure.
  static let forTests = DrugBilling(
    units: [
      "J1745": BillingUnit(ExactDecimal(10), .milligram, vialSizes: [ExactDecimal(100)]),
      "Q5103": BillingUnit(ExactDecimal(10), .milligram),
      "J2505": BillingUnit(ExactDecimal(6), .milligram),
      "J2506": BillingUnit(ExactDecimal(mantissa: 5, scale: 1), .milligram),
      "J3490": BillingUnit(ExactDecimal(100_000), .unit), "J0885": BillingUnit(ExactDecimal(1000), .unit),
      "J1750": BillingUnit(ExactDecimal(50), .microgram), "J7050": BillingUnit(ExactDecimal(250), .milliliter),
      "J3480": BillingUnit(ExactDecimal(2), .milliequivalent), "90632": BillingUnit(ExactDecimal(1), .dose),
      "J9299": BillingUnit(ExactDecimal(1), .milligram, vialSizes: [40, 100, 240].map { ExactDecimal($0) }),
    ].asCodes,
    drugs: [
      "J1745": "infliximab", "Q5103": "infliximab", "J2505": "pegfilgrastim", "J2506": "pegfilgrastim",
      "J9299": "nivolumab", "J0885": "epoetin", "J9999": "unmeasured", "J3490": "penicillin",
    ].asCodes.mapValues { DrugKey(ingredients: [$0]) },
    activeCodes: Set(["J1745", "Q5103", "J2506", "J9299", "J0885", "J9999"].map { ProcedureCode($0) }),
    successors: ["J2505": ProcedureCode("J2506")].asCodes)
}

extension Dictionary where Key == String {
  fileprivate var asCodes: [ProcedureCode: Value] {
    Dictionary<ProcedureCode, Value>(uniqueKeysWithValues: map { (ProcedureCode($0.key), $0.value) })
  }
}

/// A row in words: `J1745 infliximab 305 mg from 400 mg`, `infliximab 100 mg`, `J1745 infliximab 100 mg multi`.
///
/// Shape: code (may be missing), drug, amount, unit; then `from` amount and unit of single-dose containers, `multi` for
/// containers of several doses, `day 6`, `bag B`, `held`, `oral`, `SC`, `Medicare`.
func drugRow(_ number: Int, _ text: String) -> MARRow {
  var words = text.split(separator: " ").map(String.init)
  let hcpcs = words[0].contains(where: \.isNumber) ? words.removeFirst() : nil
  var given = row(number, words.removeFirst())
  given.hcpcs = hcpcs
  if let amount = words.first.flatMap({ ExactDecimal($0) }) {
    given.dose = Dose(amount, DoseUnit(words[1].replacing("_", with: " ")))
    words.removeFirst(2)
  }
  while let word = words.first {
    words.removeFirst()
    switch word {
    case "from":
      given.opened = ExactDecimal(words[0]).flatMap { Dose($0, DoseUnit(words[1])) }
      given.isSingleDose = true
      words.removeFirst(2)
    case "multi": given.isSingleDose = false
    case "day": given.start = ClockTime(day(Int(words.removeFirst()) ?? 0), minuteOfDay: 545)
    case "bag": given.bag = words.removeFirst()
    case "held": given.isGiven = false
    case "oral": given.route = .oral
    case "SC": given.route = .subcutaneous
    case "Medicare": given.facts.insert(.medicare)
    default: preconditionFailure("no word of a drug row: \(word)")
    }
  }
  return given
}

func drugEncounter(_ rows: [String]) -> Encounter {
  Encounter(id: "E1", setting: .facility, rows: rows.enumerated().map { drugRow($0.offset + 1, $0.element) })
}
