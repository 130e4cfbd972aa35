/// Who bills: the hospital's outpatient claim or the physician's.
@usableFromInline package enum Setting: String, CaseIterable, Sendable {
  case facility
  case professional

  /// Hashes the case and not its name, as an enumeration of strings would by itself.
  @usableFromInline package func hash(into hasher: inout Hasher) {
    hasher.combine(self == .professional)
  }
}
