import Coding
import Infusion
import Testing

@testable import CodeTables

/// The bundled excerpts of Medicare's edits.
@Suite struct EditTests {
  @Test(arguments: [
    ("96360", Setting.facility, 2, UnitLimit.Adjudication.dayByClinicalJudgement),
    ("96360", .professional, 1, .dayByClinicalJudgement), ("96361", .facility, 24, .dayByClinicalJudgement),
    ("96361", .professional, 8, .dayByClinicalJudgement), ("96368", .facility, 1, .dayByPolicy),
    ("96376", .professional, 0, .dayByClinicalJudgement), ("96376", .facility, 10, .dayByClinicalJudgement),
    ("96372", .facility, 5, .dayByClinicalJudgement), ("96372", .professional, 4, .dayByClinicalJudgement),
  ])
  func knowsUnitLimits(code: String, setting: Setting, units: Int, kind: UnitLimit.Adjudication) throws {
    for day in [date(2025, 1, 1), date(2026, 12, 31)] {
      let limits = try bundledTables.get().edits(for: day).unitLimits
      let limit = limits.limit(of: ProcedureCode(code), setting, on: day)
      #expect(limit?.units == units)
      #expect(limit?.adjudication == kind)
    }
  }

  @Test func knowsTheLimitsOfDrugsAndNoOthers() throws {
    let day = date(2026, 3, 1)
    let limits = try bundledTables.get().edits(for: day).unitLimits
    #expect(limits.limit(of: ProcedureCode("J2405"), .facility, on: day) != nil)
    #expect(limits.limit(of: ProcedureCode("99213"), .facility, on: day) == nil)
  }

  @Test(arguments: [
    (date(2024, 6, 30), false, false), (date(2024, 7, 1), true, true), (date(2024, 9, 30), true, true),
    (date(2024, 10, 1), true, false), (date(2026, 1, 1), true, false),
  ])
  func saysHowOldTheLimitsAre(day: CivilDate, isKnown: Bool, isCovered: Bool) throws {
    let limits = try bundledTables.get().edits(for: day).unitLimits
    for setting in Setting.allCases {
      #expect((limits.limit(of: ProcedureCode("96360"), setting, on: day) != nil) == isKnown)
      #expect(limits.covers(day, setting) == isCovered)
      #expect(limits.latestEffective(setting) == date(2024, 7, 1))
    }
  }

  @Test(arguments: [
    ("96365", "96374", Optional(CodePair.Indicator.withModifier)), ("96365", "96523", .never), ("96374", "96365", nil),
    ("96365", "99213", nil), ("96365", "?", nil),
  ])
  func knowsPairs(column1: String, column2: String, indicator: CodePair.Indicator?) throws {
    let day = date(2026, 3, 1)
    let pairs = try bundledTables.get().edits(for: day).codePairs
    let (first, second) = (ProcedureCode(column1), ProcedureCode(column2))
    #expect(pairs.pair(first, second, .facility, on: day)?.indicator == indicator)
  }

  @Test func pairsBeginWithTheirTable() throws {
    let pairs = try bundledTables.get().edits(for: date(2025, 1, 1)).codePairs
    let (first, second) = (ProcedureCode("96365"), ProcedureCode("96374"))
    #expect(pairs.firstKnown(.facility) == date(2024, 7, 1))
    #expect(pairs.pair(first, second, .facility, on: date(2024, 6, 30)) == nil)
    #expect(pairs.pair(first, second, .facility, on: date(2024, 7, 1)) != nil)
  }

  @Test(arguments: [("59", true), ("XU", true), ("LT", true), ("25", false), ("91", false), ("76", false)])
  func knowsWhatSetsAPairApart(modifier: String, does: Bool) throws {
    for day in [date(2025, 1, 1), date(2026, 12, 31)] {
      #expect(try bundledTables.get().edits(for: day).pairModifiers.contains(Modifier(modifier)) == does)
    }
  }

  @Test("Years with the same files share their edits, and do not where an organisation replaces one file of a year")
  func yearsShareEdits() throws {
    let bundled = try bundledTables.get()
    #expect(bundled.edits(for: date(2025, 6, 1)).unitLimits === bundled.edits(for: date(2026, 6, 1)).unitLimits)
    let limits = "code,setting,units,mai,effective,source\n96413,facility,2,3,2026-01-01,ours\n"
    try OwnFolder.with(["2026/mue.csv": limits]) { folder in
      let tables = try CodeTables.load(overrideFolder: folder)
      #expect(tables.unitLimit(of: ProcedureCode("96413"), .facility, on: date(2026, 6, 1))?.units == 2)
      #expect(tables.unitLimit(of: ProcedureCode("96413"), .facility, on: date(2025, 6, 1))?.units == 1)
    }
  }

  @Test func aPairEndsWithItsLastDay() throws {
    let pairs = try bundledTables.get().edits(for: date(2025, 1, 1)).codePairs
    let (first, second) = (ProcedureCode("96405"), ProcedureCode("96520"))
    #expect(pairs.pair(first, second, .facility, on: date(2005, 12, 31)) != nil)
    #expect(pairs.pair(first, second, .facility, on: date(2006, 1, 1)) == nil)
  }

  @Test func saysHowOldThePairsAre() throws {
    let pairs = try bundledTables.get().edits(for: date(2025, 1, 1)).codePairs
    #expect(pairs.latestEffective(.facility) == date(2024, 7, 1))
    #expect(pairs.covers(date(2024, 9, 30), .facility))
    #expect(!pairs.covers(date(2024, 10, 1), .facility))
  }

  /// Medicare's list of parents against the one that the rules take, add-on by add-on, and why they differ.
  @Test func differsFromTheParentsOfTheRulesAsExplained() throws {
    let day = date(2026, 3, 1)
    let tables = try bundledTables.get()
    let parents = tables.tables(for: day).codingYear.codeBook.parents
    let edits = tables.edits(for: day).addOnEdits
    var found: [String: [String]] = [:]
    for addOn in Self.addOns {
      let code = ProcedureCode(addOn)
      let (ours, theirs) = (parents[code] ?? [], edits.parents(of: code, on: day))
      let more = theirs.subtracting(ours).sorted().map { "+\($0)" }
      let less = ours.subtracting(theirs).sorted().map { "-\($0)" }
      if !(more + less).isEmpty { found[addOn] = more + less }
    }
    #expect(found == Self.differences)
  }

  private static let addOns = [
    "96361", "96366", "96367", "96368", "96370", "96371", "96375", "96376", "96411", "96415", "96417", "96423",
  ]

  /// `+` is a parent of Medicare's that the rules do not take, `-` one of the rules' that Medicare does not list.
  private static let differences: [String: [String]] = [
    // The rules code a drug before fluid (HIER-02, HIER-11), so fluid is never the initial beside it.
    "96367": ["+96360"], "96375": ["+96360"],
    // As above; and further hours of a therapeutic drug follow its own first hour (COD-96366).
    "96366": ["+96360", "+96413"],
    // As above; and a hospital's pump start does not occupy the line of the visit (ALG-09).
    "96368": ["+96360", "+C8957"],
    // Further hours of a second chemo drug follow its own first hour, which needs 96413 in turn (COD-96415).
    "96415": ["-96417"],
  ]

  @Test func operationsAreParentsInMedicaresListOnly() throws {
    let day = date(2026, 3, 1)
    let edits = try bundledTables.get().edits(for: day).addOnEdits
    #expect(edits.parents(of: ProcedureCode("96547"), on: day).contains(ProcedureCode("49000")))
    #expect(edits.edits(of: ProcedureCode("96547"), on: day).allSatisfy { $0.kind == .fixed })
  }
}

extension AddOnEdits {
  /// The parents of an add-on in force on a day; empty where the contractor lists them.
  func parents(of addOn: ProcedureCode, on date: CivilDate) -> Set<ProcedureCode> {
    Set(edits(of: addOn, on: date).compactMap(\.parent))
  }
}
