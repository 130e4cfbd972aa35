/// Names of elements and attributes that are looked at, without their namespace prefix; all others are `other`.
///
/// Prefixes differ from program to program, and the strict form of the standard has namespaces of its own: what an
/// element is, its name and its place tell.
enum XMLName: String, CaseIterable {
  case c, row, v, t, r, s, f, si, name, state, id, sheet, sheetData, numFmt, cellXfs, xf
  case numFmtId, formatCode, date1904, workbookPr, workbook
  case inline = "is"
  case relationship = "Relationship"
  case relationshipID = "Id"
  case type = "Type"
  case target = "Target"
  case targetMode = "TargetMode"
  case other = ""

  /// By length of the name, so that few have to be compared.
  private static let byLength: [[(bytes: [UInt8], name: XMLName)]] = {
    let longest = allCases.map(\.rawValue.utf8.count).max() ?? 0
    return (0...longest).map { length in
      allCases.filter { $0.rawValue.utf8.count == length && length > 0 }.map { (Array($0.rawValue.utf8), $0) }
    }
  }()

  init(_ bytes: Span<UInt8>) {
    self = .other
    guard bytes.count < Self.byLength.count else { return }
    for candidate in Self.byLength[bytes.count] {
      var index = 0
      while index < bytes.count, candidate.bytes[index] == bytes[index] { index += 1 }
      if index == bytes.count {
        self = candidate.name
        return
      }
    }
  }
}
