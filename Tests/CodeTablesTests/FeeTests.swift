import Infusion
import Testing

@testable import CodeTables

@Suite struct FeeTests {
  /// An amount that the bundled tables should give; nil where there is none.
  struct Expected: Sendable {
    let code: String
    let setting: Setting
    let day: CivilDate
    let amount: String?
    let label: String

    init(_ code: String, _ setting: Setting, _ day: CivilDate, _ amount: String?, _ label: String = "") {
      self.code = code
      self.setting = setting
      self.day = day
      self.amount = amount
      self.label = label
    }
  }

  @Test(arguments: [
    Expected("96365", .professional, date(2025, 3, 1), "57.9", "Medicare 2025 estimate"),
    Expected("96365", .facility, date(2025, 12, 31), "210.69", "Medicare 2025 estimate"),
    Expected("96365", .facility, date(2026, 1, 1), "217.31", "Medicare 2026 estimate"),
    // No amounts of 2026 for physicians: those of 2025 stand in, and say so.
    Expected("96413", .professional, date(2026, 1, 1), "119.36", "Medicare 2025 estimate"),
    // Before the first year, the first year.
    Expected("96413", .facility, date(2024, 7, 1), "331.69", "Medicare 2025 estimate"),
    // Packaged for hospitals; a physician is never paid for it.
    Expected("96376", .facility, date(2026, 1, 1), "0", "Medicare 2026 estimate"),
    Expected("96376", .professional, date(2025, 3, 1), nil),
    // Paid to physicians only.
    Expected("96380", .facility, date(2025, 3, 1), nil),
    Expected("36430", .facility, date(2025, 3, 1), nil), Expected("ZZZZZ", .facility, date(2025, 3, 1), nil),
  ])
  func knowsWhatMedicarePays(_ expected: Expected) throws {
    let fee = try bundledTables.get().fees.fee(of: ProcedureCode(expected.code), expected.setting, on: expected.day)
    #expect(fee?.amount.description == expected.amount)
    #expect((fee?.label ?? "") == expected.label)
  }

  @Test(arguments: [
    ("96368", Setting.facility, true), ("96368", .professional, false), ("96376", .facility, true),
    ("96365", .facility, false), ("ZZZZZ", .facility, false),
  ])
  func knowsWhatIsPackaged(code: String, setting: Setting, isPackaged: Bool) throws {
    let fees = try bundledTables.get().fees
    for year in [2025, 2026] {
      let fee = fees.fee(of: ProcedureCode(code), setting, on: date(year, 7, 1))
      #expect((fee?.isPackaged ?? false) == isPackaged)
    }
  }

  private static let own = """
    code,setting,amount,effective_from,effective_to
    96365,facility,400,,2025-12-31
    96365,facility,410.50,2026-01-01,
    96365,,99,,
    96413,,250.00,2026-02-01,2026-02-28

    """

  @Test(arguments: [
    Expected("96365", .facility, date(2025, 12, 31), "400"), Expected("96365", .facility, date(2026, 1, 1), "410.5"),
    Expected("96365", .professional, date(2026, 1, 1), "99"), Expected("96413", .facility, date(2026, 1, 31), nil),
    Expected("96413", .facility, date(2026, 2, 1), "250"), Expected("96413", .professional, date(2026, 2, 28), "250"),
    Expected("96413", .professional, date(2026, 3, 1), nil),
    // Nothing of Medicare's is mixed in.
    Expected("96366", .facility, date(2026, 1, 1), nil),
  ])
  func takesAnOrganisationsOwnAmounts(_ expected: Expected) throws {
    let tables = try OwnFolder.with(["fees.csv": Self.own]) { folder in
      try CodeTables.load(feesFile: folder + "/fees.csv")
    }
    let fee = tables.fees.fee(of: ProcedureCode(expected.code), expected.setting, on: expected.day)
    #expect(fee?.amount.description == expected.amount)
    #expect(fee == nil || fee?.label == "own fee schedule")
    #expect(tables.fees.isOwn)
  }

  @Test func needsNoMoreThanCodeAndAmount() throws {
    let fees = try FeeSchedule.own(name: "f.csv", bytes: Array("amount,code\n12.30,j1885\n".utf8))
    for setting in Setting.allCases {
      #expect(fees.fee(of: ProcedureCode("J1885"), setting, on: date(1999, 1, 1))?.amount == ExactDecimal("12.3"))
    }
  }

  @Test(arguments: [
    ("code,price\n96365,1\n", "f.csv:1: column amount: the header does not name it"),
    ("code,amount\n", "f.csv: every amount is missing"),
    ("code,amount\n96365,\n", "f.csv:2: column amount: the cell is empty"),
    ("code,amount\n96365,$57.90\n", "f.csv:2: column amount: found \"$57.90\"; write an amount such as 57.90"),
    ("code,amount\n96365,\"1,057.90\"\n", "f.csv:2: column amount: found \"1,057.90\""),
    ("code,amount\n96365,-1\n", "f.csv:2: column amount: found \"-1\""),
    ("code,amount\ninfusion,1\n", "f.csv:2: column code: found \"infusion\""),
    ("code,amount,setting\n96365,1,hospital\n", "f.csv:2: column setting: found \"hospital\"; write facility, prof"),
    (
      "code,amount\n96365,1\n96366,1\n96365,2\n",
      "f.csv:4: column code: 96365 has an amount for the same days on line 2"
    ),
    (
      "code,amount,effective_from,effective_to\n96365,1,,2026-01-31\n96365,2,2026-01-31,\n",
      "f.csv:3: column code: 96365 has an amount for the same days on line 2"
    ),
    (
      "code,amount,effective_from,effective_to\n96365,1,2026-02-01,2026-01-31\n",
      "f.csv:2: column effective_to: it lies before effective_from"
    ),
    ("code,amount,effective_from\n96365,1,1/2/2026\n", "f.csv:2: column effective_from: found \"1/2/2026\""),
  ])
  func saysWhatIsWrongWithAnOwnSchedule(text: String, message: String) {
    let error = #expect(throws: TableError.self) { try FeeSchedule.own(name: "f.csv", bytes: Array(text.utf8)) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test func namesAScheduleThatIsNotThere() {
    #expect(throws: TableError(file: "/nowhere/fees.csv", .noSuchFile)) {
      try CodeTables.load(feesFile: "/nowhere/fees.csv")
    }
  }
}
