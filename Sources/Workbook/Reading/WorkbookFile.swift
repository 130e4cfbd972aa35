/// An `.xlsx` workbook: its sheets, and what they share.
///
///     let workbook = try WorkbookFile(path: path)
///     let reader = try workbook.reader(of: try workbook.sheet(named: nil))
///     while let row = try reader.next() { … }
package final class WorkbookFile {
  /// A sheet with cells; sheets of charts are none.
  package struct Sheet: Sendable {
    package let name: String
    package let isVisible: Bool
    let part: String
  }

  package let path: String
  /// In the order in which a spreadsheet program shows them; at least one.
  package let sheets: [Sheet]
  package let dates: DateSystem

  let archive: ZipArchive
  private let stylesPart: String?
  private let textsPart: String?
  private var values: CellValues?

  /// Opens a workbook and reads the list of its sheets.
  package init(path: String) throws(WorkbookError) {
    self.path = path
    (archive, sheets, dates, stylesPart, textsPart) = try WorkbookError.naming(path) { () throws(WorkbookProblem) in
      let archive = try ZipArchive(path: path)
      let main = try Self.mainPart(of: archive)
      let list = SheetList()
      try archive.read(main, limit: WorkbookLimits.smallPartBytes, into: list)
      guard list.isWorkbook else { throw OtherArchive.problem(of: archive) }
      let relationships = try archive.relationships(of: main)
      let sheets = Self.sheets(list, relationships)
      guard !sheets.isEmpty else { throw .noSheet }
      return (
        archive, sheets, list.dates, relationships.first("styles")?.part, relationships.first("sharedStrings")?.part
      )
    }
  }

  /// The sheet of this name, hidden or not; without a name the first that is not hidden.
  package func sheet(named name: String?) throws(WorkbookError) -> Sheet {
    try WorkbookError.naming(path) { () throws(WorkbookProblem) in
      guard let name else {
        guard let sheet = sheets.first(where: \.isVisible) else { throw .noVisibleSheet }
        return sheet
      }
      guard let sheet = sheets.first(where: { $0.name == name }) else {
        throw .noSuchSheet(name: name, present: sheets.map(\.name))
      }
      return sheet
    }
  }

  /// A reader at the start of a sheet; another reader of this workbook that has not ended cannot go on.
  ///
  /// - Parameter maxFieldBytes: the longest text of a cell.
  package func reader(of sheet: Sheet, maxFieldBytes: Int = 1 << 20) throws(WorkbookError) -> SheetReader {
    try WorkbookError.naming(path) { () throws(WorkbookProblem) in
      let values = try sharedValues()
      try archive.start(sheet.part, limit: WorkbookLimits.streamedPartBytes)
      return SheetReader(
        path: path, archive: archive, part: sheet.part,
        handler: SheetHandler(values: values, maxFieldBytes: maxFieldBytes))
    }
  }

  /// Styles and texts; a workbook that refers to none, or to ones that it lacks, has none.
  private func sharedValues() throws(WorkbookProblem) -> CellValues {
    if let values { return values }
    let styles = Styles()
    let texts = SharedTexts()
    if let part = stylesPart, archive.holds(part) {
      try archive.read(part, limit: WorkbookLimits.smallPartBytes, into: styles)
    }
    if let part = textsPart, archive.holds(part) {
      try archive.read(part, limit: WorkbookLimits.streamedPartBytes, into: texts)
    }
    let read = CellValues(texts: texts, styles: styles, dates: dates)
    values = read
    return read
  }

  private static func mainPart(of archive: ZipArchive) throws(WorkbookProblem) -> String {
    let named = try archive.relationships(of: "").first("officeDocument")?.part
    let main = named ?? "xl/workbook.xml"
    guard archive.holds(main), !main.lowercased().hasSuffix(".bin") else { throw OtherArchive.problem(of: archive) }
    return main
  }

  private static func sheets(_ list: SheetList, _ relationships: Relationships) -> [Sheet] {
    list.entries.compactMap { entry in
      guard let target = relationships[entry.relationship], target.kind == "worksheet", let part = target.part else {
        return nil
      }
      return Sheet(name: entry.name, isVisible: entry.isVisible, part: part)
    }
  }
}

/// What a zip archive is that is no workbook.
enum OtherArchive {
  static func problem(of archive: ZipArchive) -> WorkbookProblem {
    if archive.holds("xl/workbook.bin") {
      return .otherKind(what: "an .xlsb workbook", advice: "save it as .xlsx or as CSV")
    }
    if archive.holds("mimetype"), archive.holds("content.xml") {
      return .otherKind(what: "an OpenDocument file such as .ods", advice: "save it as .xlsx or as CSV")
    }
    if archive.holds("word/document.xml") || archive.holds("ppt/presentation.xml") {
      return .otherKind(what: "an Office document without sheets", advice: "export the data as .xlsx or as CSV")
    }
    if archive.names.contains(where: { $0.hasPrefix("xl/") }) { return .missingPart("xl/workbook.xml") }
    return .otherKind(what: "a zip archive", advice: "unpack it and name the files")
  }
}
