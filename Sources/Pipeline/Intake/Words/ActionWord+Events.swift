import CodeTables

extension ActionWord {
  /// Whether the entry is one event of an infusion, which its other events complete.
  var isEvent: Bool {
    switch self {
    case .begin, .running, .pause, .resume, .end, .completed: true
    case .given, .neverGiven, .void: false
    }
  }
}
