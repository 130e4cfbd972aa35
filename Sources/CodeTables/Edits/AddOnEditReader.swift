import Infusion

extension AddOnEdits {
  /// Reads `YEAR/addon_edits.csv`; a list as published takes its place.
  init(year: Int, in folder: TableFolder, published: PublishedAddOns) throws(TableError) {
    let table = try folder.file("\(year)/addon_edits.csv", columns: ["add_on", "parent", "type", "as_of", "source"])
    let rows = try table.keyed(by: "add_on") { (row) throws(TableError) in
      "\(try row.code("add_on")) beside \(try row.code("parent"))"
    }
    var edits: [AddOnEdit] = []
    for row in rows.values.sorted(by: { $0.line < $1.line }) {
      guard let kind = Int(try row.text("type")).flatMap(AddOnEdit.Kind.init(rawValue:)) else {
        throw row.unknown("type", expected: "1, 2 or 3")
      }
      // For those who renew the table; it has to be a day.
      _ = try row.firstDay("as_of")
      edits.append(
        AddOnEdit(
          addOn: try row.code("add_on"), parent: try row.code("parent"), kind: kind, effectiveFrom: nil,
          effectiveTo: nil, source: try row.text("source")))
    }
    self.init(published.release == nil ? edits : published.edits)
  }
}

/// The add-on code edits of the newest file as CMS publishes it.
struct PublishedAddOns: Sendable {
  /// Nil when no file was read.
  var release: CivilDate?
  var edits: [AddOnEdit] = []
}
