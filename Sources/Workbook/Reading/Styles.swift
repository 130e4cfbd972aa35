/// The number format of each cell style.
final class Styles: XMLHandler {
  private var codes: [Int: NumberFormat] = [:]
  private var formats: [NumberFormat] = []
  private var isInCellFormats = false

  /// The format of style number `style`; that of plain numbers where there is no such style.
  subscript(style: Int) -> NumberFormat {
    style >= 0 && style < formats.count ? formats[style] : .number
  }

  func start(_ element: XMLName, _ attributes: XMLAttributes) throws(WorkbookProblem) {
    switch element {
    case .cellXfs: isInCellFormats = true
    case .numFmt:
      guard let id = attributes.number(.numFmtId), let code = attributes.text(.formatCode) else { return }
      guard codes.count < WorkbookLimits.styles else { throw .tooMany(what: "formats", limit: WorkbookLimits.styles) }
      codes[id] = NumberFormat(code: code)
    case .xf where isInCellFormats:
      guard formats.count < WorkbookLimits.styles else { throw .tooMany(what: "styles", limit: WorkbookLimits.styles) }
      let id = attributes.number(.numFmtId) ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func end(_ element: XMLName) throws(WorkbookProblem) {
    if element == .cellXfs { isInCellFormats = false }
  }
}
