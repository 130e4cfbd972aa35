import ArgumentParser
import Pipeline
import Reconciliation

/// `--fail-on missing>100,unsupported>1%`: how many findings of a status are too many.
struct FindingLimits {
  private struct Limit {
    let status: Finding.Status
    let amount: RejectLimit
  }

  private let limits: [Limit]

  init(_ text: String) throws {
    limits = try text.split(separator: ",").map { part in
      let sides = part.split(separator: ">").map { String($0.filter { $0 != " " }) }
      guard sides.count == 2, let status = Finding.Status(rawValue: sides[0]), let amount = RejectLimit(sides[1]) else {
        throw ValidationError("--fail-on takes limits such as missing>100,unsupported>1%, not \"\(part)\"")
      }
      return Limit(status: status, amount: amount)
    }
  }

  func arePassed(by summary: RunSummary) -> Bool {
    let total = summary.findingsByStatus.values.reduce(0, +)
    return limits.contains { !$0.amount.allows(rejected: summary.findingsByStatus[$0.status] ?? 0, ofRows: total) }
  }
}
