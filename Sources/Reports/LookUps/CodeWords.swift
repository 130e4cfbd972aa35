import CodeTables
import Coding
import Infusion

/// How facts about codes are put.
extension CodeLookUp {
  static func words(_ kind: CodeBook.Kind) -> String {
    switch kind {
    case .initial: "initial: one of them opens an access site"
    case .addOn: "add-on: stands beside a parent only"
    case .standAlone: "stand-alone"
    case .unlisted: "unlisted: for services without a code of their own"
    case .neighbour: "neighbour: recognised beside the family"
    }
  }

  static func reporters(_ listing: CodeListing, isBarred: Bool) -> String {
    let physicians = isBarred ? "physicians outside facilities" : "physicians"
    switch (listing.facility, listing.professional) {
    case (true, true): return "hospitals and \(physicians)"
    case (true, false): return "hospitals only"
    case (false, true): return "\(physicians) only"
    case (false, false): return "nobody"
    }
  }

  static func days(from: CivilDate?, to: CivilDate?) -> String {
    switch (from, to) {
    case (nil, nil): "yes"
    case (let from?, nil): "since \(from)"
    case (nil, let to?): "until \(to)"
    case (let from?, let to?): "from \(from) to \(to)"
    }
  }

  static func list(_ codes: Set<ProcedureCode>) -> String {
    codes.sorted().map(\.description).joined(separator: ", ")
  }

  static func words(_ limit: UnitLimit, _ setting: Setting) -> String {
    let kind =
      switch limit.adjudication {
      case .line: "a line"
      case .dayByPolicy: "a day, whatever is documented"
      case .dayByClinicalJudgement: "a day, more only if documented"
      }
    return "\(setting.rawValue): \(limit.units) \(kind) (MAI \(limit.adjudication.rawValue)), of \(limit.effectiveFrom)"
  }

  static func words(_ fee: Fee, _ setting: Setting) -> String {
    let amount = fee.isPackaged ? "packaged, nothing of its own" : fee.amount.inCents
    return "\(setting.rawValue): \(amount) (\(fee.label))"
  }
}

extension ExactDecimal {
  /// Money: at least two digits behind the point.
  var inCents: String {
    let parts = description.split(separator: ".", omittingEmptySubsequences: false)
    let cents = parts.count > 1 ? String(parts[1]) : ""
    return "\(parts[0]).\(cents)\(String(repeating: "0", count: max(0, 2 - cents.count)))"
  }
}

extension CodeTables {
  /// The last day of the newest year that has tables.
  var lastDay: CivilDate {
    guard let year = years.last, let day = CivilDate(year: year, month: 12, day: 31) else {
      preconditionFailure("tables have a year, and each year a last day")
    }
    return day
  }
}

/// Each once, in the order of the first.
func unique(_ texts: [String]) -> [String] {
  var seen: Set<String> = []
  return texts.filter { seen.insert($0).inserted }
}
