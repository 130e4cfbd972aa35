import CodeTables

extension ActionWord {
  /// Whether the entry is one event of an infusion and says nothing without the others.
  var isPartOfInfusion: Bool {
    switch self {
    case .running, .pause, .resume, .end: true
    default: false
    }
  }
}
