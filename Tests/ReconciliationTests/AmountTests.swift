import Coding
import Infusion
import Reconciliation
import Testing

/// Amounts of findings: units times what one unit is worth, exactly.
@Suite struct AmountTests {
  private static let fees = FeeLookup { code, setting, date in
    let amounts = ["96365": "210.69", "96366": "46.145", "96368": "0"]
    guard setting == .facility, date >= day(2), let amount = amounts[code.description] else { return nil }
    return ExactDecimal(amount).map { FeeLookup.Price(amount: $0, schedule: "a schedule") }
  }

  private func priced(_ result: EncounterResult) -> EncounterResult {
    var result = result
    result.price(by: Self.fees)
    return result
  }

  @Test(arguments: [
    ("5 96365", "5 96365", "210.69/210.69"),
    ("5 96366 x3", "5 96366", "138.435/46.145"),
    ("5 96365", "-", "210.69/-"),
    ("-", "5 96366 x2", "-/92.29"),
    ("5 96368", "-", "0/-"),
    ("5 96372", "5 96372", "-/-"),
    ("1 96365", "1 96365", "-/-"),
  ])
  func unitsHaveTheirWorth(suggested: String, billedLine: String, amounts: String) throws {
    let result = priced(
      reconcile(derived(suggested == "-" ? [] : [suggested]), billed(billedLine == "-" ? [] : [billedLine])))
    let finding = try #require(result.findings.first)
    let found = [finding.suggestedAmount, finding.billedAmount].map { $0?.description ?? "-" }
    #expect(found.joined(separator: "/") == amounts)
  }

  @Test func anotherSettingHasNoAmount() {
    let result = priced(reconcile(derived(["5 96365"]), [], setting: .professional))
    #expect(result.findings.map(\.suggestedAmount) == [nil])
  }

  @Test func whatIsBilledWithoutADayHasNoAmount() {
    let result = priced(reconcile(derived(["5 96365", "6 96372"]), billed(["- 96366"])))
    #expect(result.findings.first { $0.code == ProcedureCode("96366") }?.billedAmount == nil)
  }

  @Test func statusAndCountsAreThoseOfTheFindingsThatAreLeft() {
    let result = reconcile(derived(["5 96365", "5 96366"]), billed(["5 96365"]))
    #expect(result.status == .underbilled)
    #expect(result.warnings == 1)
    let left = result.with(findings: result.findings.filter { $0.status == .match })
    #expect(left.status == .match)
    #expect(left.warnings == 0)
  }
}
