import Coding
import Infusion
import Reconciliation
import Testing

// Checks that look at what stands on one bill: each condition on both sides.

/// What is billed, what of it the record supports, the key, and the findings that bear it.
private struct Bill: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let lines: [String]
  let supported: [String]
  let key: String
  let objections: [String]
  let setting: Setting

  /// - Parameter supported: the whole bill unless said.
  init(
    _ name: String, _ lines: [String], supports supported: [String]? = nil, _ key: String, _ objections: [String],
    by setting: Setting = .facility
  ) {
    testDescription = name
    self.lines = lines
    self.supported = supported ?? lines.filter { TestBook.derivable.contains(Shorthand($0).code) }
    self.key = key
    self.objections = objections
    self.setting = setting
  }
}

@Test(arguments: [
  Bill("fluids alone", ["5 96360", "5 96361"], "HYD_NOT_INITIAL", []),
  Bill(
    "fluids beside an infusion", ["5 96360", "5 96365"], supports: ["5 96365", "5 96361"], "HYD_NOT_INITIAL",
    ["96360 unsupported error"]),
  Bill(
    "fluids as the initial of a physician's visit", ["5 96360", "5 96374"], supports: ["5 96360"], "HYD_NOT_INITIAL",
    []),
  Bill("an old code", ["5 96365", "5 Q0081"], "LEGACY_VISIT_CODE", ["Q0081 check warning"]),
  Bill("no old code", ["5 96365"], "LEGACY_VISIT_CODE", []),
  Bill("a needle beside a push", ["5 96374", "5 36000"], "LINE_PLACEMENT_INCLUDED", ["36000 check error"]),
  Bill("a needle with a modifier", ["5 96374", "5 36000-59"], "LINE_PLACEMENT_INCLUDED", []),
  Bill("a needle on another day", ["5 96374", "6 36000"], "LINE_PLACEMENT_INCLUDED", []),
  Bill("a needle beside an injection", ["5 96372", "5 36000"], "LINE_PLACEMENT_INCLUDED", []),
  Bill("blood beside an injection", ["5 96372", "5 36591"], "BLOOD_DRAW_INCLUDED", ["36591 check error"]),
  Bill("blood on another day", ["5 96372", "6 36591"], "BLOOD_DRAW_INCLUDED", []),
  Bill("blood beside a transfusion", ["5 36430", "5 36591"], "BLOOD_DRAW_INCLUDED", []),
  Bill(
    "a nurse visit beside an injection", ["5 96372", "5 99211"], "99211_WITH_ADMIN", ["99211 check error"],
    by: .professional),
  Bill("a nurse visit in a hospital", ["5 96372", "5 99211"], "99211_WITH_ADMIN", []),
  Bill("a nurse visit on another day", ["5 96372", "6 99211"], "99211_WITH_ADMIN", [], by: .professional),
  Bill("a visit beside a push", ["5 96374", "5 99284"], "E_M_MOD25", ["99284 check info"]),
  Bill("a visit with its modifier", ["5 96374", "5 99284-25"], "E_M_MOD25", []),
  Bill("a visit on another day", ["5 96374", "6 99284"], "E_M_MOD25", []),
  Bill("a visit alone", ["5 99284"], "E_M_MOD25", []),
  Bill("a nurse visit is no other visit", ["5 96374", "5 99211"], "E_M_MOD25", []),
  Bill(
    "both lesion codes", ["5 96405", "5 96406"], supports: ["5 96406"], "LESION_BOTH", ["96405 unsupported error"]),
  Bill(
    "both lesion codes, few lesions", ["5 96405", "5 96406"], supports: ["5 96405"], "LESION_BOTH",
    ["96406 unsupported error"]),
  Bill("one lesion code", ["5 96405"], "LESION_BOTH", []),
  Bill("one first hour under the skin", ["5 96369", "5 96371"], "SUBCUTANEOUS_OVER_ONE", []),
  Bill("two first hours", ["5 96369 x2"], "SUBCUTANEOUS_OVER_ONE", ["96369 check error"]),
  Bill("two days", ["5 96369", "6 96369"], "SUBCUTANEOUS_OVER_ONE", ["96369 check error"]),
  Bill("two second pumps", ["5 96369", "5 96371 x2"], "SUBCUTANEOUS_OVER_ONE", ["96371 check error"]),
  Bill(
    "one pump twice", ["5 96416", "5 G0498"], supports: ["5 96416"], "PUMP_DOUBLE", ["G0498 unsupported error"]),
  Bill("two pumps", ["5 96416", "5 G0498"], "PUMP_DOUBLE", []),
  Bill("a pump and its disconnection", ["5 G0498", "7 96523"], "PUMP_DOUBLE", ["96523 check error"]),
  Bill(
    "a pump and a refill that is not documented", ["5 G0498", "5 96521"], supports: ["5 G0498"], "PUMP_DOUBLE",
    ["96521 unsupported error"]),
  Bill("a pump and a documented refill", ["5 G0498", "5 96521"], "PUMP_DOUBLE", []),
  Bill("another pump code and a flush", ["5 96416", "7 96523"], "PUMP_DOUBLE", []),
  Bill("hours of a push", ["5 96409", "5 96415"], "WRONG_ADDON_FAMILY", ["96415 check error"]),
  Bill("hours of pushes", ["5 96374", "5 96375", "5 96366"], "WRONG_ADDON_FAMILY", ["96366 check error"]),
  Bill("hours of an infusion", ["5 96413", "5 96411", "5 96415"], "WRONG_ADDON_FAMILY", []),
  Bill("hours of a further infusion", ["5 96374", "5 96367", "5 96366"], "WRONG_ADDON_FAMILY", []),
  Bill("hours without anything", ["5 96366"], "WRONG_ADDON_FAMILY", []),
  Bill("an add-on on its parent's day", ["5 96365", "5 96366"], "SPLIT_CLAIM", []),
  Bill("an add-on on the next day", ["5 96365", "6 96366"], "SPLIT_CLAIM", ["96366 check info"]),
  Bill("a parent on both days", ["5 96365", "6 96367", "6 96366"], "SPLIT_CLAIM", ["96367 check info"]),
  Bill("an add-on without a parent", ["6 96366"], "SPLIT_CLAIM", []),
  Bill("one concurrent a day", ["5 96365", "5 96368", "6 96368"], "CONC_OVER_ONE", []),
])
private func whatStandsTogether(bill: Bill) {
  let result = reconcile(derived(bill.supported), billed(bill.lines), setting: bill.setting)
  #expect(result.objections(bill.key) == bill.objections)
}

@Test func aCheckThatInformsSaysNothingAgainstTheBill() {
  #expect(reconcile(derived(["5 96374"]), billed(["5 96374", "5 99284"])).status == .match)
  #expect(reconcile(derived(["5 96374"]), billed(["5 96374", "5 36000"])).status == .mixed)
}

@Test(arguments: [
  (BillingEdits.LimitIndicator.line, ["5 96372 x4"], []),
  (.line, ["5 96372 x5"], ["96372 check error"]),
  (.line, ["5 96372 x4", "5 96372-59 x4"], []),
  (.line, ["5 96372 x3", "5 96372 x2"], ["96372 check error"]),
  (.absolute, ["5 96372 x4"], []),
  (.absolute, ["5 96372 x4", "5 96372-59"], ["96372 check error"]),
  (.absolute, ["5 96372 x4", "6 96372"], []),
  (.clinical, ["5 96372 x4"], []),
  (.clinical, ["5 96372 x5"], ["96372 check warning"]),
  (.clinical, ["5 96372 x5", "6 96375 x9"], ["96372 check warning"]),
])
func unitsStayWithinTheLimit(indicator: BillingEdits.LimitIndicator, lines: [String], objections: [String]) {
  let edits = BillingEdits { code, setting, _ in
    code == ProcedureCode("96372") && setting == .facility
      ? BillingEdits.UnitLimit(units: 4, indicator: indicator) : nil
  }
  #expect(reconcile(derived(lines), billed(lines), edits: edits).objections("MUE_OVER") == objections)
  let physician = reconcile(derived(lines), billed(lines), setting: .professional, edits: edits)
  #expect(physician.objections("MUE_OVER") == [])
}

@Test(arguments: [
  (PairEdits.Indicator.never, "5 96372", ["96372 check error"]),
  (.never, "5 96372-59", ["96372 check error"]),
  (.withModifier, "5 96372", ["96372 check warning"]),
  (.withModifier, "5 96372-76", ["96372 check warning"]),
  (.withModifier, "5 96372-59", ["96372 check info"]),
  (.withModifier, "5 96372-XU", ["96372 check info"]),
  (.withModifier, "5 96372-LT", ["96372 check info"]),
  (.withModifier, "6 96372", []),
  (.notActive, "5 96372", []),
])
func pairedCodesNeedWhatTheirPairAsks(
  indicator: PairEdits.Indicator, line: String, objections: [String]
) {
  let edits = BillingEdits(
    pairs: PairEdits(bypass: { modifier, _ in ["59", "XU", "LT"].contains(modifier.description) }) {
      first, second, _, _ in
      first == ProcedureCode("96374") && second == ProcedureCode("96372") ? indicator : nil
    })
  let result = reconcile(derived(["5 96374", line]), billed(["5 96374", line]), edits: edits)
  #expect(result.objections("NCCI_PAIR") == objections)
}

@Test func whatTwoLinesPairInOneWayIsSaidOnce() {
  let edits = BillingEdits(
    pairs: PairEdits { first, second, _, _ in
      first == ProcedureCode("96374") && second == ProcedureCode("96372") ? .withModifier : nil
    })
  let earlier = [["XE"], ["59"]].map { modifiers in
    EarlierLine(
      code: ProcedureCode("96374"), date: day(5), units: 1, modifiers: modifiers.map { Modifier($0) }, isSupported: true
    )
  }
  let result = reconcile(derived(["5 96372"]), billed(["5 96372"]), edits: edits, earlier: earlier)
  #expect(result.objections("NCCI_PAIR") == ["96372 check info"])
  #expect(result.findings[0].reason.split(separator: "pairs 96372 with 96374").count == 2)
}

@Test func checksWithoutTheirTableAreSkipped() {
  #expect(BillingEdits().skipped == ["CHK-22", "CHK-23"])
  #expect(BillingEdits(unitLimit: { _, _, _ in nil }).skipped == ["CHK-23"])
  #expect(BillingEdits(pairs: PairEdits { _, _, _, _ in nil }).skipped == ["CHK-22"])
}
