import Coding
import Infusion

/// All tables of one year, read and checked.
package struct YearTables: Sendable {
  /// What the rules take from them.
  package private(set) var codingYear: CodingYear
  package let listings: [ProcedureCode: CodeListing]
  package let deletedCodes: [ProcedureCode: DeletedCode]
  /// The table that names the codes of services, for messages.
  let serviceKeys: Set<CodeBook.ServiceKey>

  init(year: Int, in folder: TableFolder) throws(TableError) {
    let codes = try CodeReader(year: year, in: folder)
    let services = try ServiceReader(year: year, in: folder, codes: codes)
    let parents = try ParentReader(year: year, in: folder, codes: codes, services: services)
    let thresholds = try ThresholdReader(year: year, in: folder)
    codingYear = CodingYear(
      year: year, thresholds: try thresholds.thresholds(),
      codeBook: CodeBook(entries: codes.entries, parents: parents.parents, services: services.codes),
      hierarchy: try HierarchyReader(year: year, in: folder, services: services).ranks,
      facilityPlacesOfService: try Self.places(year: year, in: folder))
    listings = codes.listings
    deletedCodes = codes.deleted
    // Those of the last year hold for all; a mistake in another year's is one nevertheless.
    _ = try thresholds.classLimits()
    serviceKeys = Set(services.codes.keys)
  }

  mutating func addDrugBilling(from codes: DrugCodes) {
    let isGone = { [year = codingYear.year] (deleted: DeletedCode) in
      let (deletedYear, month, day) = deleted.deletedFrom.fields
      return (deletedYear, month, day) <= (year, 1, 1)
    }
    codingYear.drugBilling = DrugBilling(codes, deleted: deletedCodes.values.filter(isGone))
  }

  private static func places(year: Int, in folder: TableFolder) throws(TableError) -> Set<String> {
    let table = try folder.file("\(year)/facility_pos.csv", columns: ["pos", "source"])
    let rows = try table.keyed(by: "pos") { (row) throws(TableError) in
      let place = try row.text("pos")
      guard place.utf8.count == 2, place.utf8.allSatisfy(isDigit) else {
        throw row.unknown("pos", expected: "two digits")
      }
      return place
    }
    guard !rows.isEmpty else { throw table.failure(.incomplete(what: "every place of service")) }
    return Set(rows.keys)
  }
}
