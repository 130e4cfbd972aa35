import Coding

/// Rules that share the letters of their ids.
struct RuleFamily {
  /// `HYD`.
  let letters: String
  let title: String
  /// By number; never empty.
  let rules: [ListedRule]

  /// Every family of the rules in reading order; families without a title of their own come last.
  static let all: [RuleFamily] = {
    let byLetters = Dictionary(grouping: ListedRule.all, by: \.letters)
    let known = titles.map(\.letters)
    let others = byLetters.keys.filter { !known.contains($0) }.sorted()
    return (known + others).compactMap { letters in
      guard let rules = byLetters[letters] else { return nil }
      let title = titles.first { $0.letters == letters }?.title ?? "Further rules"
      return RuleFamily(letters: letters, title: title, rules: rules.sorted { $0.id < $1.id })
    }
  }()

  private static let titles: [(letters: String, title: String)] = [
    ("ALG", "Steps in their order"),
    ("CLS", "Classes of drugs"),
    ("SITE", "Access sites"),
    ("TIME", "Minutes and missing times"),
    ("HIER", "Which service is initial"),
    ("SAME", "The same drug infused again"),
    ("PUSH", "Pushes"),
    ("CONC", "Concurrent and sequential"),
    ("HYD", "Hydration"),
    ("RTE", "Other routes"),
    ("PUMP", "Pumps"),
    ("DOS", "Dates of service"),
    ("MOD", "Modifiers"),
    ("PTP", "Code pairs"),
    ("RD", "Settled readings"),
    ("DSP", "Disputed points, by choice"),
    ("CHK", "Checks of billed lines"),
    ("DRUG", "Drug units and waste"),
  ]
}
