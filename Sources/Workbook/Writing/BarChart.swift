/// A chart of horizontal bars, one group for each row of a small table on its own sheet.
package struct BarChart: Sendable {
  /// In pixels of 1/96 inch.
  static let width = 640
  private static let rowOfSheet = 20

  /// One bar of each group.
  package struct Series: Sendable {
    let name: String
    /// The column of its values, from 0.
    let column: Int
    let color: UInt32

    package init(_ name: String, column: Int, color: UInt32) {
      self.name = name
      self.column = column
      self.color = color
    }
  }

  let title: String
  /// Read aloud in its place.
  let description: String
  /// The rows of the table, from 0; at least one.
  let rows: Range<Int>
  /// The column of what the groups are called.
  let names: Int
  let series: [Series]
  /// Of the numbers beside the bars.
  let numberFormat: String

  /// In pixels of 1/96 inch: as many bars as it has, and its title.
  var height: Int { 90 + rows.count * (10 + 14 * series.count) }

  /// Rows of a sheet that it covers.
  package var rowsCovered: Int { height / Self.rowOfSheet + 1 }

  package init(
    title: String, description: String, rows: Range<Int>, names: Int, series: [Series], numberFormat: String
  ) {
    self.title = title
    self.description = description
    self.rows = rows
    self.names = names
    self.series = series
    self.numberFormat = numberFormat
  }
}
