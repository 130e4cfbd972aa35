import Coding
import Infusion
import Reconciliation
import Testing

@Test(arguments: [
  (Route.intravenous, DrugClass.therapeutic, ExclusionReason.flush, "96374", true),
  (.intravenous, .therapeutic, .flush, "96372", false),
  (.intravenous, .hydration, .keepOpen, "96360", true),
  (.intravenous, .therapeutic, .sedation, "96413", false),
  (.oral, .therapeutic, .route, "96372", true),
  (.oral, .therapeutic, .route, "96365", false),
])
func anExcludedRowThatIsAllThereIsExplains(
  route: Route, drugClass: DrugClass, reason: ExclusionReason, code: String, isExplained: Bool
) {
  var derivation = derived([])
  derivation.excluded = [excluded(4, reason)]
  let rows = [row(4, "heparin", drugClass, route)]
  let finding = reconcile(derivation, billed(["5 \(code)"]), rows: rows).findings[0]
  #expect(finding.reasonCodes.first == (isExplained ? reason.rawValue : "NO_DOCUMENTATION"))
  #expect(finding.reason.contains(". Heparin at 09:05 ") == isExplained)
  #expect(finding.rules == (isExplained ? ["ALG-03", "CHK-19"] : ["CHK-19"]))
}

@Test(arguments: [
  // What is set aside beside a flush and a tablet, the billed code, and the key of the finding.
  (ExclusionReason.notGiven, DrugClass.therapeutic, "96375", "NB_NOT_GIVEN"),
  (.imaging, .imaging, "96375", "NB_IMAGING INTEGRAL_BILLED"),
  (.sedation, .sedation, "96375", "NB_SEDATION INTEGRAL_BILLED"),
  (.procedure, .therapeutic, "96375", "NB_PROCEDURE INTEGRAL_BILLED"),
  (.keepOpen, .hydration, "96361", "NB_KVO"),
  (.keepOpen, .hydration, "96375", "NO_DOCUMENTATION"),
  (.vehicle, .therapeutic, "96375", "NO_DOCUMENTATION"),
])
func noFlushAndNoTabletIsTheReasonOfAnotherCode(
  reason: ExclusionReason, drugClass: DrugClass, code: String, key: String
) {
  var derivation = derived(["5 96374"])
  derivation.excluded = [excluded(2, .flush), excluded(3, .route), excluded(4, reason)]
  var flush = row(2, "saline flush", .hydration)
  flush.facts = .flush
  let rows = [row(1, "morphine"), flush, row(3, "lisinopril", .therapeutic, .oral), row(4, "drug", drugClass)]
  let found = reconcile(derivation, billed(["5 96374", "5 \(code)", "5 96372"]), rows: rows).findings
  let finding = found.first { $0.code?.description == code }
  #expect(finding?.reasonCodes.joined(separator: " ") == key)
  #expect(finding?.recordRows == (key == "NO_DOCUMENTATION" ? [] : [record(4)]))
  #expect(found.first { $0.code == ProcedureCode("96372") }?.reasonCodes == ["NO_DOCUMENTATION"])
}

@Test(arguments: [
  (Route.oral, "NO_DOCUMENTATION"), (.intramuscular, "NB_NOT_GIVEN"), (.intravenous, "NO_DOCUMENTATION"),
])
func onlyARefusedInjectionIsTheReasonOfAnInjection(route: Route, key: String) {
  var derivation = derived(["5 96374"])
  derivation.excluded = [excluded(2, .notGiven)]
  let rows = [row(1, "morphine"), row(2, "ketorolac", .therapeutic, route)]
  let findings = reconcile(derivation, billed(["5 96374", "5 96372"]), rows: rows).findings
  #expect(findings.first { $0.code == ProcedureCode("96372") }?.reasonCodes == [key])
}

@Test func whatWasNotGivenComesBeforeWhatBelongsElsewhere() {
  var derivation = derived(["5 96374"])
  derivation.excluded = [excluded(2, .procedure), excluded(3, .notGiven)]
  let rows = [row(2, "propofol"), row(3, "ketorolac")]
  let finding = reconcile(derivation, billed(["5 96374", "5 96375"]), rows: rows).findings[1]
  #expect(
    finding.reason
      == "The record does not support 96375 on 2026-01-05. Ketorolac at 09:05 was not given (held, refused or missed).")
}

@Test(arguments: [
  ("96366", Service.infusionInitial, ServiceClass.therapeutic, true),
  ("96366", .infusionSequential, .therapeutic, true),
  ("96415", .infusionInitial, .therapeutic, false),
  ("96366", .pushInitial, .therapeutic, false),
  ("96361", .hydrationFirstHour, .hydration, true),
])
func aFurtherHourThatWasNotEarnedIsExplainedByItsInfusion(
  code: String, service: Service, serviceClass: ServiceClass, isExplained: Bool
) {
  let first = TestBook.book.code(service, serviceClass)!
  let derivation = derived(["5 \(first)"], as: [(service, serviceClass)])
  let findings = reconcile(derivation, billed(["5 \(first)", "5 \(code)"])).findings
  let finding = findings.first { $0.code?.description == code }!
  #expect(finding.reasonCodes.contains("HOUR_TOO_SHORT") == isExplained)
  #expect(
    finding.reason.contains("Drug 1 ran 09:00-10:00 (60 min). A further hour is earned from 91 min.") == isExplained)
}

@Test func aFlushBesideADrugIsPartOfTheDrugService() {
  var derivation = derived(["5 96365"])
  derivation.excluded = [excluded(2, .flush)]
  let rows = [row(1, "ceftriaxone"), row(2, "saline flush", .hydration)]
  let finding = reconcile(derivation, billed(["5 96365", "5 96523"]), rows: rows).findings[1]
  #expect(summary(finding) == "5 96523 -/1 unsupported NB_FLUSH 96523_NOT_ALONE")
  #expect(finding.reason.contains("The flush is part of the other service that day, 96365: Drug 1 ran"))
  #expect(finding.recordRows == [record(1), record(2)])
}

@Test(arguments: [
  ("96367", "dexamethasone+ondansetron", "bag", true), ("96375", "a+b", "syringe", true),
  ("96367", "ondansetron", "bag", false),
])
func drugsOfOneContainerAreOneService(code: String, drug: String, container: String, isExplained: Bool) {
  let finding = reconcile(
    derived(["5 96413", "5 \(code)"]), billed(["5 96413", "5 \(code) x2"]), rows: [row(2, drug)]
  ).findings[1]
  #expect(finding.reasonCodes == ["UNSUPPORTED_UNITS"] + (isExplained ? ["ONE_CONTAINER"] : []))
  #expect(finding.reason.contains("was one \(container)") == isExplained)
}
