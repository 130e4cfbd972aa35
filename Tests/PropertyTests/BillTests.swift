import Coding
import Infusion
import Reconciliation
import TestSupport
import Testing

/// What comparing says of bills that are right, or wrong in one line.
@Suite struct BillTests {
  @Test func whatIsSuggestedMatchesItself() {
    everyCase { tried in
      // A check may ask a person to look at what was rightly billed, but not call it wrong.
      let wrong = Engine.findings(tried, billed: Self.bill(tried)).filter { finding in
        finding.code != nil && finding.status != .match && !(finding.status == .check && finding.severity < .error)
      }
      return wrong.isEmpty ? nil : Self.listing(wrong)
    }
  }

  @Test func aLineThatWasNotBilledIsMissing() {
    everyCase { tried in
      guard let place = Self.line(of: tried) else { return nil }
      let charge = tried.derivation.charges[place]
      var billed = Self.bill(tried)
      billed.remove(at: place)
      let isAlone = Self.units(beside: place, in: tried) == 0
      return Self.complaint(
        Engine.findings(tried, billed: billed), charge, isAlone ? .missing : .unitsLow, difference: charge.units)
    }
  }

  @Test func aLineBilledTwiceIsTooHigh() {
    everyCase { tried in
      guard let place = Self.line(of: tried) else { return nil }
      let charge = tried.derivation.charges[place]
      var billed = Self.bill(tried)
      billed[place].units *= 2
      return Self.complaint(Engine.findings(tried, billed: billed), charge, .unitsHigh, difference: -charge.units)
    }
  }

  // MARK: Bills

  /// A bill of just what is suggested, line by line.
  private static func bill(_ tried: Case) -> [ChargeLine] {
    tried.derivation.charges.enumerated().map { place, charge in
      ChargeLine(
        source: SourceRow(file: 1, line: place + 2, row: place + 1), code: charge.code, units: charge.units,
        modifiers: charge.modifiers, serviceDate: charge.serviceDate)
    }
  }

  private static func line(of tried: Case) -> Int? {
    var draw = tried.draw
    return tried.derivation.charges.isEmpty ? nil : draw.number(0...(tried.derivation.charges.count - 1))
  }

  /// Units of other lines of the same code, date and distinctness.
  private static func units(beside place: Int, in tried: Case) -> Int {
    let charge = tried.derivation.charges[place]
    return tried.derivation.charges.enumerated().filter { other, line in
      other != place && line.code == charge.code && line.serviceDate == charge.serviceDate
        && line.modifiers == charge.modifiers
    }.reduce(0) { $0 + $1.element.units }
  }

  // MARK: Findings

  /// Statuses of lines that were billed as suggested; a check or a question may judge them all the same.
  private static let agreeing: Set<Finding.Status> = [.match, .check, .review]

  /// - Parameter difference: units suggested less units billed, of this charge; all others must agree.
  private static func complaint(
    _ findings: [Finding], _ charge: ExpectedCharge, _ status: Finding.Status, difference: Int
  ) -> String? {
    let differing = findings.filter { $0.unitDifference != 0 || !agreeing.contains($0.status) }
    guard differing.count == 1, let finding = differing.first, finding.code == charge.code,
      finding.serviceDate == charge.serviceDate, finding.unitDifference == difference,
      // What the record does not settle is asked and not judged.
      finding.status == status || finding.status == .review
    else { return "\(charge.code) on \(charge.serviceDate) should be \(status.rawValue):\n" + listing(findings) }
    return nil
  }

  private static func listing(_ findings: [Finding]) -> String {
    findings.map { finding in
      let code = finding.code.map(\.description) ?? "no code"
      return "  \(finding.status.rawValue) \(code) \(finding.serviceDate?.description ?? "-") "
        + "suggested \(finding.suggestedUnits ?? 0) billed \(finding.billedUnits ?? 0) \(finding.reasonCodes)"
    }.joined(separator: "\n")
  }
}
