/// How much a finding asks of its reader.
@usableFromInline package enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Nothing to do; written as an empty cell.
  case none = ""
  case info
  /// A person must look.
  case warning
  /// Cannot be right as it stands.
  case error

  @usableFromInline package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .none: 0
    case .info: 1
    case .warning: 2
    case .error: 3
    }
  }
}
