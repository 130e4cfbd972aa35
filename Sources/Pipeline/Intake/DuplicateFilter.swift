import CSV

/// Tells the first of equal rows from its repetitions (input IN-11, IN-12).
package struct DuplicateFilter: Sendable {
  private var seen: Set<RowFingerprint> = []

  package init() {}

  /// Whether no equal row came before.
  package mutating func isFirst(_ fingerprint: RowFingerprint) -> Bool { seen.insert(fingerprint).inserted }
}
