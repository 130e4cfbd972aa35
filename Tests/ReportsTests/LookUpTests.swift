import CodeTables
import Infusion
import Reports
import Testing

@Suite struct LookUpTests {
  private static let tables = Result { try CodeTables.load() }

  private static func code(_ name: String, on date: CivilDate? = nil, width: Int = 80) throws -> String {
    try CodeLookUp(tables: tables.get(), on: date, width: width).code(name)
  }

  private static func drug(_ name: String) throws -> String {
    try DrugLookUp(formulary: tables.get().formulary).drug(name)
  }

  // MARK: Codes

  @Test func showsWhatTheTablesSayOfAnAddOn() throws {
    #expect(
      try Self.code("96368") == """
        96368, Different drug infused at the same time
          kind           add-on: stands beside a parent only
          family         therapeutic
          reported by    hospitals and physicians outside facilities
          in force       since 2009-01-01
          parents        96365, 96366, 96413, 96415, 96416
          CMS parents    96360, 96365, 96366, 96413, 96415, 96416, C8957
          unit limit     facility: 1 a day, whatever is documented (MAI 2), of
                         2024-07-01
                         professional: 1 a day, whatever is documented (MAI 2), of
                         2024-07-01
          amount         facility: packaged, nothing of its own (Medicare 2026 estimate)
                         professional: 18.44 (Medicare 2025 estimate)
          tables         of 2026, for services of 2026-12-31; the unit limits are those
                         of an older quarter
          sources        coding-rules COD-96368
                         CMS NCCI MUE 2024 Q3: Code Descriptor / CPT Instruction
                         CMS OPPS 2026 Addendum B of April: status N
                         CMS PFS 2025 October: RVU 0.57 x 32.3465, status A; CMS OPPS
                         2025 Addendum B: status N

        """)
  }

  @Test(arguments: [
    ("96365", "  children       96361, 96366, 96367, 96368, 96375, 96376\n"),
    ("96376", "  reported by    hospitals only\n"), ("96547", "  reported by    physicians only\n"),
    ("c8957", "C8957, Hospital start"), ("96410", "  deleted        from 2006-01-01\n  now            96413\n"),
    ("96400", "  now            96401, 96402\n"),
    ("j2405", "J2405, ondansetron\n  drug code      1 mg a unit, active\n"),
    ("96413", "  amount         facility: 337.46 (Medicare 2026 estimate)\n"),
    ("96366", "professional: 19.41 (Medicare 2025 estimate)\n"),
  ])
  func namesAFact(code: String, fact: String) throws {
    #expect(try Self.code(code).contains(fact))
  }

  @Test func answersForTheDateOfService() throws {
    let (last, first) = (CivilDate(year: 2025, month: 12, day: 31), CivilDate(year: 2026, month: 1, day: 1))
    #expect(try Self.code("96413", on: last).contains("facility: 331.69 (Medicare 2025 estimate)"))
    #expect(try Self.code("96413", on: first).contains("facility: 337.46 (Medicare 2026 estimate)"))
    let (before, from) = (CivilDate(year: 2024, month: 6, day: 30), CivilDate(year: 2024, month: 7, day: 1))
    #expect(try !Self.code("96413", on: before).contains("unit limit"))
    #expect(try Self.code("96413", on: from).contains("unit limit"))
    #expect(try !Self.code("96413", on: from).contains("older quarter"))
  }

  @Test(arguments: [("9636Z", "96360"), ("J24O5", "J2405")])
  func namesTheNearestOfAnUnknownCode(name: String, nearest: String) {
    let error = #expect(throws: UnknownName.self) { try Self.code(name) }
    #expect(error?.nearest.first == nearest)
  }

  @Test(arguments: [40, 60, 100])
  func staysWithinTheWidth(width: Int) throws {
    for line in try Self.code("96365", width: width).split(separator: "\n") {
      // A path of a source has no space to break at.
      #expect(line.count <= width || !line.dropFirst(17).contains(" "))
    }
  }

  // MARK: Drugs

  @Test func showsWhatADrugIsTakenFor() throws {
    #expect(
      try Self.drug("Ondansetron (Zofran) 4 mg/2 mL") == """
        ondansetron
          ingredients    ondansetron
          class          therapeutic (CLS-06): every route
          codes          J2405: 1 mg a unit, active
          sources        coding-rules 4.3 antiemetic, premed; CLS-06
                         reference drugs.csv:
                         crowbarmassage/340b-optimizer-v2/data/sample/asp_pricing.csv

        """)
  }

  @Test func tellsClassesByRouteApart() throws {
    let text = try Self.drug("abatacept")
    #expect(text.contains("chemo or complex biologic (CLS-03): IV, IO, IA, IT, IP, IPL,\n                 IL, IVES\n"))
    #expect(text.contains("therapeutic (CLS-05): SC, IM\n"))
    #expect(text.contains("to document    the complexity"))
  }

  @Test(arguments: [
    ("J2405", "J2405, ondansetron\n"), ("j9312", "J9312, rituximab\n"),
    ("J9312", "J9310: 100 mg a unit, discontinued\n"), ("D5W", "  ingredients    dextrose 5%\n"),
    ("D5W", "hydration (CLS-12): every route\n"), ("potassium chloride 20 mEq in NS 1000 mL", "hydration (CLS-14)"),
    ("potassium chloride 20 mEq in NS 100 mL", "therapeutic (CLS-14)"), ("heparin flush", "  special        flush\n"),
    ("influenza vaccine", "  family         vaccine influenza\n"),
  ])
  func recognises(name: String, fact: String) throws {
    #expect(try Self.drug(name).contains(fact))
  }

  @Test func knowsAnOrganisationsOwnDrug() throws {
    let own = OwnDrug(name: "zorbamycin", ingredients: ["zorbamycin"], drugClass: .chemo)
    let formulary = try CodeTables.load(ownDrugs: [own]).formulary
    #expect(
      try DrugLookUp(formulary: formulary).drug("Zorbamycin 1 g") == """
        zorbamycin
          ingredients    zorbamycin
          class          chemo or complex biologic (CLS-01): every route

        """)
  }

  @Test(arguments: [
    ("ondansteron 4 mg", "ondansetron"), ("Rituxmab", "rituximab"), ("X2405", "J2405"),
  ])
  func namesTheNearestOfAnUnknownDrug(name: String, nearest: String) {
    let error = #expect(throws: UnknownName.self) { try Self.drug(name) }
    #expect(error?.nearest.first == nearest)
    #expect(error?.description.hasPrefix("no table knows a drug \"\(name)\"; nearest ") == true)
  }

  @Test(arguments: ["quwerty bag 50 mL", "xyz"])
  func namesNothingThatIsNotNear(name: String) {
    let error = #expect(throws: UnknownName.self) { try Self.drug(name) }
    #expect(error?.description == "no table knows a drug \"\(name)\"; check its spelling")
  }

  @Test func printsNoControlCharacters() {
    let error = #expect(throws: UnknownName.self) { try Self.drug("zorb\u{1B}[2Jx") }
    #expect(error?.description.contains("\u{1B}") == false)
  }
}
