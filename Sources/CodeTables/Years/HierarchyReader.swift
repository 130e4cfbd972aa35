import Coding
import Infusion

/// Reads `hierarchy.csv`: the order in which services compete for the initial (coding-rules HIER-02).
struct HierarchyReader {
  /// Best first.
  let ranks: [CodingYear.Rank]

  init(year: Int, in folder: TableFolder, services: ServiceReader) throws(TableError) {
    let table = try folder.file("\(year)/hierarchy.csv", columns: ["rank", "class", "technique", "service", "source"])
    let rows = try table.keyed(by: "rank") { (row) throws(TableError) in try row.whole("rank") }
    var ranks: [CodingYear.Rank] = []
    for position in 0..<rows.count {
      guard let row = rows[position + 1] else { throw table.failure(.incomplete(what: "rank \(position + 1)")) }
      let rank = try Self.rank(row, services)
      if let earlier = ranks.firstIndex(of: rank), let first = rows[earlier + 1] {
        throw row.failure("class", .duplicateKey(Self.name(rank), firstLine: first.line))
      }
      ranks.append(rank)
    }
    for needed in Self.needed where !ranks.contains(needed) {
      throw table.failure(.incomplete(what: Self.name(needed)))
    }
    self.ranks = ranks
  }

  private static let needed = [
    CodingYear.Rank(drugClass: .chemo, technique: .infusion), CodingYear.Rank(drugClass: .chemo, technique: .push),
    CodingYear.Rank(drugClass: .therapeutic, technique: .infusion),
    CodingYear.Rank(drugClass: .therapeutic, technique: .push),
    CodingYear.Rank(drugClass: .hydration, technique: .infusion),
  ]

  private static func rank(_ row: TableRow, _ services: ServiceReader) throws(TableError) -> CodingYear.Rank {
    let rank = CodingYear.Rank(drugClass: try row.choice("class"), technique: try row.choice("technique"))
    let service: Service = try row.choice("service")
    guard service.isInitial else { throw row.unknown("service", expected: "a service that can be the initial") }
    guard let serviceClass = ServiceClass(rawValue: rank.drugClass.rawValue),
      services[CodeBook.ServiceKey(service, serviceClass)] != nil
    else {
      throw row.failure(
        "service", .unknownReference("\(service.rawValue) \(rank.drugClass.rawValue)", table: services.tableName))
    }
    return rank
  }

  private static func name(_ rank: CodingYear.Rank) -> String {
    "\(rank.drugClass.rawValue) \(rank.technique.rawValue)"
  }
}
