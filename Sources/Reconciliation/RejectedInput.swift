import Infusion

/// What an encounter lost because it could not be read (input IN-51).
package struct RejectedInput: Hashable, Sendable {
  /// Rows of the medication record.
  package var rows: [SourceRow]
  /// Charge lines.
  package var lines: [SourceRow]

  package init(rows: [SourceRow] = [], lines: [SourceRow] = []) {
    self.rows = rows
    self.lines = lines
  }

  package var isEmpty: Bool { rows.isEmpty && lines.isEmpty }
}

extension Finding {
  /// The finding with its warning that something was lost, and where a lost row may answer it, with that row.
  ///
  /// - Parameter rejected: not empty.
  mutating func warn(of rejected: RejectedInput) {
    needsReview = true
    severity = max(severity, .info)
    add(key: ReasonCode.incompleteEncounter.rawValue)
    if !rejected.rows.isEmpty {
      add(sentence: "\(Self.lost("row", rejected.rows)) rejected, so the record is incomplete.")
      if unitDifference < 0 { add(recordRows: rejected.rows) }
    }
    if !rejected.lines.isEmpty {
      add(sentence: "\(Self.lost("charge line", rejected.lines)) rejected, so the bill is incomplete.")
      if unitDifference > 0 { add(chargeRows: rejected.lines) }
    }
  }

  /// "A row of this encounter (line 12) was", "2 rows of this encounter (lines 12, 15) were".
  private static func lost(_ what: String, _ places: [SourceRow]) -> String {
    let lines = places.map { String($0.line) }.joined(separator: ", ")
    return places.count == 1
      ? "A \(what) of this encounter (line \(lines)) was"
      : "\(places.count) \(what)s of this encounter (lines \(lines)) were"
  }
}
