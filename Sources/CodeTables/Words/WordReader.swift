/// Reads the tables of words.
struct WordReader {
  let folder: TableFolder

  /// The meanings of a table by folded spelling.
  ///
  /// A spelling may come twice where it means the same: `IV push` and `IV-push` fold alike.
  func words<Meaning: Equatable>(
    _ name: String, _ columns: [String], spelling: String = "spelling",
    _ meaning: (TableRow) throws(TableError) -> Meaning
  ) throws(TableError) -> [String: Meaning] {
    let table = try folder.file("Words/\(name).csv", columns: columns + [spelling, "source"])
    var words: [String: Meaning] = [:]
    var lines: [String: Int] = [:]
    for row in table.rows {
      let folded = Words.fold(try row.text(spelling))
      guard !folded.isEmpty else { throw row.unknown(spelling, expected: "a spelling with letters or digits") }
      let found = try meaning(row)
      if let known = words[folded], known != found {
        throw row.failure(spelling, .duplicateKey("\"\(row[spelling])\"", firstLine: lines[folded] ?? 0))
      }
      words[folded] = found
      lines[folded] = lines[folded] ?? row.line
    }
    guard !words.isEmpty else { throw table.failure(.incomplete(what: "every spelling")) }
    return words
  }
}
