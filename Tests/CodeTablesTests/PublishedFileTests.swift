import Infusion
import Testing

@testable import CodeTables

/// CMS's quarterly files as published, in an organisation's folder.
///
/// The rows are synthetic, the layouts CMS's.
@Suite struct PublishedFileTests {
  private static let practitionerLimits = """
    "A notice of several lines
    above the header",,,
    "HCPCS/
    CPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale
    96361,7,3 Date of Service Edit: Clinical,Clinical: Data
    99213,2,1 Line Edit,"Nature, of service"
    ,,,

    """

  private static let hospitalLimits =
    "HCPCS/CPT Code\tOutpatient Hospital Services MUE Values\tMUE Adjudication Indicator\tMUE Rationale\n"
    + "96361\t20\t3 Date of Service Edit: Clinical\tClinical: Data\n96368\t1\t2 Date of Service Edit: Policy\tx\n"

  private static let supplierLimits =
    "HCPCS/CPT Code,DME Supplier Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n96361,1,1 Line Edit,x\n"

  private static let pairs = """
    CPT only: a notice
    Column1/Column2 Edits
    Column 1\tColumn 2\t*=In existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale
    \t\tprior to 1996\tDate\tDate\t0=not allowed\t
    \t\t\t\t*=no data\t1=allowed\t
    \t\t\t\t\t9=not applicable\t
    11111\t22222\t\t20200101\t*\t1\tneither code is known
    49000\t96365\t\t20200101\t*\t1\tStandards
    96365\t96374\t*\t19960101\t20251231\t1\tdeleted
    96365\t96374\t\t20260401\t*\t0\tand again
    96413\t96415\t\t20260101\t*\t9\tnot active

    """

  private static let addOns = """
    A notice
    AOC_Edit_Type\tAdd-On_Code\tAOC_DelDT\tPrimary_Code\tPrimary_Code_DelDT\tAOC_Edit_EffDT\tAOC_Edit_DelDT\tNotes
    1\t96415\t\t96413\t\t2009001\t\t
    1\t96415\t\t96410\t\t2005001\t2005365\t
    2\t96361\t\tCCCCC\t\t2013091\t\tcontractor

    """

  private static let files = [
    "cms/MCR_MUE_PractitionerServices_Eff_04-01-2026.csv": practitionerLimits,
    "cms/MCR_MUE_OutpatientHospitalServices_Eff_01-01-2026.TXT": hospitalLimits,
    "cms/MCR_MUE_DMESupplierServices_Eff_01-01-2026.csv": supplierLimits, "cms/ccipra-v321r0-f1.TXT": pairs,
    "cms/AOC_V2026Q2-MCR.txt": addOns, "notes.txt": "\"not a table\n",
    "cms/ccipra-v321r0-f1.xlsx": "the same as a workbook",
  ]

  private static let tables = Result {
    try OwnFolder.with(files) { try CodeTables.load(overrideFolder: $0) }
  }

  @Test(arguments: [
    // The quarter before the file: the program's own excerpt, of 2024.
    ("96361", Setting.professional, date(2026, 3, 31), Optional(8)), ("96361", .professional, date(2026, 4, 1), 7),
    ("96361", .facility, date(2025, 12, 31), 24), ("96361", .facility, date(2026, 1, 1), 20),
    // Wider than the excerpt.
    ("99213", .professional, date(2026, 4, 1), 2), ("99213", .professional, date(2026, 3, 31), nil),
    // A code that the file leaves out has no limit any more.
    ("96360", .professional, date(2026, 3, 31), 1), ("96360", .professional, date(2026, 4, 1), nil),
  ])
  func takesUnitLimitsFromTheDayOfTheFile(code: String, setting: Setting, day: CivilDate, units: Int?) throws {
    let limit = try Self.tables.get().edits(for: day).unitLimits.limit(of: ProcedureCode(code), setting, on: day)
    #expect(limit?.units == units)
  }

  @Test func readsTheIndicatorAndItsFile() throws {
    let day = date(2026, 4, 1)
    let limits = try Self.tables.get().edits(for: day).unitLimits
    let limit = limits.limit(of: ProcedureCode("99213"), .professional, on: day)
    #expect(limit?.adjudication == .line)
    #expect(limit?.source == "cms/MCR_MUE_PractitionerServices_Eff_04-01-2026.csv")
    #expect(limits.latestEffective(.professional) == date(2026, 4, 1))
    #expect(limits.latestEffective(.facility) == date(2026, 1, 1))
  }

  @Test(arguments: [
    (Setting.professional, date(2026, 3, 31), false), (.professional, date(2026, 6, 30), true),
    (.professional, date(2026, 7, 1), false), (.facility, date(2026, 3, 31), true),
    (.facility, date(2026, 4, 1), false), (.facility, date(2024, 8, 1), true),
  ])
  func coversTheQuartersOfItsFiles(setting: Setting, day: CivilDate, isCovered: Bool) throws {
    #expect(try Self.tables.get().edits(for: day).unitLimits.covers(day, setting) == isCovered)
  }

  @Test(arguments: [
    ("96365", "96374", Setting.professional, date(2025, 12, 31), Optional(CodePair.Indicator.withModifier)),
    ("96365", "96374", .professional, date(2026, 1, 1), nil), ("96365", "96374", .professional, date(2026, 3, 31), nil),
    ("96365", "96374", .professional, date(2026, 4, 1), .never),
    ("96413", "96415", .professional, date(2026, 4, 1), .notActive),
    // Wider than the excerpt, and of the other kind of bill the excerpt alone.
    ("49000", "96365", .professional, date(2026, 4, 1), .withModifier),
    ("49000", "96365", .facility, date(2026, 4, 1), nil),
    ("96365", "96374", .facility, date(2026, 1, 1), .withModifier),
    // Not in the file, but in the excerpt.
    ("96365", "96523", .professional, date(2026, 4, 1), .never),
    ("11111", "22222", .professional, date(2026, 4, 1), nil),
  ])
  func takesPairsByTheirDays(
    column1: String, column2: String, setting: Setting, day: CivilDate, indicator: CodePair.Indicator?
  ) throws {
    let pairs = try Self.tables.get().edits(for: day).codePairs
    let (first, second) = (ProcedureCode(column1), ProcedureCode(column2))
    #expect(pairs.pair(first, second, setting, on: day)?.indicator == indicator)
  }

  @Test func knowsTheQuarterOfThePairs() throws {
    let pairs = try Self.tables.get().edits(for: date(2026, 4, 1)).codePairs
    #expect(pairs.latestEffective(.professional) == date(2026, 4, 1))
    #expect(pairs.latestEffective(.facility) == date(2024, 7, 1))
    #expect(pairs.covers(date(2026, 6, 30), .professional))
    #expect(!pairs.covers(date(2026, 7, 1), .professional))
    #expect(!pairs.covers(date(2026, 4, 1), .facility))
  }

  @Test func aLaterFileCorrectsAnEarlierOne() throws {
    func file(_ deletion: String) -> String {
      "Column 1,Column 2,* = In existence prior to 1996,Effective Date,Deletion Date *=no data,"
        + "Modifier 0=not allowed 1=allowed 9=not applicable,PTP Edit Rationale\n"
        + "96365,96374,,20200101,\(deletion),1,x\n"
    }
    let files = ["ccioph-v321r0-f2.csv": file("20260331"), "ccioph-v320r0-f2.csv": file("*")]
    let tables = try OwnFolder.with(files) { try CodeTables.load(overrideFolder: $0) }
    let pairs = tables.edits(for: date(2026, 4, 1)).codePairs
    let (first, second) = (ProcedureCode("96365"), ProcedureCode("96374"))
    #expect(pairs.pair(first, second, .facility, on: date(2026, 3, 31))?.source == "ccioph-v321r0-f2.csv")
    #expect(pairs.pair(first, second, .facility, on: date(2026, 4, 1)) == nil)
  }

  @Test(arguments: [
    ("96415", date(2026, 4, 1), ["96413"]), ("96415", date(2005, 12, 31), ["96410"]), ("96415", date(2006, 1, 1), []),
    ("96361", date(2026, 4, 1), []),
  ])
  func takesTheAddOnsOfTheFile(code: String, day: CivilDate, parents: [String]) throws {
    let edits = try Self.tables.get().edits(for: day).addOnEdits
    #expect(edits.parents(of: ProcedureCode(code), on: day).map(\.description) == parents)
  }

  @Test func leavesParentsToTheContractor() throws {
    let day = date(2026, 4, 1)
    let edits = try Self.tables.get().edits(for: day).addOnEdits.edits(of: ProcedureCode("96361"), on: day)
    #expect(edits.map(\.kind) == [.byContractor])
    #expect(edits.map(\.parent) == [nil])
  }

  @Test(arguments: [
    ("MCR_MUE_PractitionerServices_Eff_10-01-2025.csv", Optional(Setting.professional), Optional(date(2025, 10, 1))),
    ("medicare-ncci-2025-q4-practitioner-services-mue-table/mue.csv", .professional, date(2025, 10, 1)),
    ("ccipra-v313r0-f1.TXT", .professional, date(2025, 10, 1)), ("ccioph-v302r0-f4.txt", .facility, date(2024, 7, 1)),
    ("AOC_V2025Q4_01-MCR.txt", nil, date(2025, 10, 1)), ("pairs.txt", nil, nil),
  ])
  func readsNames(name: String, setting: Setting?, day: CivilDate?) {
    #expect(PublishedName(name).setting == setting)
    #expect(PublishedName(name).firstDay == day)
  }

  private static let limitHeader =
    "HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n"
  private static let pairHeader =
    "Column 1,Column 2,*=in existence,Effective Date,Deletion Date,Modifier,PTP Edit Rationale\n"

  @Test(arguments: [
    ("mue.csv", limitHeader + "96361,8,3 x,x\n", "mue.csv: the name does not tell the quarter; keep CMS's name"),
    ("MCR_MUE_X_Eff_04-01-2026.csv", "a,b\n1,2\n", "MCR_MUE_X_Eff_04-01-2026.csv: the header of a CMS file is not"),
    ("ccipra-v321r0-f1.xlsx", "x", "ccipra-v321r0-f1.xlsx: this is no text; take the .txt or .csv file"),
    ("2026Q1.csv", limitHeader + "96361,many,3 x,x\n", "2026Q1.csv:2: column MUE Values: found \"many\""),
    ("2026Q1.csv", limitHeader + "96361,8,7 x,x\n", "2026Q1.csv:2: column MUE Adjudication Indicator: found \"7 x\""),
    (
      "2026Q1.csv", limitHeader + "96361,8,3 x,x\n9636,8,3 x,x\n",
      "2026Q1.csv:3: column HCPCS/CPT Code: found \"9636\""
    ),
    ("2026Q1.csv", limitHeader + "96361,8,3,x\n96361,9,3,x\n", "2026Q1.csv:3: column HCPCS/CPT Code: found \"96361\""),
    ("2026Q1.csv", limitHeader + "96361,8\n", "2026Q1.csv:2: 2 fields"),
    (
      "pairs-2026Q1.csv", pairHeader + "96365,96374,,20200101,*,1,x\n",
      "pairs-2026Q1.csv: the name does not tell whose"
    ),
    (
      "ccipra-v321r0-f1.csv", pairHeader + "96365,96374,,20201301,*,1,x\n",
      "ccipra-v321r0-f1.csv:2: column Effective Date: found \"20201301\""
    ),
    (
      "ccipra-v321r0-f1.csv", pairHeader + "96365,96374,,20200101,*,2,x\n",
      "ccipra-v321r0-f1.csv:2: column Modifier: found \"2\""
    ),
    ("prices.csv", "code,price\n", "prices.csv: no table has this name"),
  ])
  func saysWhatIsWrongWithAFile(name: String, text: String, message: String) throws {
    let error = try OwnFolder.with([name: text]) { folder in
      #expect(throws: TableError.self) { try CodeTables.load(overrideFolder: folder) }
    }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test func twoTablesOfOneQuarterAreOneTooMany() throws {
    let files = [
      "a-2026Q1.csv": Self.limitHeader + "96361,8,3,x\n", "b-2026Q1.csv": Self.limitHeader + "96361,9,3,x\n",
    ]
    let error = try OwnFolder.with(files) { folder in
      #expect(throws: TableError.self) { try CodeTables.load(overrideFolder: folder) }
    }
    #expect(error?.description.hasPrefix("b-2026Q1.csv: another file holds the unit limits of professional") == true)
  }
}
