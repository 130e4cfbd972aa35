import Coding
import Infusion

/// Reads `parents.csv`: the codes beside which an add-on code may stand.
struct ParentReader {
  let parents: [ProcedureCode: Set<ProcedureCode>]

  init(
    year: Int, in folder: TableFolder, codes: CodeReader, services: ServiceReader
  ) throws(TableError) {
    let table = try folder.file("\(year)/parents.csv", columns: ["add_on", "parent", "source"])
    let pairs = try table.keyed(by: "add_on") { (row) throws(TableError) in
      Pair(addOn: try row.code("add_on"), parent: try row.code("parent"))
    }
    for (pair, row) in pairs.sorted(by: { $0.value.line < $1.value.line }) { try Self.check(pair, row, codes) }
    parents = Dictionary(grouping: pairs.keys, by: \.addOn).mapValues { Set($0.map(\.parent)) }
    for code in Set(services.codes.values).sorted() where codes.entries[code]?.kind == .addOn {
      guard parents[code] != nil else { throw table.failure(.incomplete(what: "a parent of the add-on \(code)")) }
    }
  }

  private struct Pair: Hashable, CustomStringConvertible {
    let addOn: ProcedureCode
    let parent: ProcedureCode
    var description: String { "\(addOn) beside \(parent)" }
  }

  private static func check(_ pair: Pair, _ row: TableRow, _ codes: CodeReader) throws(TableError) {
    guard let addOn = codes.entries[pair.addOn] else {
      throw row.failure("add_on", .unknownReference("\(pair.addOn)", table: codes.tableName))
    }
    guard addOn.kind == .addOn || addOn.kind == .neighbour else {
      throw row.failure(
        "add_on", .contradiction("\(pair.addOn) has a parent here and is no add-on in \(codes.tableName)"))
    }
    guard codes.entries[pair.parent] != nil else {
      throw row.failure("parent", .unknownReference("\(pair.parent)", table: codes.tableName))
    }
  }
}
