import Coding
import Infusion

/// What comparing one encounter came to: its findings, and its row of the encounters table (output section 3).
package struct EncounterResult: Hashable, Sendable {
  package enum Status: String, CaseIterable, Sendable {
    case match, underbilled, overbilled, mixed, review
  }

  package private(set) var encounterID: String
  package let setting: Setting
  /// In the order of output section 1; may be empty.
  package private(set) var findings: [Finding]
  /// Earliest and latest day on which something was given or billed; nil when no day is known.
  package let firstServiceDate: CivilDate?
  package let lastServiceDate: CivilDate?
  /// Access sites into a vein that the record names, sorted.
  package let sites: [String]
  /// `96413 x1; 96415 x2`, in listing order, days added up.
  package let suggested: String
  package let billed: String
  package let rejected: RejectedInput

  /// - Parameter billed: what is held against the record, and what may not be billed at all.
  init(_ documentation: Documentation, findings: [Finding], billed: [BilledNet]) {
    let charges = documentation.derivation.charges
    let encounter = documentation.encounter
    encounterID = encounter.id
    setting = encounter.setting
    self.findings = findings
    var days = encounter.givenDays
    for charge in charges { days.append(charge.serviceDate) }
    for net in billed { if let date = net.date { days.append(date) } }
    firstServiceDate = days.min()
    lastServiceDate = days.max()
    var sites = encounter.veinSites
    for charge in charges {
      for site in charge.sites where !sites.contains(site) { sites.append(site) }
    }
    sites.sort()
    self.sites = sites
    suggested = CodeTally(charges, roles: documentation.roles).text
    self.billed = CodeTally(billed).text
    rejected = documentation.rejected
  }

  /// Changes each finding where it is.
  package mutating func change(_ change: (inout Finding) -> Void) {
    for place in findings.indices { change(&findings[place]) }
  }

  /// The result with other findings; status and counts are theirs.
  package func with(findings: [Finding]) -> EncounterResult {
    var result = self
    result.findings = findings
    return result
  }

  /// The result under another id.
  package func with(encounterID: String) -> EncounterResult {
    var result = self
    result.encounterID = encounterID
    for index in result.findings.indices { result.findings[index].encounterID = encounterID }
    return result
  }

  package var errors: Int { count(of: .error) }
  package var warnings: Int { count(of: .warning) }
  package var infos: Int { count(of: .info) }

  private func count(of severity: Severity) -> Int { findings.indices.count { findings[$0].severity == severity } }

  /// Settled differences decide; only where there are none, open questions do.
  ///
  /// What only informs decides nothing: a drug that was not billed does not make right administration codes wrong.
  /// In an incomplete encounter no difference is settled, nor where a reversal belongs to no charge. Wrong modifiers,
  /// dates and failed checks are neither under- nor overbilled: mixed.
  package var status: Status {
    var (isOpen, isUnder, isOver, isMixed) = (false, false, false, false)
    for place in findings.indices where findings[place].severity != .info {
      switch findings[place].status {
      case .match, .notReportable: break
      case .review: isOpen = true
      case .missing, .unitsLow: isUnder = true
      case .unsupported, .unitsHigh: isOver = true
      case .modifier, .date: isMixed = true
      // A notice that the line has besides is no objection.
      case .check: isMixed = isMixed || findings[place].objection > .info
      }
    }
    let isSettled = isUnder || isOver || isMixed
    guard isOpen || isSettled else { return .match }
    let isReversalOpen = findings.contains { $0.reasonCodes.contains(ReasonCode.negativeUnits.rawValue) }
    if !rejected.isEmpty || isReversalOpen || !isSettled { return .review }
    if isMixed || (isUnder && isOver) { return .mixed }
    return isUnder ? .underbilled : .overbilled
  }
}

extension Encounter {
  /// Days on which something was given, as well as they are known.
  fileprivate var givenDays: [CivilDate] {
    rows.indices.compactMap { rows[$0].isGiven ? rows[$0].moment?.date : nil }
  }

  /// Access sites of what went into a vein, each once, sorted.
  var veinSites: [String] {
    var sites: [String] = []
    for place in rows.indices where rows[place].isGiven && rows[place].route.isIntravenous {
      if let site = rows[place].site, !sites.contains(site) { sites.append(site) }
    }
    return sites.inOrder(by: <)
  }
}
