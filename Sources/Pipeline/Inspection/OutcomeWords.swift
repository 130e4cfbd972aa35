import Infusion

/// What became of a row, in a line of words.
enum OutcomeWords {
  static func of(_ outcome: MAROutcome) -> String {
    switch outcome {
    case .row(let row): words(of: row)
    case .excluded(let row): "\(row.encounterID): left out, \(row.reason.rawValue)"
    case .rejected(let problem): words(of: problem)
    }
  }

  static func of(_ outcome: ChargeOutcome) -> String {
    switch outcome {
    case .line(let charge):
      return joined(
        charge.encounterID, charge.line.serviceDate?.description, charge.line.code.description,
        charge.line.modifiers.map(\.description).joined(separator: " "), "x\(charge.line.units)",
        charge.line.amount.map { "$\($0)" })
    case .ignored(let line):
      let kind = line.visit == nil ? "left out, OTHER_SERVICE" : "visit"
      return joined(line.encounterID, line.serviceDate?.description, kind)
    case .excluded(let row): return "\(row.encounterID): left out, \(row.reason.rawValue)"
    case .rejected(let problem): return words(of: problem)
    }
  }

  private static func words(of row: IntakeRow) -> String {
    let given = row.row
    let technique = given.technique == .unknown ? nil : given.technique.rawValue
    return joined(
      row.encounterID, times(of: given), given.drugName, given.drugClass.rawValue, given.route.rawValue, technique,
      given.site, given.dose?.description, given.isGiven ? nil : "not given")
  }

  private static func times(of row: MARRow) -> String? {
    guard let start = row.start else { return (row.stop ?? row.due)?.description }
    guard let stop = row.stop else { return start.description }
    return "\(start)-\(stop.date == start.date ? stop.clock : stop.description)"
  }

  private static func words(of problem: RowProblem) -> String {
    let value = problem.field.isEmpty ? "" : " \(problem.field) \"\(problem.value)\":"
    return "line \(problem.source.line) rejected,\(value) \(problem.problem)"
  }

  private static func joined(_ parts: String?...) -> String {
    parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
