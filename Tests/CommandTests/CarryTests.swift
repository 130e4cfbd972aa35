import Foundation
import Testing

/// Columns that go with an encounter into the outputs (input IN-05, output OUT-02).
@Suite(.timeLimit(.minutes(15)))
struct CarryTests {
  private static let mar = """
    csn,mrn,Unit Name,medication,route,site,start,stop
    E1,=M9001,,vancomycin 1 g IVPB,IV,PIV L AC,2026-01-05 09:00,2026-01-05 10:31
    E1,M9009,"Infusion, East",ondansetron 4 mg,IVP,PIV L AC,2026-01-05 11:00,
    E2,M9002,West,ketorolac 30 mg,IM,,2026-01-05 09:00,

    """
  private static let charges = """
    csn,cpt,units,date of service,Biller
    E1,96365,1,2026-01-05,
    E1,96375,1,2026-01-05,Ann
    E3,96372,1,2026-01-05,Bob

    """

  private func folder() throws -> Folder {
    let folder = try Exports.folder()
    try folder.write(Self.mar, to: "mar.csv")
    try folder.write(Self.charges, to: "charges.csv")
    return folder
  }

  @Test func spacesAroundANameAreNoPartOfIt() async throws {
    let folder = try folder()
    let outcome = try await Program.run(
      ["reconcile", "mar.csv", "--carry", " Unit Name ", "--carry", "Unit Name", "-o", "findings.csv"], in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(Table(csv: try folder.text(of: "findings.csv")).header.suffix(2) == ["review", "Unit Name"])
  }

  @Test func theFirstValueOfTheEncounterStandsAtTheEnd() async throws {
    let folder = try folder()
    let command = "\(Exports.reconcile) --encounters e.csv --carry patient_id --carry unit-name --carry Biller"
    let outcome = try await Program.run(command, in: folder)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    for name in ["findings.csv", "e.csv"] {
      let table = try Table(csv: folder.text(of: name))
      #expect(table.header.suffix(3) == ["patient_id", "unit-name", "Biller"])
      let rows = Dictionary(table.rows.map { ($0[0], Array($0.suffix(3))) }) { first, second in
        #expect(first == second)
        return first
      }
      #expect(
        rows == ["E1": ["'=M9001", "Infusion, East", "Ann"], "E2": ["M9002", "West", ""], "E3": ["", "", "Bob"]])
    }
    try await raw(command + " --raw", in: folder)
  }

  private func raw(_ command: String, in folder: Folder) async throws {
    _ = try await Program.run(command, in: folder)
    #expect(try Table(csv: folder.text(of: "findings.csv"))["patient_id"].first == "=M9001")
  }

  @Test func whatIsNotCarriedIsNotEchoed() async throws {
    let folder = try folder()
    _ = try await Program.run("\(Exports.reconcile) --carry mrn --carry mrn", in: folder)
    let carried = try folder.text(of: "findings.csv")
    #expect(carried.contains("M9002") && Table(csv: carried).header.filter { $0 == "mrn" }.count == 1)
    _ = try await Program.run(Exports.reconcile, in: folder)
    #expect(try !folder.text(of: "findings.csv").contains("M9002"))
  }

  @Test func aColumnThatTheTableHasItselfIsToldApart() async throws {
    let folder = try folder()
    _ = try await Program.run("derive mar.csv --carry site -o codes.csv -q", in: folder)
    let table = try Table(csv: folder.text(of: "codes.csv"))
    #expect(table.header.last == "carried_site" && table["carried_site"].contains("PIV L AC"))
  }

  @Test func theConfigurationNamesColumnsToo() async throws {
    let folder = try folder()
    try folder.write("carry: [mrn]\n", to: "site.yaml")
    _ = try await Program.run("derive mar.csv --config site.yaml -o codes.csv -q", in: folder)
    #expect(try Table(csv: folder.text(of: "codes.csv"))["mrn"].contains("M9002"))
  }

  @Test func aColumnThatNoFileHasIsRefused() async throws {
    let folder = try folder()
    let outcome = try await Program.run("\(Exports.reconcile) --carry Unit-Nam", in: folder)
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("--carry Unit-Nam: no file has such a column; did you mean \"Unit Name\"?"))
    #expect(!folder.holds("findings.csv"))
  }
}
