import Testing

/// Tries a property on every case of the sample; the first failure is shrunk and printed as a scenario.
///
/// - Parameters:
///   - known: defects of the engine that are reported and not mended yet; cases that show one may fail.
///   - complaint: what is wrong with a case, nil when nothing is.
func everyCase(
  except known: [KnownDefect] = [], sourceLocation: SourceLocation = #_sourceLocation,
  _ complaint: @Sendable (Case) -> String?
) {
  var seen: Set<String> = []
  for tried in Sample.cases where complaint(tried) != nil {
    guard let defect = known.first(where: { $0.isShown(tried) }) else {
      let small = Shrinking.smallest(tried) { small in
        complaint(small) != nil && !known.contains { $0.isShown(small) }
      }
      Issue.record(report(small, complaint), sourceLocation: sourceLocation)
      return
    }
    guard seen.insert(defect.name).inserted else { continue }
    let small = Shrinking.smallest(tried) { complaint($0) != nil && defect.isShown($0) }
    withKnownIssue(Comment(rawValue: defect.name)) {
      Issue.record(report(small, complaint), sourceLocation: sourceLocation)
    }
  }
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
