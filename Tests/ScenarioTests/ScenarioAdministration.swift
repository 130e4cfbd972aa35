import CodeTables
import Coding
import Infusion

extension ScenarioTable.Row {
  /// The row of the record that a `given` row describes.
  ///
  /// - Parameter policy: decides classes left open.
  func administration(
    _ source: SourceRow, on date: CivilDate, _ policy: Policy
  ) throws(ScenarioError.Problem) -> MARRow {
    guard !self["drug"].isEmpty else { throw .badValue(field: "drug", value: "") }
    let ingredients = self["drug"].split(separator: "+").map { String(trimmed($0)) }
    var row = MARRow(
      source: source, drug: DrugKey(ingredients: ingredients), drugName: String(self["drug"]),
      drugClass: self["class"].isEmpty ? .therapeutic : try value("class"), route: try value("route"))
    if !self["technique"].isEmpty { row.technique = try value("technique") }
    if !self["site"].isEmpty { row.site = String(self["site"]) }
    if !self["start"].isEmpty { row.start = try ScenarioTime.time(self["start"], on: date) }
    if !self["stop"].isEmpty { row.stop = try ScenarioTime.time(self["stop"], on: date) }
    for word in self["more"].split(separator: " ") {
      if let fact = Self.facts[String(word)] {
        row.facts.insert(fact)
      } else if word == "single_dose" || word == "multi_dose" {
        row.isSingleDose = word == "single_dose"
      } else {
        try set(word, in: &row, on: date)
      }
    }
    if self["class"].isEmpty { classify(&row, policy) }
    return row
  }

  /// Takes drug and class from the bundled tables, for a row that leaves its class open.
  private func classify(_ row: inout MARRow, _ policy: Policy) {
    guard let formulary = try? bundledTables.get().formulary else { return }
    let drug = formulary.recognise(drugText: row.drugName, hcpcs: row.hcpcs)
    let decision = formulary.drugClass(
      of: drug, route: row.route, bagMilliliters: row.volumeMilliliters, facts: row.facts, policy: policy)
    if let drug { row.drug = drug.key }
    row.family = row.family ?? drug?.family
    row.drugClass = decision.drugClass
    row.classRule = decision.rule
    if decision.isDefaulted { row.facts.insert(.classDefaulted) }
    row.facts.formUnion(drug?.facts ?? [])
  }

  /// A detail with a value, `volume=500`.
  private func set(_ word: Substring, in row: inout MARRow, on date: CivilDate) throws(ScenarioError.Problem) {
    let parts = word.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { throw .unknownDetail(String(word)) }
    let text = parts[1]
    switch parts[0] {
    case "bag": row.bag = String(text)
    case "dose": row.dose = try dose(text, "dose")
    case "opened": row.opened = try dose(text, "opened")
    case "hcpcs": row.hcpcs = String(text)
    case "status": row.isGiven = text == "given"
    case "family": row.family = try required(ProductFamily(rawValue: String(text)), "family", text)
    case "payer":
      if text == "medicare" { row.facts.insert(.medicare) }
    case "push_minutes": row.pushMinutes = try required(Int(text), "push_minutes", text)
    case "lesions": row.lesions = try required(Int(text), "lesions", text)
    case "volume": row.volumeMilliliters = try required(ExactDecimal(text), "volume", text)
    case "rate": row.rateMillilitersPerHour = try required(ExactDecimal(text), "rate", text)
    case "due": row.due = try ScenarioTime.time(text, on: date)
    case "last_seen": row.lastSeenRunning = try ScenarioTime.time(text, on: date)
    case "pauses": row.pauses = try ScenarioTime.intervals(text, on: date)
    default: throw .unknownDetail(String(word))
    }
  }

  /// `305mg`.
  private func dose(_ text: Substring, _ field: String) throws(ScenarioError.Problem) -> Dose {
    let amount = text.prefix { $0.isNumber || $0 == "." }
    return try required(
      ExactDecimal(amount).flatMap { Dose($0, DoseUnit(String(text.dropFirst(amount.count)))) }, field, text)
  }

  private func required<Value>(
    _ value: Value?, _ field: String, _ text: Substring
  ) throws(ScenarioError.Problem) -> Value {
    guard let value else { throw .badValue(field: field, value: String(text)) }
    return value
  }

  /// Details that are said by their name alone.
  private static let facts: [String: RowFacts] = [
    "flush": .flush, "port_flush": .portFlush, "kvo": .keepOpen, "vehicle": .vehicle,
    "procedure_integral": .procedureIntegral, "protocol_integral": .protocolIntegral, "deficiency": .deficiency,
    "second_site_justified": .secondSiteJustified, "primary_reason": .primaryReason,
    "indication_documented": .indicationDocumented, "catheter_clearance": .catheterClearance, "stroke": .stroke,
    "coronary": .coronary, "counselling": .counselling, "second_pump": .secondPump, "discontinued": .discontinued,
    "implanted": .implantedPump, "reservoir": .reservoir, "no_reservoir": .noReservoir,
    "puncture_by_another": .punctureByAnother, "patient_controlled": .patientControlled,
    "class_defaulted": .classDefaulted, "complexity_doc": .complexityToDocument, "blood_draw": .bloodDraw,
    "electrolyte": .electrolyte, "label_demands_fluids": .labelDemandsFluids, "premedication": .premedication,
    "clock_skipped": .clockSkipped, "clock_twice": .clockTwice,
  ]
}
