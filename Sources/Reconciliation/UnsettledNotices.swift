import Coding
import Infusion

/// Gives a place among the findings to what the record does not settle and no suggested charge carries.
enum UnsettledNotices {
  /// Turns a billed code of the same family and day, without support, into a review; without one adds a finding that
  /// has no code.
  static func add(to findings: inout [Finding], from documentation: Documentation) {
    for notice in documentation.openNotices {
      let places = findings.indices.filter { answers(findings[$0], notice, documentation.roles) }
      // A line that a pair explains already is asked last.
      if let place = places.first(where: { findings[$0].pairsWith == nil }) ?? places.first {
        findings[place].becomeReview()
        findings[place].add(notice)
      } else {
        findings.append(question(notice, documentation.encounter))
      }
    }
  }

  private static func answers(_ finding: Finding, _ notice: Notice, _ roles: CodeRoles) -> Bool {
    guard finding.status == .unsupported, let code = finding.code, (finding.billedUnits ?? 0) > 0 else { return false }
    guard notice.date == nil || finding.serviceDate == nil || notice.date == finding.serviceDate else { return false }
    return notice.kind.families.contains(roles.family(of: code))
  }

  private static func question(_ notice: Notice, _ encounter: Encounter) -> Finding {
    var finding = Finding(
      encounterID: encounter.id, serviceDate: notice.date, setting: encounter.setting, status: .review)
    finding.becomeReview()
    finding.add(notice)
    return finding
  }
}

extension Finding {
  fileprivate mutating func add(_ notice: Notice) {
    // What is asked tells more than that nothing supports the line.
    reasonCodes.removeAll { $0 == ReasonCode.noDocumentation.rawValue }
    add(key: notice.kind.rawValue)
    add(rules: notice.rules)
    add(recordRows: notice.rows)
    add(sentence: notice.sentence + ".")
  }
}

extension NoticeKind {
  /// Families of the codes that an unsettled notice may be about.
  fileprivate var families: Set<CodeBook.Family> {
    switch self {
    case .concurrentChemo, .chemoPushRepeat, .chemoSubcutaneousInfusion, .hormonalRoute, .lesionCount,
      .reservoirNotStated, .punctureByAnother:
      [.chemo]
    case .arterialInfusion, .patientControlled: [.therapeutic]
    case .pumpWithoutCode, .lysisDrug: [.therapeutic, .other]
    default: []
    }
  }
}
