/// How much was generated.
package struct GenerationCounts: Sendable {
  package internal(set) var encounters = 0
  package internal(set) var recordRows = 0
  package internal(set) var chargeLines = 0
  /// Bills with a mistake, by its name.
  package internal(set) var errors: [String: Int] = [:]
  /// Encounters by their visit's name.
  package internal(set) var visits: [String: Int] = [:]

  static func + (left: GenerationCounts, right: GenerationCounts) -> GenerationCounts {
    var sum = left
    sum.encounters += right.encounters
    sum.recordRows += right.recordRows
    sum.chargeLines += right.chargeLines
    sum.errors.merge(right.errors, uniquingKeysWith: +)
    sum.visits.merge(right.visits, uniquingKeysWith: +)
    return sum
  }

  package var billsWithErrors: Int { errors.values.reduce(0, +) }

  /// The same as JSON, keys sorted, beside what was asked for.
  package func document(of plan: Plan) -> String {
    """
    {
      "encounters": \(encounters),
      "seed": \(plan.seed),
      "style": "\(plan.style.rawValue)",
      "order": "\(plan.order.rawValue)",
      "first_day": "\(plan.firstDay)",
      "days": \(plan.days),
      "mar_rows": \(recordRows),
      "charge_lines": \(chargeLines),
      "bills_with_errors": \(billsWithErrors),
      "errors": \(Self.object(errors)),
      "visits": \(Self.object(visits))
    }

    """
  }

  /// Names of ours need no escaping.
  private static func object(_ numbers: [String: Int]) -> String {
    let lines = numbers.sorted { $0.key < $1.key }.map { "    \"\($0.key)\": \($0.value)" }
    return lines.isEmpty ? "{}" : "{\n" + lines.joined(separator: ",\n") + "\n  }"
  }
}
