import Coding
import Infusion

/// Gives a place among the findings to what the record does not settle and no suggested charge carries.
enum UnsettledNotices {
  /// Turns a billed code of the same family and day, without support or with too many units, into a review; without
  /// one adds a finding that has no code.
  static func add(to findings: inout [Finding], from documentation: Documentation) {
    for notice in documentation.openNotices {
      let places = findings.indices.filter { answers(findings[$0], notice, documentation.roles) }
      if let place = places.min(by: { findings[$0].rank < findings[$1].rank }) {
        findings[place].becomeReview()
        findings[place].add(notice)
      } else {
        findings.append(question(notice, documentation.encounter))
      }
    }
  }

  private static func answers(_ finding: Finding, _ notice: Notice, _ roles: CodeRoles) -> Bool {
    guard [.unsupported, .unitsHigh].contains(finding.status), let code = finding.code, (finding.billedUnits ?? 0) > 0
    else { return false }
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
  /// A line that a pair explains already is asked last, one that is supported in part before it.
  fileprivate var rank: Int { (pairsWith == nil ? 0 : 2) + (status == .unsupported ? 0 : 1) }

  fileprivate mutating func add(_ notice: Notice) {
    if let place = reasonCodes.firstIndex(of: ReasonCode.noDocumentation.rawValue) {
      // What is asked tells more than that nothing supports the line.
      reasonCodes.remove(at: place)
      reason = ""
      if let code { add(sentence: "The record does not settle whether \(code) is right.") }
    }
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
