import CodeTables

/// What one record would be as a header.
struct HeaderMatch<Field: IntakeField> {
  private(set) var columns: [Field: Int] = [:]
  private(set) var passedOver: [(field: Field, column: Int)] = []
  /// Fields whose column the user named and the record does not have, with that name.
  private(set) var absent: [(field: Field, header: String)] = []
  private let meantByBlank: Set<Field>

  init(_ cells: [String], _ mapping: FileMapping<Field>, _ synonyms: [Field: [String]]) {
    meantByBlank = mapping.meantByBlank
    let folded = cells.map(Words.fold)
    var claimed: Set<Int> = []
    for field in Field.allCases {
      guard let header = mapping.headers[field] else { continue }
      if let column = folded.firstIndex(of: Words.fold(header)) {
        columns[field] = column
        claimed.insert(column)
      } else {
        absent.append((field, header))
      }
    }
    // A column that the user has given a meaning takes no other by its header.
    for field in Field.allCases where mapping.headers[field] == nil {
      let found = (synonyms[field] ?? []).compactMap { folded.firstIndex(of: $0) }.filter { !claimed.contains($0) }
      guard let first = found.first else { continue }
      columns[field] = first
      for other in Set(found.dropFirst()).sorted() where other != first { passedOver.append((field, other)) }
    }
  }

  var missing: [Field] {
    Field.required.filter { columns[$0] == nil && substitute(for: $0) == nil && !meantByBlank.contains($0) }
  }
  var isUsable: Bool { missing.isEmpty }
  /// How much the record looks like a header: required fields weigh more than any number of others.
  var score: Int { (Field.required.count - missing.count) * 100 + columns.count }

  /// Whether the cells are headers and not a patient's data: one is known, or none holds a digit (output OUT-06).
  private func mayBeShown(_ cells: [String]) -> Bool {
    !columns.isEmpty || !cells.contains { $0.contains(where: \.isNumber) }
  }

  private func substitute(for field: Field) -> Int? {
    Field.substitutes[field]?.lazy.compactMap { columns[$0] }.first
  }

  func check(file: String, line: Int, cells: [String]) throws(IntakeError) {
    if let (field, header) = absent.first {
      throw .mappedColumnAbsent(file: file, line: line, field: field.rawValue, column: header, seen: cells)
    }
    guard isUsable else {
      throw .noHeader(
        file: file, line: line, seen: mayBeShown(cells) ? cells : [], missing: missing.map(\.rawValue),
        section: Field.section)
    }
    let folded = cells.map(Words.fold)
    for field in Field.allCases {
      guard let column = columns[field] else { continue }
      if let second = folded.indices.first(where: { $0 != column && folded[$0] == folded[column] }) {
        throw .duplicateHeader(
          file: file, line: line, header: cells[column], field: field.rawValue, first: column + 1, second: second + 1)
      }
    }
  }
}
