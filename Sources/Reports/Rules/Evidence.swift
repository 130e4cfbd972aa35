/// What the tags behind a rule say about its support.
enum Evidence {
  static let tags: [(tag: String, meaning: String)] = [
    ("Sn", "source n says it; the sources are listed by number"),
    ("K", "well-established coding practice, not read again at its source"),
    ("U", "unverified; no error rests on such a rule alone"),
    ("D", "a decision of this program, where sources leave a choice"),
  ]

  /// The same in one paragraph.
  static let legend =
    "Evidence: " + tags.map { "\($0.tag) = \($0.meaning)" }.joined(separator: "; ") + "."
}
