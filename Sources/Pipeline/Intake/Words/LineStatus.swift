/// Whether a charge line counts.
package enum LineStatus: String, CaseIterable, Sendable {
  case active
  /// Void, deleted or reversed: dropped and counted.
  case void
}
