import Infusion

/// Medicare's edits for one year: unit limits, pairs, add-on codes.
///
/// Each is the program's own excerpt of that year, and before it what CMS publishes, where an organisation's folder
/// holds it.
package struct EditTables: Sendable {
  package let unitLimits: UnitLimits
  package let codePairs: CodePairs
  package let pairModifiers: Set<Modifier>
  package let addOnEdits: AddOnEdits

  init(year: Int, in folder: TableFolder, published: PublishedTables) throws(TableError) {
    unitLimits = try UnitLimits(year: year, in: folder, published: published.limits)
    codePairs = try CodePairs(year: year, in: folder, published: published.pairs)
    pairModifiers = try PairModifiers.modifiers(year: year, in: folder)
    addOnEdits = try AddOnEdits(year: year, in: folder, published: published.addOns)
  }

  /// Those of each of the years, ascending; a year whose files say what the year before says shares its tables.
  static func all(
    _ years: [Int], in folder: TableFolder, published: PublishedTables
  ) throws(TableError) -> [EditTables] {
    var edits: [EditTables] = []
    for (place, year) in years.enumerated() {
      if let before = edits.last, try folder.isSame(files, in: year, and: years[place - 1]) {
        edits.append(before)
      } else {
        edits.append(try EditTables(year: year, in: folder, published: published))
      }
    }
    return edits
  }

  /// What is read of a year's folder.
  private static let files = ["mue.csv", "ncci.csv", "pair_modifiers.csv", "addon_edits.csv"]
}
