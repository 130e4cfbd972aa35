import Foundation
import Infusion
import Pipeline
import Reconciliation
import Testing

/// One encounter with ceftriaxone for 30 minutes, correctly billed, and what else the bill says.
private func result(alsoBilling lines: [String], alsoGiving rows: [String] = []) throws -> EncounterResult? {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("billed-codes-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let mar =
    ["CSN,Medication,Route,Action,Site,Start,Stop"]
    + ["E1,ceftriaxone 1 g IVPB,IV,New Bag,PIV L hand,2026-01-05 09:00,2026-01-05 09:30"] + rows + otherRows
  let charges =
    ["encounter_id,service_date,cpt,units,modifiers", "E1,2026-01-05,96365,1,"] + lines
    + otherLines
  let files = try [("mar.csv", mar), ("charges.csv", charges)].map { name, lines in
    let file = folder.appendingPathComponent(name)
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    return file.path
  }
  return try compare(mar: files[0], charges: files[1])["E1"]
}

// So many others that one rejected line is no sign of a changed layout.
private let otherRows = (10..<40).map { "E2,famotidine 20 mg tablet,PO,Given,,2026-01-05 09:\($0)," }
private let otherLines = Array(repeating: "E2,2026-01-05,80053,1,", count: 30)

@Test(arguments: [
  ("90765", Finding.Status.check, "CODE_INACTIVE", "90765 was deleted on 2009-01-01; 96365 took its place."),
  ("C8950", .check, "CODE_INACTIVE", "C8950 was deleted on 2007-01-01; 96365 took its place."),
  ("96400", .check, "CODE_INACTIVE", "96400 was deleted on 2006-01-01; 96401 or 96402 took its place."),
  ("96399", .unsupported, "NO_DOCUMENTATION", "Nothing in the medication record supports 96399"),
])
func aCodeThatMayNotBeBilledDoesNotVanish(code: String, status: Finding.Status, key: String, reason: String) throws {
  let result = try #require(try result(alsoBilling: ["E1,2026-01-05,\(code),1,"]))
  let finding = result.findings.first { $0.code?.description == code }
  #expect(finding?.status == status)
  #expect(finding?.severity == .error)
  #expect(finding?.reasonCodes == [key])
  #expect(finding?.reason.hasPrefix(reason) == true)
  #expect(result.status != .match)
}

@Test(arguments: ["80053", "74177", "J0696"])
func aCodeOfAnotherKindIsPassedOver(code: String) throws {
  #expect(try result(alsoBilling: ["E1,2026-01-05,\(code),1,"])?.findings.map(\.status) == [.match])
}

@Test(arguments: [
  ("99284,1,", ["E_M_MOD25"]), ("99284,1,25", []), ("G0463,1,", ["E_M_MOD25"]), ("99284,many,", []),
  ("99284,1,2", []),
])
func aVisitBesideDrugAdministrationIsOnlyNoted(line: String, keys: [String]) throws {
  let result = try #require(try result(alsoBilling: ["E1,2026-01-05,\(line)"]))
  #expect(result.findings.flatMap(\.reasonCodes) == keys)
  #expect(result.status == .match)
  #expect(result.rejected.isEmpty)
}

@Test(arguments: [
  ("36000", "LINE_PLACEMENT_INCLUDED"), ("36410", "LINE_PLACEMENT_INCLUDED"), ("36591", "BLOOD_DRAW_INCLUDED"),
  ("36592", "BLOOD_DRAW_INCLUDED"), ("Q0084", "LEGACY_VISIT_CODE"),
])
func neighboursOfDrugAdministrationReachTheirChecks(code: String, key: String) throws {
  let result = try #require(try result(alsoBilling: ["E1,2026-01-05,\(code),1,"]))
  #expect(result.findings.flatMap(\.reasonCodes) == [key])
  #expect(result.status == .mixed)
}

@Test func aVisitAloneMakesNoEncounter() throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("visits-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let mar = folder.appendingPathComponent("mar.csv").path
  let charges = folder.appendingPathComponent("charges.csv").path
  try Data("CSN,Medication,Route,Action,Site,Start,Stop\nE1,ketorolac,IM,Given,,2026-01-05 09:00,\n".utf8)
    .write(to: URL(fileURLWithPath: mar))
  try Data("encounter_id,service_date,cpt,units\nE1,2026-01-05,96372,1\nE3,2026-01-05,99284,1\n".utf8)
    .write(to: URL(fileURLWithPath: charges))
  #expect(try compare(mar: mar, charges: charges).keys.sorted() == ["E1"])
}

@Test func aRejectedChargeLineIsNoRejectedRow() throws {
  let line = try #require(try result(alsoBilling: ["E1,2026-13-45,96366,1,"]))
  #expect(line.rejected.rows.isEmpty)
  #expect(line.rejected.lines.map(\.line) == [3])
  #expect(line.findings[0].reason.contains("so the bill is incomplete."))
  let row = try #require(
    try result(alsoBilling: [], alsoGiving: ["E1,ondansetron 4 mg,IV,Given,PIV L hand,2026-13-45 09:00,"]))
  #expect(row.rejected.rows.map(\.line) == [3])
  #expect(row.rejected.lines.isEmpty)
  #expect(row.findings[0].reason.contains("so the record is incomplete."))
}
