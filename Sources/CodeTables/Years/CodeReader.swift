import Coding
import Infusion

/// Reads the codes of a year: `codes.csv`, `deleted_codes.csv` and `barred_in_facility.csv`.
struct CodeReader {
  /// What a description may be long, characters: our own plain words fit, an official descriptor seldom does.
  private static let longestDescription = 90

  let tableName: String
  let entries: [ProcedureCode: CodeBook.Entry]
  let listings: [ProcedureCode: CodeListing]
  let deleted: [ProcedureCode: DeletedCode]

  init(year: Int, in folder: TableFolder) throws(TableError) {
    let codes = try folder.file(
      "\(year)/codes.csv",
      columns: [
        "code", "description", "kind", "family", "facility", "professional", "effective_from", "effective_to",
        "source",
      ])
    let rows = try codes.keyed(by: "code") { (row) throws(TableError) in try row.code("code") }
    let barred = try Self.barred(year: year, in: folder, codes: rows, table: codes.name)
    var entries: [ProcedureCode: CodeBook.Entry] = [:]
    var listings: [ProcedureCode: CodeListing] = [:]
    for (code, row) in rows {
      entries[code] = try Self.entry(row, isBarred: barred.contains(code))
      listings[code] = try CodeListing(row)
    }
    tableName = codes.name
    self.entries = entries
    self.listings = listings
    deleted = try Self.deleted(year: year, in: folder, listings: listings)
  }

  private static func entry(_ row: TableRow, isBarred: Bool) throws(TableError) -> CodeBook.Entry {
    let description = try row.text("description")
    guard description.count <= longestDescription else {
      throw row.failure("description", .tooLong(found: description.count, limit: longestDescription))
    }
    return CodeBook.Entry(
      code: try row.code("code"), description: description, kind: try row.choice("kind"),
      family: try row.choice("family"), isBarredInFacility: isBarred)
  }

  private static func barred(
    year: Int, in folder: TableFolder, codes: [ProcedureCode: TableRow], table: String
  ) throws(TableError) -> Set<ProcedureCode> {
    let file = try folder.file("\(year)/barred_in_facility.csv", columns: ["code", "source"])
    let rows = try file.keyed(by: "code") { (row) throws(TableError) in try row.code("code") }
    for (code, row) in rows.sorted(by: { $0.key < $1.key }) where codes[code] == nil {
      throw row.failure("code", .unknownReference("\(code)", table: table))
    }
    return Set(rows.keys)
  }

  private static func deleted(
    year: Int, in folder: TableFolder, listings: [ProcedureCode: CodeListing]
  ) throws(TableError) -> [ProcedureCode: DeletedCode] {
    let file = try folder.file(
      "\(year)/deleted_codes.csv", columns: ["code", "deleted_from", "replaced_by", "source"])
    let rows = try file.keyed(by: "code") { (row) throws(TableError) in try row.code("code") }
    var deleted: [ProcedureCode: DeletedCode] = [:]
    for (code, row) in rows {
      let found = try DeletedCode(row)
      guard listings[code]?.isActive(on: found.deletedFrom) != true else {
        throw row.failure("code", .contradiction("\(code) is deleted here and in force in \(year)/codes.csv"))
      }
      deleted[code] = found
    }
    return deleted
  }
}
