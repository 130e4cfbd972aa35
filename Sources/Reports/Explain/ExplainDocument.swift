import Coding
import Infusion
import Pipeline
import Reconciliation

/// One encounter as JSON, for programs: what `explain --format json` writes.
///
/// Shape: one object; keys are sorted and never renamed; what is not known has no key. Times are `2026-01-05 09:00`, days
/// `2026-01-05`, amounts texts such as `12.50`; records are places such as `mar.csv:412-415`.
///
/// | Key | Holds |
/// | --- | --- |
/// | `encounter` | `id`, `setting`, `place_of_service`, `arrival`, `departure`, `documented` (whether any row names it), `rows_rejected`, `incomplete` (a row or charge line could not be read) |
/// | `sites` | names of each access site, in the order visited |
/// | `rows` | list of `drug`, `class`, `route`, `technique`, `site`, `start`, `stop`, `minutes`, `counted` (fluids: list of `start`, `stop`, `minutes`), `codes`, `record` |
/// | `excluded` | list of `drug`, `reason`, `words`, `rules`, `record` |
/// | `charges` | list of `code`, `description`, `modifiers`, `units`, `service_date`, `sites`, `services`, `rules`, `notices`, `record` |
/// | `charges.services` | list of `story`, `arithmetic`, `units`, `rules` |
/// | `notices` | list of `kind`, `sentence`, `severity`, `review`, `service_date`, `rules`, `record`; a charge names them by number, from 1 |
/// | `steps` | list of `sentence`, `rules`, `record` |
/// | `rules` | for each id that is named above `sentence`, `evidence` |
/// | `sources` | documents that evidence names, by their number: `S11` |
/// | `policy` | choices that are not at their default |
/// | `comparison` | with a bill: `status`, `suggested`, `billed`, `findings` |
/// | `comparison.findings` | list of `code`, `service_date`, `status`, `severity`, `reason_codes`, `reason`, `rules`, `suggested_units`, `billed_units`, `suggested_modifiers`, `billed_modifiers`, `suggested_amount`, `billed_amount`, `pairs_with`, `review`, `record`, `bill` |
/// | `what_if` | with `--what-if`: `choices`, `charges` as above |
package struct ExplainDocument {
  private let explained: ExplainedEncounter
  private let otherwise: Derivation?
  private let choices: [String]

  /// - Parameters:
  ///   - otherwise: what would be derived with other choices.
  ///   - choices: those choices as written.
  package init(_ explained: ExplainedEncounter, otherwise: Derivation? = nil, choices: [String] = []) {
    self.explained = explained
    self.otherwise = otherwise
    self.choices = choices
  }

  /// The document, ending in a line end.
  package var text: String { JSONValue.object(members).document }

  private var encounter: Encounter { explained.coded.encounter }
  private var derivation: Derivation { explained.coded.derivation }

  private var members: [String: JSONValue] {
    var members: [String: JSONValue] = [
      "encounter": visit, "sites": .list(derivation.sites.map { .texts($0.names) }),
      "rows": .list(encounter.rows.filter { !excludedRows.contains($0.source) }.map(row)),
      "excluded": .list(derivation.excluded.map(excluded)),
      "charges": .list(derivation.charges.map { charge($0, in: derivation) }),
      "notices": .list(derivation.notices.map(notice)), "steps": .list(derivation.steps.map(step)), "rules": rules,
      "sources": documents,
      "policy": .object(explained.policy.changed.mapValues(JSONValue.text)),
    ]
    if explained.isCompared, let result = explained.coded.result { members["comparison"] = comparison(result) }
    if let otherwise {
      members["what_if"] = .object([
        "choices": .texts(choices), "charges": .list(otherwise.charges.map { charge($0, in: otherwise) }),
      ])
    }
    return members
  }

  private var excludedRows: Set<SourceRow> { Set(derivation.excluded.map(\.row)) }

  private var visit: JSONValue {
    .known([
      "id": .text(encounter.id), "setting": .text(encounter.setting.rawValue),
      "place_of_service": .text(encounter.placeOfService), "arrival": encounter.arrival.map { .text($0.description) },
      "departure": encounter.departure.map { .text($0.description) },
      "documented": .fact(!encounter.rows.isEmpty || explained.coded.rowsRejected > 0),
      "rows_rejected": .number(explained.coded.rowsRejected), "incomplete": .fact(explained.coded.isIncomplete),
    ])
  }

  private func row(_ row: MARRow) -> JSONValue {
    let counted = TimelineFluids(derivation).minutes(of: row)
    let minutes = row.start != nil && row.stop != nil ? TimelineBar(row: row).running.minutes : row.pushMinutes
    let codes = TimelineCodes.byRow(derivation)[row.source]
    return .known([
      "drug": .text(row.drugName), "class": .text(row.drugClass.rawValue), "route": .text(row.route.rawValue),
      "technique": .text(row.technique.rawValue), "site": row.site.map(JSONValue.text),
      "start": row.start.map { .text($0.description) }, "stop": row.stop.map { .text($0.description) },
      "minutes": minutes.map(JSONValue.number),
      "counted": counted.isEmpty ? nil : .list(counted.intervals.map(stretch)),
      "codes": codes.map(JSONValue.text), "record": record([row.source]),
    ])
  }

  private func stretch(_ interval: Interval) -> JSONValue {
    .object([
      "start": .text(interval.start.description), "stop": .text(interval.stop.description),
      "minutes": .number(interval.minutes),
    ])
  }

  private func excluded(_ row: ExcludedRow) -> JSONValue {
    .object([
      "drug": .text(row.drugName), "reason": .text(row.reason.rawValue), "words": .text(row.words),
      "rules": .ids(row.rules), "record": record([row.row]),
    ])
  }

  private func charge(_ charge: ExpectedCharge, in derivation: Derivation) -> JSONValue {
    let description = explained.tables(charge.serviceDate).codeBook.entries[charge.code]?.description
    return .known([
      "code": .text(charge.code.description), "description": description.map(JSONValue.text),
      "modifiers": .texts(charge.modifiers.map(\.description)), "units": .number(charge.units),
      "service_date": .text(charge.serviceDate.description), "sites": .texts(charge.sites),
      "services": .list(charge.services.map { service(derivation.services[$0]) }), "rules": .ids(charge.rules),
      "notices": .list(charge.notices.map { .number($0 + 1) }), "record": record(charge.rows),
    ])
  }

  private func service(_ service: DerivedService) -> JSONValue {
    .known([
      "story": .text(service.story), "arithmetic": service.arithmetic.isEmpty ? nil : .text(service.arithmetic),
      "units": .number(service.units), "rules": .ids(service.rules),
    ])
  }

  private func notice(_ notice: Notice) -> JSONValue {
    .known([
      "kind": .text(notice.kind.rawValue), "sentence": .text(notice.sentence),
      "severity": .text(notice.kind.severity.rawValue), "review": .fact(notice.kind.needsReview),
      "service_date": notice.date.map { .text($0.description) }, "rules": .ids(notice.rules),
      "record": record(notice.rows),
    ])
  }

  private func step(_ step: Step) -> JSONValue {
    .object(["sentence": .text(step.sentence), "rules": .ids(step.rules), "record": record(step.rows)])
  }

  private func record(_ rows: [SourceRow]) -> JSONValue {
    .texts(explained.sources.places(of: encounter.allSources(of: rows)))
  }

  /// The documents that the rules rest on.
  private var documents: JSONValue {
    let tags = Set(namedRules.flatMap { RuleBook.rule($0)?.evidence ?? [] })
    let cited = Citations.all.filter { tags.contains($0.tag) }
    return .object(Dictionary(cited.map { ($0.tag, .text($0.document)) }) { first, _ in first })
  }

  private var namedRules: Set<RuleID> {
    Set(
      derivation.charges.flatMap(\.rules) + derivation.services.flatMap(\.rules) + derivation.notices.flatMap(\.rules)
        + derivation.steps.flatMap(\.rules) + derivation.excluded.flatMap(\.rules))
  }

  /// Sentence and evidence of every rule of the coder that is named.
  private var rules: JSONValue {
    let told = namedRules.compactMap { id in
      RuleBook.rule(id).map { rule in
        (id.description, JSONValue.object(["sentence": .text(rule.sentence), "evidence": .texts(rule.evidence)]))
      }
    }
    return .object(Dictionary(told) { first, _ in first })
  }

  private func comparison(_ result: EncounterResult) -> JSONValue {
    .object([
      "status": .text(result.status.rawValue), "suggested": .text(result.suggested), "billed": .text(result.billed),
      "findings": .list(result.findings.map(finding)),
    ])
  }

  private func finding(_ finding: Finding) -> JSONValue {
    .known([
      "code": finding.code.map { .text($0.description) },
      "service_date": finding.serviceDate.map { .text($0.description) },
      "status": .text(finding.status.rawValue), "severity": .text(finding.severity.rawValue),
      "reason_codes": .texts(finding.reasonCodes), "reason": .text(finding.reason), "rules": .ids(finding.rules),
      "suggested_units": finding.suggestedUnits.map(JSONValue.number),
      "billed_units": finding.billedUnits.map(JSONValue.number),
      "suggested_modifiers": .texts(finding.suggestedModifiers.map(\.description)),
      "billed_modifiers": .texts(finding.billedModifiers.map(\.description)),
      "suggested_amount": finding.suggestedAmount.map { .text($0.money) },
      "billed_amount": finding.billedAmount.map { .text($0.money) },
      "pairs_with": finding.pairsWith.map { .text($0.description) }, "review": .fact(finding.needsReview),
      "record": record(finding.recordRows), "bill": .texts(explained.chargeSources.places(of: finding.chargeRows)),
    ])
  }
}

extension JSONValue {
  fileprivate static func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.text)) }

  fileprivate static func ids(_ rules: [RuleID]) -> JSONValue { texts(rules.map(\.description)) }

  /// An object of the members that are known.
  fileprivate static func known(_ members: [String: JSONValue?]) -> JSONValue {
    .object(members.compactMapValues(\.self))
  }
}
