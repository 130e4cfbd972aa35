/// Which column of a file holds which field (input section 2).
package struct HeaderMap<Field: IntakeField>: Sendable {
  /// One record near the top of a file: the line where it starts and its cells.
  package struct Candidate: Sendable {
    package let line: Int
    package let cells: [String]

    package init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }
  }

  /// A column whose header is a synonym of a field that another column was taken for.
  package struct PassedOver: Equatable, Sendable {
    package let field: Field
    package let column: Int
  }

  /// The place of the header among the candidates: so many records before it are preamble.
  package let headerIndex: Int
  package let line: Int
  /// The headers as written.
  package let headers: [String]
  /// Columns from 0.
  package let columns: [Field: Int]
  /// Sorted by column; `inspect` names them.
  package let passedOver: [PassedOver]

  /// The columns that are read, in their order, with their fields' names.
  var fieldsByColumn: [(column: Int, field: String)] {
    columns.map { ($0.value, $0.key.rawValue) }.sorted { $0.0 < $1.0 }
  }

  /// How many records at the start of a file may be preamble or header.
  package static var candidateLimit: Int { 20 }

  package subscript(field: Field) -> Int? { columns[field] }

  /// Finds the header among the first records of a file: the first with every required field (input IN-05, IN-53).
  ///
  /// `candidates` are the first `candidateLimit` records or fewer; `synonyms` are folded spellings, the preferred one
  /// first.
  package init(
    file: String, candidates: [Candidate], mapping: FileMapping<Field>, synonyms: [Field: [String]]
  ) throws(IntakeError) {
    guard !candidates.isEmpty else { throw .emptyFile(file: file) }
    var best = (index: 0, match: HeaderMatch<Field>(candidates[0].cells, mapping, synonyms))
    for (index, candidate) in candidates.enumerated() where !best.match.isUsable {
      let match = HeaderMatch(candidate.cells, mapping, synonyms)
      if match.isUsable || match.score > best.match.score { best = (index, match) }
    }
    let candidate = candidates[best.index]
    try best.match.check(file: file, line: candidate.line, cells: candidate.cells)
    headerIndex = best.index
    line = candidate.line
    headers = candidate.cells
    columns = best.match.columns
    passedOver = best.match.passedOver.map { PassedOver(field: $0.field, column: $0.column) }
      .sorted { $0.column < $1.column }
  }
}
