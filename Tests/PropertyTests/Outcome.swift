import Coding
import Infusion

/// What a derivation comes to, in a form that can be compared; sets are sorted.
struct Outcome: Equatable, CustomStringConvertible {
  let charges: [String]
  let notices: [String]
  let excluded: [String]

  /// - Parameters:
  ///   - name: how a row is called; by default its place in the source.
  ///   - days: how far service dates are to be moved back.
  init(
    _ derivation: Derivation, without leftOut: SourceRow? = nil, days: Int32 = 0,
    site: (String) -> String = { $0 }, name: (SourceRow) -> String = { "\($0.row)" }
  ) {
    func date(_ date: CivilDate?) -> String {
      date.map { CivilDate(daysSince1970: $0.daysSince1970 - days).description } ?? "-"
    }
    func names(_ rows: [SourceRow]) -> String { rows.map(name).sorted().joined(separator: ",") }
    charges = derivation.charges.map { charge in
      let line = Outcome.line(charge, on: date(charge.serviceDate))
      return "\(line) rows \(names(charge.rows)) sites \(charge.sites.map(site).joined(separator: ","))"
    }.sorted()
    notices = derivation.notices.map { "\($0.kind.rawValue) \(date($0.date)) rows \(names($0.rows))" }.sorted()
    excluded = derivation.excluded.filter { $0.row != leftOut }.map { "\($0.reason.rawValue) \(name($0.row))" }.sorted()
  }

  /// Code, modifiers, units and date, without what they rest on; sorted.
  static func lines(_ derivation: Derivation) -> [String] {
    derivation.charges.map { line($0, on: $0.serviceDate.description) }.sorted()
  }

  private static func line(_ charge: ExpectedCharge, on date: String) -> String {
    let qualified = ([charge.code.description] + charge.modifiers.map(\.description)).joined(separator: "-")
    return "\(qualified) x\(charge.units) \(date)"
  }

  var description: String { "charges \(charges) notices \(notices) excluded \(excluded)" }
}
