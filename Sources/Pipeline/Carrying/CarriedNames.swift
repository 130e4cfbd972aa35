import Infusion

/// The columns to carry, and which of them some file has.
struct CarriedNames {
  let names: [String]
  private var isFound: [Bool]
  private var seen: [String] = []

  init(_ names: [String]) {
    self.names = names
    isFound = names.map { _ in false }
  }

  /// The columns of a file, of which note is taken.
  mutating func columns<Field>(in header: HeaderMap<Field>) -> CarriedColumns {
    let columns = CarriedColumns(names, in: header)
    for (place, isThere) in columns.isThere.enumerated() where isThere { isFound[place] = true }
    if !names.isEmpty { seen += header.headers.filter { !seen.contains($0) } }
    return columns
  }

  /// Refuses a column that no file has.
  func check() throws(RunError) {
    for (name, isFound) in zip(names, isFound) where !isFound {
      throw .noCarriedColumn(name, nearest: Spelling.nearest(to: name, among: seen), seen: seen)
    }
  }
}
