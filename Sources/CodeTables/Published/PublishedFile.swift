import ByteStreams
import CSV
import Infusion

/// A file of an organisation's folder as CMS publishes it each quarter, recognised by its header.
///
/// Shape: tab- or comma-separated text; lines of copyright and title above the header.
struct PublishedFile: Sendable {
  /// Its name below the organisation's folder.
  let name: String
  let layout: PublishedLayout
  private let path: String
  private let dialect: Dialect
  private let headerLine: Int

  /// How far down a header is looked for, records.
  private static let deepestHeader = 60

  /// Nil for every other file, also for one that is no delimited text.
  ///
  /// - Throws: when the name is one of CMS's and the file cannot be read, or has another header.
  init?(name: String, path: String) throws(TableError) {
    guard PublishedName(name).isText else { return nil }
    do {
      try self.init(text: name, path: path)
    } catch {
      if PublishedName(name).isOfCMS { throw error }
      return nil
    }
  }

  private init(text name: String, path: String) throws(TableError) {
    self.name = name
    self.path = path
    let start = try Self.firstChunk(path, name)
    dialect = start.prefix(1 << 16).contains(UInt8(ascii: "\t")) ? .tab : .comma
    guard let (layout, line) = try Self.header(of: path, dialect, name) else {
      throw TableError(
        file: name, .published(reason: "the header of a CMS file is not in its first lines", remedy: Self.remedy))
    }
    self.layout = layout
    headerLine = line
  }

  /// Stops at workbooks and archives of CMS that have no text of the same name beside them: nobody would read them.
  static func checkForWorkbooks(_ names: [String]) throws(TableError) {
    let texts = Set(names.map(PublishedName.init).filter(\.isText).map(\.stem))
    for name in names {
      let published = PublishedName(name)
      guard published.isWorkbookOrArchive, published.isOfCMS, !texts.contains(published.stem) else { continue }
      throw TableError(file: name, .published(reason: "this is no text", remedy: remedy))
    }
  }

  static let remedy = "take the .txt or .csv file out of the archive that CMS publishes, as it is"

  /// The first day from which it holds.
  func firstDay() throws(TableError) -> CivilDate {
    guard let day = PublishedName(name).firstDay else {
      throw TableError(
        file: name,
        .published(
          reason: "the name does not tell the quarter", remedy: "keep CMS's name, or put 2026Q1 or the like into it"))
    }
    return day
  }

  /// Calls `body` with each row below the header, in order.
  func forEachRow(_ body: (PublishedRow) throws(TableError) -> Void) throws(TableError) {
    let needed = layout.fieldsNeeded
    let codeColumn = layout.codeColumn
    var isInHeader = true
    try Self.read(path, dialect, name) { (record) throws(TableError) in
      guard record.line > headerLine else { return true }
      // The further lines of a broken header hold no code.
      if isInHeader {
        guard record.count > codeColumn, PairList.packed(record.bytes(codeColumn)) != nil else { return true }
        isInHeader = false
      }
      guard (0..<record.count).contains(where: { !record.isEmpty($0) }) else { return true }
      guard record.count >= needed else {
        throw TableError(file: name, line: record.line, .wrongFieldCount(found: record.count, expected: needed))
      }
      try body(PublishedRow(file: name, record: record))
      return true
    }
  }

  // MARK: Reading

  private static func header(
    of path: String, _ dialect: Dialect, _ name: String
  ) throws(TableError) -> (PublishedLayout, line: Int)? {
    var found: (PublishedLayout, line: Int)?
    var count = 0
    try read(path, dialect, name) { (record) throws(TableError) in
      count += 1
      if let layout = PublishedLayout(header: (0..<record.count).map(record.text)) { found = (layout, record.line) }
      return found == nil && count < deepestHeader
    }
    return found
  }

  private static func firstChunk(_ path: String, _ name: String) throws(TableError) -> [UInt8] {
    do {
      return try TextSource(path: path).next() ?? []
    } catch {
      throw TableError(file: name, .unreadable(reason: "\(error)"))
    }
  }

  /// Calls `body` with each record until it says false.
  private static func read(
    _ path: String, _ dialect: Dialect, _ name: String, _ body: (Record) throws(TableError) -> Bool
  ) throws(TableError) {
    var reader = RecordReader(dialect: dialect)
    do {
      let source = try TextSource(path: path)
      while let chunk = try source.next() {
        reader.append(chunk)
        while let record = try reader.next() { guard try body(record) else { return } }
      }
      reader.finish()
      while let record = try reader.next() { guard try body(record) else { return } }
    } catch let error as TableError {
      throw error
    } catch {
      throw TableError(file: name, .unreadable(reason: "\(error)"))
    }
  }
}
