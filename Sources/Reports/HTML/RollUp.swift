import Infusion
import Pipeline
import Reconciliation

/// Differences by some name: how many, and what they are worth.
struct RollUp: Sendable {
  struct Line: Sendable {
    let name: String
    /// Stands beside the name; may be empty.
    var note = ""
    var findings = 0
    /// Supported and not billed.
    var under = ExactDecimal.zero
    /// Billed and not supported.
    var over = ExactDecimal.zero

    var worth: ExactDecimal { under + over }

    mutating func add(_ other: Line) {
      findings += other.findings
      under = under + other.under
      over = over + other.over
    }
  }

  /// Names in the order in which they first came.
  private var places: [String: Int] = [:]
  private var lines: [Line] = []
  /// What came under a name beyond the limit.
  private var others = Line(name: "all others")

  /// More names than people read, few enough for any memory: a column of ids taken for departments stays harmless.
  private static let mostNames = 5_000

  mutating func add(_ finding: Finding, under name: String, note: String = "") {
    var line = Line(name: name, note: note, findings: 1)
    let difference = (finding.suggestedAmount ?? .zero) - (finding.billedAmount ?? .zero)
    if finding.status.isUnder { line.under = difference }
    if finding.status.isOver { line.over = .zero - difference }
    add(line)
  }

  /// Adds what was gathered of encounters that follow.
  mutating func add(_ later: RollUp) {
    for line in later.lines { add(line) }
    others.add(later.others)
  }

  private mutating func add(_ line: Line) {
    if let place = places[line.name] {
      lines[place].add(line)
    } else if lines.count < Self.mostNames {
      places[line.name] = lines.count
      lines.append(line)
    } else {
      others.add(line)
    }
  }

  /// The lines worth most, then the rest in one.
  ///
  /// Shape: by worth, then by findings, then by name; `rest` is nil when nothing is left over.
  func top(_ count: Int, of noun: String) -> (lines: [Line], rest: Line?) {
    let sorted = lines.sorted { left, right in
      if left.worth != right.worth { return left.worth > right.worth }
      return left.findings == right.findings ? left.name < right.name : left.findings > right.findings
    }
    let left = sorted.dropFirst(count)
    guard !left.isEmpty || others.findings > 0 else { return (sorted, nil) }
    var rest = Line(name: others.findings > 0 ? "all others" : counted(left.count, "more " + noun))
    for line in left { rest.add(line) }
    rest.add(others)
    return (Array(sorted.prefix(count)), rest)
  }
}
