/// Places in a sheet as spreadsheets name them.
package enum CellReference {
  /// The column of `B5`, from 0; nil for what is no place, or one behind the last column.
  static func column(_ reference: ArraySlice<UInt8>) -> Int? {
    var column = 0
    var rest = reference
    while let byte = rest.first, (0x41...0x5A).contains(byte & 0xDF), byte >= 0x41 {
      column = column * 26 + Int(byte & 0xDF) - 0x40
      guard column <= WorkbookLimits.columns else { return nil }
      rest = rest.dropFirst()
    }
    guard column > 0, rest.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return column - 1
  }

  /// `B5` for column 1 of row 5.
  package static func name(column: Int, row: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }
}
