import CodeTables
import Infusion

/// The columns of one file whose values go with an encounter into the outputs (input IN-05).
struct CarriedColumns {
  /// In the order of the names; nil where the file has no such column.
  private let columns: [Int?]

  /// - Parameter names: headers in any spelling, or names of fields.
  init<Field>(_ names: [String], in header: HeaderMap<Field>) {
    let folded = header.headers.map(Words.fold)
    columns = names.map { name in
      let wanted = Words.fold(name)
      if let column = folded.firstIndex(of: wanted) { return column }
      return Field.allCases.first { Words.fold($0.rawValue) == wanted }.flatMap { header[$0] }
    }
  }

  /// Whether the file has the column of each name.
  var isThere: [Bool] { columns.map { $0 != nil } }

  /// The values of a record as written, in the order of the names; empty when there is none.
  func values(of record: IntakeRecord) -> [String] {
    guard columns.contains(where: { !record.isBlank($0) }) else { return [] }
    return columns.map(record.text)
  }
}

/// The values that go with one encounter: of each column the first that is not blank.
///
/// Shape: in the order of the columns; empty as long as there is none.
package struct CarriedValues: Equatable, Sendable {
  package private(set) var texts: [String] = []

  package init() {}

  mutating func add(_ values: [String]) {
    guard !values.isEmpty else { return }
    if texts.isEmpty {
      texts = values
    } else {
      for (place, value) in values.enumerated() where texts[place].isEmpty { texts[place] = value }
    }
  }
}
