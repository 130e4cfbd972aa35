import Coding
import Infusion
import Reconciliation
import Testing

// Checks that look at how the bill differs from the record: each condition on both sides.

@Test(arguments: [
  ("too near", NoticeKind.pushWithin30, 5, ["5 96374", "5 96376"], Setting.facility, ["96376 unsupported error"]),
  ("one too many", .pushWithin30, 5, ["5 96374", "5 96376 x2"], .facility, ["96376 unsupported error"]),
  ("too near on another day", .pushWithin30, 6, ["5 96374", "5 96376"], .facility, []),
  ("for another reason", .pushNoStart, 5, ["5 96374", "5 96376"], .facility, []),
  ("not billed", .pushWithin30, 5, ["5 96374"], .facility, []),
  ("a physician's", .pushWithin30, 5, ["5 96374", "5 96376"], .professional, []),
])
func repeatedPushesKeepTheirDistance(
  name: String, kind: NoticeKind, noticed: Int, lines: [String], setting: Setting, objections: [String]
) {
  let derivation = derived(["5 96374"], notices: [notice(kind, on: day(noticed))])
  #expect(reconcile(derivation, billed(lines), setting: setting).objections("96376_SPACING") == objections)
}

@Test(arguments: [
  ("apart", 660, 720, true, "5 96361", []),
  ("end to end", 600, 660, true, "5 96361", []),
  ("a minute together", 599, 659, true, "5 96361", ["96361 unsupported error"]),
  ("together, and no fluids billed", 540, 600, true, "5 96372", []),
  ("together, but pushed", 540, 600, false, "5 96361", []),
])
func fluidsBesideADrug(
  name: String, start: Int, stop: Int, isInfused: Bool, line: String, objections: [String]
) {
  var drug = row(1, "vancomycin")
  drug.technique = isInfused ? .infusion : .push
  drug.start = ClockTime(day(5), minuteOfDay: start)
  drug.stop = ClockTime(day(5), minuteOfDay: stop)
  var saline = row(2, "saline", .hydration)
  saline.start = ClockTime(day(5), minuteOfDay: 540)
  saline.stop = ClockTime(day(5), minuteOfDay: 600)
  let result = reconcile(derived(["5 96365"]), billed(["5 96365", line]), rows: [drug, saline])
  #expect(result.objections("HYD_CONCURRENT") == objections)
}

@Test(arguments: [
  ([NoticeKind.hydrationShort], ["5 96361"], ["96361 unsupported error"]),
  ([], ["5 96361"], []),
])
func fluidsNeedTheirMinutes(kinds: [NoticeKind], lines: [String], objections: [String]) {
  let derivation = derived(["5 96365"], notices: kinds.map { notice($0, on: day(5)) })
  let result = reconcile(derivation, billed(["5 96365"] + lines))
  #expect(result.objections("HYD_SHORT") == objections)
  #expect(result.findings.contains { $0.rules.contains("CHK-08") } == !objections.isEmpty)
}

@Test(arguments: [
  ("96372", "90471", "WRONG_FAMILY", "unsupported error"), ("96372", "96381", "WRONG_FAMILY", "unsupported error"),
  ("90471", "96372", "WRONG_FAMILY", "unsupported error"), ("90471", "96381", "WRONG_FAMILY", "unsupported error"),
  ("96401", "96372", "CLASS_DIFF", "unsupported warning"), ("96372", "96401", "CLASS_DIFF", "unsupported warning"),
  ("96372", "96402", "CLASS_DIFF", "unsupported warning"), ("96401", "96402", "HORMONAL_SWAP", "unsupported error"),
  ("96402", "96401", "HORMONAL_SWAP", "unsupported error"),
])
func injectionsByTheWrongCode(line: String, supported: String, key: String, how: String) {
  let keys = ["WRONG_FAMILY", "CLASS_DIFF", "HORMONAL_SWAP"]
  let wrong = reconcile(derived(["5 \(supported)"]), billed(["5 \(line)"]))
  for each in keys { #expect(wrong.objections(each) == (each == key ? ["\(line) \(how)"] : [])) }
  let right = reconcile(derived(["5 \(line)"]), billed(["5 \(line)"]))
  for each in keys { #expect(right.objections(each) == []) }
  let alone = reconcile(derived(["5 96365"]), billed(["5 96365", "5 \(line)"]))
  for each in keys { #expect(alone.objections(each) == []) }
}

@Test func whatTheRecordDoesNotSettleIsNoSwap() {
  let derivation = derived(["5 96402"], notices: [notice(.hormonalRoute)], on: [0: [0]])
  #expect(reconcile(derivation, billed(["5 96401"])).objections("HORMONAL_SWAP") == [])
}

@Test(arguments: [
  ("two drugs", ["a", "b", "c"], "5 96375 x2", []),
  ("one drug twice", ["a", "b", "b"], "5 96375 x2", ["96375 units_high error"]),
  ("the initial again", ["a", "a"], "5 96375", ["96375 unsupported error"]),
  ("nothing pushed", [], "5 96375", []),
])
func furtherDrugsCountOnce(name: String, pushed: [String], line: String, objections: [String]) {
  let codes = pushed.enumerated().map { place, drug in
    place == 0 ? "5 96374" : pushed[..<place].contains(drug) ? "5 96376" : "5 96375"
  }
  let services: [(Service, ServiceClass)] = codes.map { code in
    (code.hasSuffix("4") ? .pushInitial : code.hasSuffix("5") ? .pushAdditional : .pushRepeat, .therapeutic)
  }
  let rows = pushed.enumerated().map { row($0 + 1, $1) }
  let derivation = derived(codes.isEmpty ? ["5 96365"] : codes, as: codes.isEmpty ? [] : services)
  let result = reconcile(derivation, billed([codes.isEmpty ? "5 96365" : "5 96374", line]), rows: rows)
  #expect(result.objections("ADDON_PER_DRUG") == objections)
}

@Test(arguments: [
  (NoticeKind.stopEstimated, "5 96365", ["96365 check warning"]),
  (.noStopPush, "5 96365", ["96365 check warning"]),
  (.siteAssumed, "5 96365", []),
  (.stopEstimated, "5 96372", []),
])
func billedTimesNeedADocumentedStop(kind: NoticeKind, line: String, objections: [String]) {
  let derivation = derived([line], notices: [notice(kind)], on: [0: [0]])
  #expect(reconcile(derivation, billed([line])).objections("TIME_SUPPORT") == objections)
}

@Test(arguments: [
  (["a", "b"], ["5 96365", "5 96367"], ["5 96365", "5 96367", "5 96368"], ["96368 unsupported error"]),
  (["a", "b"], ["5 96365", "5 96368"], ["5 96365", "5 96367", "5 96368"], ["96367 unsupported error"]),
  (["a", "b", "c"], ["5 96365", "5 96367", "5 96368"], ["5 96365", "5 96367", "5 96368"], []),
  (["a", "b"], ["5 96365", "5 96367"], ["5 96365", "5 96368"], []),
])
func anInfusionIsConcurrentOrFollows(
  infused: [String], supported: [String], lines: [String], objections: [String]
) {
  let kinds: [Character: Service] = ["5": .infusionInitial, "7": .infusionSequential, "8": .infusionConcurrent]
  let services = supported.map { (kinds[$0.last!]!, ServiceClass.therapeutic) }
  let rows = infused.enumerated().map { row($0 + 1, $1) }
  let result = reconcile(derived(supported, as: services), billed(lines), rows: rows)
  #expect(result.objections("CONC_AND_SEQ") == objections)
}

@Test(arguments: [
  (ExclusionReason.sedation, "5 96375", ["96375 unsupported error"]),
  (.procedure, "5 96375", ["96375 unsupported error"]), (.imaging, "5 96375", ["96375 unsupported error"]),
  (.notGiven, "5 96375", []), (.procedure, "5 96374", []),
])
func whatBelongsToAProcedureIsNotBilled(reason: ExclusionReason, line: String, objections: [String]) {
  var derivation = derived(["5 96374"])
  derivation.excluded = [excluded(2, reason)]
  let lines = Array(Set(["5 96374", line]))
  let result = reconcile(derivation, billed(lines), rows: [row(1, "morphine"), row(2, "propofol")])
  #expect(result.objections("INTEGRAL_BILLED") == objections)
}

@Test func aDrugOfAVisitWithoutARecordIsNotMissed() {
  let known = [ProcedureCode("J1000"): DrugKey(ingredients: ["a"])]
  let result = reconcile(Derivation(), billed(["5 96365", "5 J1000"]), drugs: known)
  #expect(result.findings.map(summary) == ["5 96365 -/1 unsupported NO_DOCUMENTATION"])
}

@Test(arguments: [
  ("as given", ["J1", "J2"], []),
  ("one drug without its line", ["J1"], ["- check warning"]),
  ("by another code of the drug", ["J1", "J3"], []),
  ("a drug that nobody gave", ["J1", "J2", "J4"], ["J4000 check warning"]),
  ("a drug of which nothing is known", ["J1", "J2", "J9"], []),
  ("a bill without drugs", [], ["- check warning"]),
])
func drugsAndTheirLinesBelongTogether(name: String, drugs: [String], objections: [String]) {
  let known = ["J1000": "a", "J2000": "b", "J3000": "b", "J4000": "d"].map { code, drug in
    (ProcedureCode(code), DrugKey(ingredients: [drug]))
  }
  var rows = [row(1, "a"), row(2, "b"), row(3, "c")]
  rows[0].hcpcs = "J1000"
  rows[1].hcpcs = "j2000"
  let result = reconcile(
    derived(["5 96365"]), billed(["5 96365"] + drugs.map { "5 \($0)000" }), rows: rows,
    drugs: Dictionary(uniqueKeysWithValues: known))
  #expect(result.objections("DRUG_ADMIN_MISMATCH") == objections)
}
