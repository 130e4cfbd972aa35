import Coding
import Infusion
import Reconciliation

/// A payer's limits and pairs that a scenario is compared by.
struct ScenarioEdits: Sendable {
  private struct Pair: Hashable {
    let first: ProcedureCode
    let second: ProcedureCode
  }

  private var limits: [ProcedureCode: BillingEdits.UnitLimit] = [:]
  private var pairs: [Pair: PairEdits.Indicator] = [:]

  /// `96372=4/3`: at most four units, adjudication indicator 3.
  mutating func addLimit(_ text: Substring) throws(ScenarioError.Problem) {
    let parts = text.split { $0 == "=" || $0 == "/" }
    guard parts.count == 3, let units = Int(parts[1]), let number = Int(parts[2]),
      let indicator = BillingEdits.LimitIndicator(rawValue: number)
    else { throw .badValue(field: "unit_limit", value: String(text)) }
    limits[ProcedureCode(parts[0])] = BillingEdits.UnitLimit(units: units, indicator: indicator)
  }

  /// `96365>96374=1`: column 1, column 2, modifier indicator.
  mutating func addPair(_ text: Substring) throws(ScenarioError.Problem) {
    let parts = text.split { $0 == ">" || $0 == "=" }
    guard parts.count == 3, let number = Int(parts[2]), let indicator = PairEdits.Indicator(rawValue: number)
    else { throw .badValue(field: "code_pair", value: String(text)) }
    pairs[Pair(first: ProcedureCode(parts[0]), second: ProcedureCode(parts[1]))] = indicator
  }

  var edits: BillingEdits {
    let (limits, pairs) = (limits, pairs)
    var edits = BillingEdits()
    if !limits.isEmpty { edits.unitLimit = { code, _, _ in limits[code] } }
    if !pairs.isEmpty {
      edits.pairs = PairEdits { first, second, _, _ in pairs[Pair(first: first, second: second)] }
    }
    return edits
  }
}
