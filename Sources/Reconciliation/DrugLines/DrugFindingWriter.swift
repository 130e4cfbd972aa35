import Coding
import Infusion

/// Puts compared drug lines into words.
struct DrugFindingWriter {
  let encounter: Encounter
  /// Whether the record of the encounter states of any drug what was opened.
  let statesOpened: Bool

  /// The drug's finding, and one for its waste where there is something to say of it.
  func findings(_ pair: DrugMatching.Pair) -> [Finding] {
    let (total, billed) = (pair.total, pair.billed)
    var finding = blank(total, .match)
    finding.suggestedUnits = total.units
    finding.suggestedModifiers = total.lines[0].modifiers
    finding.billedUnits = billed.units
    finding.billedModifiers = billed.modifiers
    finding.chargeRows = billed.rows
    finding.add(rules: total.lines[0].rules)
    finding.add(sentence: total.story + ".")
    judgeUnits(&finding, total, billed)
    judgeDate(&finding, total, billed)
    WasteChecks(total: total, billed: billed).judge(&finding)
    judgeRoute(&finding, total, billed)
    return [finding] + [waste(total, billed)].compactMap(\.self)
  }

  private func judgeUnits(_ finding: inout Finding, _ total: DrugTotal, _ billed: BilledDrug) {
    guard billed.units != total.units else { return }
    finding.status = billed.units < total.units ? .unitsLow : .unitsHigh
    finding.object(.units, DrugRules.units)
    finding.add(rules: [DrugRules.unitOfTheTable.id])
    finding.add(sentence: "\(billed.units) \(billed.units == 1 ? "was" : "were") billed.")
    guard total.wastedUnits > 0, billed.wastedUnits == 0, billed.units == total.units + total.wastedUnits else {
      return
    }
    finding.add(sentence: "That is the drug and its waste in one line.")
    // Only Medicare is known to want them apart.
    if !total.isMedicare { finding.severity = .info }
  }

  private func judgeDate(_ finding: inout Finding, _ total: DrugTotal, _ billed: BilledDrug) {
    guard let date = billed.date, date != total.serviceDate else { return }
    if finding.status == .match { finding.status = .date }
    finding.add(key: ReasonCode.dateMismatch.rawValue)
    finding.add(rules: [MatchingRules.otherDate.id])
    finding.severity = max(finding.severity, MatchingRules.otherDate.severity)
    finding.add(sentence: "It was given on \(total.serviceDate) and billed on \(date).")
  }

  /// That no route modifier is billed says nothing: contractors differ (coding-rules DRUG-07).
  private func judgeRoute(_ finding: inout Finding, _ total: DrugTotal, _ billed: BilledDrug) {
    let ways: [(Modifier, Set<Route>, String)] = [
      (.drugIntoVein, [.intravenous, .intraosseous], "into a vein"),
      (.drugUnderSkin, [.subcutaneous], "under the skin"),
    ]
    for (modifier, routes, words) in ways
    where billed.modifiers.contains(modifier) && routes.isDisjoint(with: total.routes) {
      finding.object(.routeModifier, DrugRules.routeModifiers)
      finding.add(sentence: "\(modifier) says that it went \(words), and the record shows another route.")
    }
  }

  /// The finding of what was thrown away; nil when there is none to bill and none billed.
  private func waste(_ total: DrugTotal, _ billed: BilledDrug) -> Finding? {
    guard billed.wastedUnits > 0 || (total.wastedUnits > 0 && total.isMedicare) else { return nil }
    var finding = blank(total, .match)
    finding.suggestedModifiers = [.drugWasted]
    finding.suggestedUnits = total.wastedUnits > 0 ? total.wastedUnits : nil
    finding.billedUnits = billed.wastedUnits > 0 ? billed.wastedUnits : nil
    finding.billedModifiers = billed.wasteModifiers
    finding.chargeRows = billed.wasteRows
    if total.lines.count > 1 { finding.add(rules: total.lines[1].rules) }
    WasteChecks(total: total, billed: billed).judgeWaste(&finding, statesOpened: statesOpened)
    return finding
  }

  /// A drug that the record names by its code, on an encounter that bills other drugs.
  func notBilled(_ total: DrugTotal) -> Finding {
    var finding = missing(total)
    finding.add(key: DrugKeyword.notBilled.rawValue)
    finding.severity = .info
    finding.add(sentence: "Other drugs of this encounter were billed, and \(total.code) was not.")
    return finding
  }

  /// One drug under two codes: both lines, each naming the other.
  func findings(ofOtherCode pair: DrugMatching.Pair) -> [Finding] {
    let (total, billed) = (pair.total, pair.billed)
    var finding = missing(total)
    finding.object(.otherCode, DrugRules.unitOfTheTable)
    finding.pairsWith = PairedCode(billed.code, modifiers: [])
    finding.add(sentence: "\(billed.code) was billed for it, and units of the two codes are not the same thing.")
    var other = finding
    other.code = billed.code
    other.description = total.drugName
    other.status = .unsupported
    other.serviceDate = billed.date ?? total.serviceDate
    other.suggestedUnits = nil
    other.suggestedModifiers = []
    other.billedUnits = billed.units
    other.billedModifiers = billed.modifiers
    other.chargeRows = billed.allRows
    other.pairsWith = PairedCode(total.code, modifiers: [])
    other.reason = ""
    other.add(sentence: "\(billed.code) was billed; the record supports \(total.code): \(total.story).")
    return [finding, other]
  }

  /// A question where a billed drug cannot be counted; nil where it is not billed.
  func question(_ uncounted: UncountedDrug, billed: [BilledDrug]) -> Finding? {
    let ofCode = billed.filter { $0.code == uncounted.code }
    guard let line = ofCode.first(where: { $0.date == uncounted.notice.date }) ?? ofCode.first else { return nil }
    var finding = Finding(
      encounterID: encounter.id, serviceDate: uncounted.notice.date, setting: encounter.setting, code: line.code,
      status: .review)
    finding.severity = .info
    finding.needsReview = true
    finding.billedUnits = line.units
    finding.billedModifiers = line.modifiers
    finding.recordRows = uncounted.notice.rows
    finding.chargeRows = line.allRows
    finding.add(key: uncounted.notice.kind.rawValue)
    finding.add(rules: uncounted.notice.rules)
    finding.add(sentence: uncounted.notice.sentence + ".")
    return finding
  }

  private func missing(_ total: DrugTotal) -> Finding {
    var finding = blank(total, .missing)
    finding.suggestedUnits = total.units
    finding.suggestedModifiers = total.lines[0].modifiers
    finding.add(rules: total.lines[0].rules)
    finding.add(sentence: total.story + ".")
    return finding
  }

  private func blank(_ total: DrugTotal, _ status: Finding.Status) -> Finding {
    var finding = Finding(
      encounterID: encounter.id, serviceDate: total.serviceDate, setting: encounter.setting, code: total.code,
      status: status)
    finding.description = "\(total.drugName), \(total.unit)"
    finding.recordRows = total.rows
    return finding
  }
}

extension Finding {
  /// Makes a match a failed check, and adds key, rule and severity.
  mutating func object(_ key: DrugKeyword, _ rule: CheckRule, severity: Severity? = nil) {
    if status == .match { status = .check }
    add(key: key.rawValue)
    add(rules: [rule.id])
    objection = max(objection, severity ?? rule.severity)
    self.severity = max(self.severity, objection)
  }
}
