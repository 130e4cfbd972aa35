/// A shelf while rows and charge lines still come to it.
struct FillingShelf {
  /// Stored records: of the medication record, of the bill, and such as have too few or too many cells.
  var rows: [UInt8] = []
  var lines: [UInt8] = []
  var odd: [UInt8] = []
  /// Its encounters of the run; empty when that is of all.
  var members: Set<Int> = []

  var shelf: RecordShelves.Shelf { RecordShelves.Shelf(holding: [rows, lines, odd]) }

  /// A shelf of what stands here of some encounters.
  func shelf(of wanted: Set<Int>) -> RecordShelves.Shelf {
    RecordShelves.Shelf(holding: [rows, lines, odd].map { $0.records(of: wanted) })
  }

  var byteCount: Int { rows.count + lines.count + odd.count }

  /// An empty shelf with room for a little more than was on others: arrays that double while they grow would take up
  /// to half as much memory again.
  init(rows usualRows: Int, lines usualLines: Int) {
    rows.reserveCapacity(usualRows + usualRows / 8)
    lines.reserveCapacity(usualLines + usualLines / 8)
  }
}
