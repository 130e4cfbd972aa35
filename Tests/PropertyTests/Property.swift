import Testing

/// Tries a property on every case of the sample; the first failure is shrunk and printed as a scenario.
///
/// - Parameter complaint: what is wrong with a case, nil when nothing is.
func everyCase(
  sourceLocation: SourceLocation = #_sourceLocation, _ complaint: @Sendable (Case) -> String?
) {
  guard let failing = Sample.cases.first(where: { complaint($0) != nil }) else { return }
  let small = Shrinking.smallest(failing) { complaint($0) != nil }
  Issue.record(report(small, complaint), sourceLocation: sourceLocation)
}

private func report(_ small: Case, _ complaint: (Case) -> String?) -> Comment {
  Comment(
    rawValue: """
      \(complaint(small) ?? "")
      Repeat with SEED=\(Sample.seed) COUNT=\(Sample.count). As a scenario, with what the engine says now:

      \(ScenarioText.text(of: small))
      """)
}

/// Says how two things differ that should be the same; nil when they are.
func difference<Value: Equatable>(_ what: String, _ before: Value, _ after: Value) -> String? {
  before == after ? nil : "\(what) differ:\n  \(before)\n  \(after)"
}
