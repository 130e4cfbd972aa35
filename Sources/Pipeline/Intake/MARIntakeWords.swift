import CodeTables
import Infusion

/// Drug, route, action and whatever else a row says in words.
extension MARIntake {
  /// The action; a blank one means given, unless the configuration says otherwise.
  mutating func action(_ record: IntakeRecord) throws(RowFailure) -> ActionWord {
    if let refusal = refusal(record) { return refusal }
    let range = record.range(columns.action)
    guard !range.isEmpty else { return vocabulary.blankAction }
    let vocabulary = vocabulary
    if let meaning = actions.value(record.bytes, range, or: { vocabulary.action($0) }) { return meaning }
    throw record.rejected(
      MARField.action.rawValue, columns.action, "IN-34", "it is not known what this action means",
      "say so in infusion-charges.yaml under mar: values: action:")
  }

  /// Void or never given, when the status says so; what else a status says is not about the giving.
  private mutating func refusal(_ record: IntakeRecord) -> ActionWord? {
    let range = record.range(columns.status)
    guard !range.isEmpty else { return nil }
    let vocabulary = vocabulary
    let meaning = actions.value(record.bytes, range, or: { vocabulary.action($0) })
    return meaning == .void || meaning == .neverGiven ? meaning : nil
  }

  /// The row with drug, class, route, technique, site, bag and facts; its times are still missing.
  mutating func drugAndRoute(_ record: IntakeRecord, isGiven: Bool) throws(RowFailure) -> MARRow {
    try record.checkFilled(columns.drug, MARField.drug)
    let route = try route(record, isGiven: isGiven)
    let drug = drugs.recognise(record, text: columns.drug, hcpcs: columns.hcpcs)
    let facts = try facts(record)
    let volume = record.plainNumber(columns.volume) ?? record.filled(columns.volume).flatMap(FlowText.milliliters)
    let own = drugs.meaning(of: drug, route: route.route, volume: volume, facts: facts)
    let meaning = own.overridden(by: try classOverride(record), route: route.route)
    // Only drug units need what was given and what was opened for it, so that none of it rejects a row.
    return MARRow(
      source: record.source, drug: drug.key, drugName: drug.name, drugClass: meaning.drugClass,
      classRule: meaning.rule, family: meaning.family, route: route.route, technique: technique(record, route: route),
      site: site(record, route: route.route), bag: bag(record), volumeMilliliters: volume, hcpcs: drug.hcpcs,
      dose: dose(record, columns.dose, unit: columns.doseUnit),
      opened: dose(record, columns.opened, unit: columns.openedUnit),
      isSingleDose: record.filled(columns.singleDose).flatMap(vocabulary.answer), facts: facts.union(meaning.facts))
  }

  private mutating func bag(_ record: IntakeRecord) -> String? {
    let range = record.range(columns.bagID)
    return range.isEmpty ? nil : bagIDs.value(record.bytes, range, or: { NumberText.id($0) })
  }

  private mutating func route(_ record: IntakeRecord, isGiven: Bool) throws(RowFailure) -> RouteMeaning {
    let range = record.range(columns.route)
    let vocabulary = vocabulary
    if range.isEmpty, let meaning = vocabulary.blankRoute { return meaning }
    if !range.isEmpty, let meaning = routes.value(record.bytes, range, or: { vocabulary.route($0) }) {
      return meaning
    }
    // A dose that was never given yields nothing whatever its route.
    if !isGiven { return RouteMeaning(route: .other) }
    try record.checkFilled(columns.route, MARField.route)
    throw record.rejected(
      MARField.route.rawValue, columns.route, "IN-50", "it is not known which route this is",
      "say so in infusion-charges.yaml under mar: values: route:")
  }

  private mutating func classOverride(_ record: IntakeRecord) throws(RowFailure) -> ClassWord? {
    let range = record.range(columns.drugClass)
    guard !range.isEmpty else { return nil }
    let vocabulary = vocabulary
    if let meaning = drugClasses.value(record.bytes, range, or: { vocabulary.drugClass($0) }) { return meaning }
    throw record.rejected(
      MARField.drugClass.rawValue, columns.drugClass, "IN-50", "it is not known which class this is",
      "say so in infusion-charges.yaml under mar: values: drug_class:, or leave the column out")
  }

  /// The technique written, else that of the route: a piggyback is an infusion.
  ///
  /// Without either it is an injection under the skin or into muscle, else unknown. A word that nobody knows is none.
  private mutating func technique(_ record: IntakeRecord, route: RouteMeaning) -> Technique {
    let range = record.range(columns.technique)
    let vocabulary = vocabulary
    let written = range.isEmpty ? nil : techniques.value(record.bytes, range, or: { vocabulary.technique($0) })
    if let written, written != .unknown { return written }
    if let meant = route.technique, meant != .unknown { return meant }
    return route.route == .subcutaneous || route.route == .intramuscular ? .injection : .unknown
  }

  /// The access site; on other routes the column holds a part of the body, which is none.
  private mutating func site(_ record: IntakeRecord, route: Route) -> String? {
    let range = record.range(columns.site)
    guard !range.isEmpty, route != .subcutaneous, route != .intramuscular, route != .intradermal else { return nil }
    let name = sites.value(record.bytes, range, or: { AccessSiteName.withoutLumen($0) })
    return name.isEmpty ? nil : name
  }

  private mutating func facts(_ record: IntakeRecord) throws(RowFailure) -> RowFacts {
    var facts = RowFacts()
    let purpose = record.range(columns.purpose)
    if !purpose.isEmpty {
      let vocabulary = vocabulary
      facts.formUnion(purposes.value(record.bytes, purpose, or: { vocabulary.purpose($0) }))
    }
    if !record.isBlank(columns.secondSiteReason) { facts.insert(.secondSiteJustified) }
    if try isPrimaryReason(record) { facts.insert(.primaryReason) }
    let payer = record.range(columns.payer)
    if !payer.isEmpty {
      let vocabulary = vocabulary
      if payers.value(record.bytes, payer, or: { vocabulary.isMedicare($0) }) { facts.insert(.medicare) }
    }
    return facts
  }

  private mutating func dose(_ record: IntakeRecord, _ column: Int?, unit: Int?) -> Dose? {
    guard !record.isBlank(column) else { return nil }
    let unit = doseUnits.value(record.bytes, record.range(unit), or: { DoseUnit($0) })
    if let amount = record.plainNumber(column) { return Dose(amount, unit) }
    return DoseText.dose(record.text(column), unit: unit)
  }

  private func isPrimaryReason(_ record: IntakeRecord) throws(RowFailure) -> Bool {
    guard let text = record.filled(columns.primaryReason) else { return false }
    if let answer = vocabulary.answer(text) { return answer }
    throw record.rejected(
      MARField.primaryReason.rawValue, columns.primaryReason, "IN-50", "it is neither yes nor no", "write yes or no")
  }
}
