import CodeTables
import Infusion
import Testing

@Suite struct WordsTests {
  private func words() throws -> Words { try bundledTables.get().words }

  private func field(_ header: String, in kind: Words.FileKind) throws -> String? {
    try words().synonyms(in: kind).first { $0.value.contains(Words.fold(header)) }?.key
  }

  @Test(arguments: [
    ("PAT_ENC_CSN_ID", "patenccsnid"), ("Pat Enc Csn Id", "patenccsnid"),
    ("\u{FEFF}Start-Time", "starttime"), ("Acct. #", "acct"), ("Rate (mL/hr)", "ratemlhr"), ("", ""), ("D/C'd", "dcd"),
  ])
  func foldsAwayCaseSpacesAndSigns(text: String, folded: String) {
    #expect(Words.fold(text) == folded)
  }

  @Test(arguments: [
    ("CSN", "encounter_id"), ("PAT_ENC_CSN_ID", "encounter_id"), ("hadm_id", "encounter_id"), ("drug", "drug"),
    ("MED_DISPLAY_NAME", "drug"), ("mar_action", "action"), ("Taken Time", "start"), ("route", "route"),
    ("infusion_stop", "stop"), ("push_minutes", "push_minutes"), ("purpose", "purpose"), ("MRN", "patient_id"),
  ])
  func knowsHeadersOfRecords(header: String, field: String) throws {
    #expect(try self.field(header, in: .mar) == field)
  }

  @Test(arguments: [
    ("CPT", "code"), ("hcpcs", "code"), ("Qty", "units"), ("DOS", "service_date"), ("modifier", "modifiers"),
    ("Charge Amount", "amount"),
  ])
  func knowsHeadersOfCharges(header: String, field: String) throws {
    #expect(try self.field(header, in: .charge) == field)
  }

  @Test func listsSynonymsThePreferredFirst() throws {
    let words = try words()
    #expect(words.synonyms(in: .mar)["encounter_id"]?.first == "encounterid")
    #expect(words.synonyms(in: .charge)["service_date"]?.first == "servicedate")
    #expect(words.synonyms(in: .mar)["encounter_id"]?.contains("csn") == true)
  }

  @Test(arguments: [
    ("IV", Route.intravenous, nil as Technique?), ("IVPB", .intravenous, .infusion), ("IV Push", .intravenous, .push),
    ("SQ", .subcutaneous, nil), ("SubQ", .subcutaneous, nil), ("IM", .intramuscular, nil), ("PO", .oral, nil),
    ("IA", .intraArterial, nil), ("IT", .intrathecal, nil), ("IO", .intraosseous, nil),
    ("Intravesical", .intravesical, nil),
    ("intradermal", .intradermal, nil), ("intraperitoneal", .intraperitoneal, nil),
    ("intrapleural", .intrapleural, nil),
    ("intralesional", .intralesional, nil), ("topical", .other, nil), ("nasal", .nasal, nil),
  ])
  func knowsRoutes(spelling: String, route: Route, technique: Technique?) throws {
    let found = try #require(try words().route(Words.fold(spelling)))
    #expect(found.route == route)
    if let technique { #expect(found.technique == technique) }
  }

  @Test(arguments: [
    ("infusion", Technique.infusion), ("push", .push), ("injection", .injection),
    ("SC infusion", .subcutaneousInfusion),
    ("on-body injector", .onBodyInjector),
  ])
  func knowsTechniques(spelling: String, technique: Technique) throws {
    #expect(try words().technique(Words.fold(spelling)) == technique)
  }

  @Test(arguments: [
    ("New Bag", ActionWord.begin), ("Given", .given), ("Bolus from Bag", .given), ("Rate Change", .running),
    ("Rate/Dose Verify", .running), ("Handoff", .running), ("Paused", .pause), ("Restarted", .resume),
    ("Stopped", .end), ("Infusion Complete", .end), ("D/C'd", .end), ("FinishedRunning", .completed),
    ("Refused", .neverGiven),
    ("MAR Hold", .neverGiven), ("Missed", .neverGiven), ("Entered in Error", .void), ("Rewritten", .void),
  ])
  func knowsActions(spelling: String, meaning: ActionWord) throws {
    #expect(try words().actionMeaning(Words.fold(spelling)) == meaning)
  }

  @Test(arguments: [
    ("hydration", RowFacts()), ("KVO", .keepOpen), ("keep vein open", .keepOpen), ("TKO", .keepOpen), ("flush", .flush),
    ("vehicle", .vehicle), ("carrier", .vehicle), ("diluent", .vehicle), ("declot", .catheterClearance),
    ("line clearance", .catheterClearance), ("procedure", .procedureIntegral), ("anesthesia", .procedureIntegral),
    ("protocol", .protocolIntegral), ("deficiency", .deficiency),
  ])
  func knowsPurposes(spelling: String, facts: RowFacts) throws {
    #expect(try words().purpose(Words.fold(spelling)) == facts)
  }

  @Test(arguments: [
    ("chemo", ClassWord.chemo), ("hormonal", .hormonal), ("complex", .complex), ("therapeutic", .therapeutic),
    ("hydration", .hydration), ("vaccine", .vaccine), ("blood", .blood), ("contrast", .contrast),
    ("sedation", .sedation), ("flush", .flush), ("CHEMO_HORMONAL", .hormonal), ("THER", .therapeutic),
    ("HYD", .hydration),
  ])
  func knowsClasses(spelling: String, word: ClassWord) throws {
    #expect(try words().drugClass(Words.fold(spelling)) == word)
  }

  @Test(arguments: [
    ("facility", Setting.facility), ("Hospital", .facility), ("837I", .facility), ("UB", .facility), ("F", .facility),
    ("professional", .professional), ("837P", .professional), ("physician", .professional), ("1500", .professional),
  ])
  func knowsSettings(spelling: String, setting: Setting) throws {
    #expect(try words().setting(Words.fold(spelling)) == setting)
  }

  @Test func knowsNothingOfOtherWords() throws {
    let words = try words()
    #expect(words.route("byowl") == nil)
    #expect(words.actionMeaning("danced") == nil)
    #expect(try field("shoe size", in: .mar) == nil)
  }
}
