import Foundation
import Workbook

/// A zip archive made by hand, its parts stored without compression.
struct Archive {
  struct Part {
    var name: String
    var content: [UInt8]
    /// What the directory says of it, where that is not the truth.
    var saidLength: Int?
    var saidChecksum: UInt32?
    var method = 0
    var flags = 0

    init(_ name: String, _ content: String) { (self.name, self.content) = (name, Array(content.utf8)) }
  }

  var parts: [Part]

  /// Whether lengths and checksums stand behind the parts, as in an archive that was written to a pipe.
  var hasDescriptors = false
  /// Whether lengths have eight bytes, as programs write that cannot go back for a part beyond 4 GiB.
  var isLarge = false

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let offset = file.count
      let name = Array(part.name.utf8)
      let lengths = (stored: part.content.count, said: part.saidLength ?? part.content.count)
      let sum = number(Int(part.saidChecksum ?? checksum(part.content)), 4)
      let start = number(isLarge ? 45 : 20, 2) + number(part.flags | (hasDescriptors ? 8 : 0), 2)
      let kind = start + number(part.method, 2) + number(0, 4)
      let shown = sum + (isLarge ? all(8) : number(lengths.stored, 4) + number(lengths.said, 4))
      let large = isLarge ? number(lengths.said, 8) + number(lengths.stored, 8) : []
      let here = extra(large)
      file += [0x50, 0x4B, 3, 4] + kind + (hasDescriptors ? number(0, 12) : shown)
      file += number(name.count, 2) + number(here.count, 2) + name + here + part.content
      if hasDescriptors { file += [0x50, 0x4B, 7, 8] + shown }
      directory += [0x50, 0x4B, 1, 2] + number(45, 2) + kind + shown + number(name.count, 2) + number(here.count, 2)
      directory += number(0, 10) + number(offset, 4) + name + here
    }
    return file + directory + ending(directory.count, at: file.count)
  }

  /// The end of an archive whose directory has `length` bytes and begins at `place`.
  private func ending(_ length: Int, at place: Int) -> [UInt8] {
    let small =
      [0x50, 0x4B, 5, 6] + number(0, 4) + number(parts.count, 2) + number(parts.count, 2) + number(length, 4)
      + number(place, 4) + number(0, 2)
    guard isLarge else { return small }
    let counts = number(parts.count, 8) + number(parts.count, 8) + number(length, 8) + number(place, 8)
    let record = [0x50, 0x4B, 6, 6] + number(44, 8) + number(45, 2) + number(45, 2) + number(0, 8) + counts
    let locator = [0x50, 0x4B, 6, 7] + number(0, 4) + number(place + length, 8) + number(1, 4)
    return record + locator + [0x50, 0x4B, 5, 6] + number(0, 4) + all(12) + number(0, 2)
  }

  /// The field of the large form; none for no numbers.
  private func extra(_ numbers: [UInt8]) -> [UInt8] {
    numbers.isEmpty ? [] : number(1, 2) + number(numbers.count, 2) + numbers
  }

  private func all(_ count: Int) -> [UInt8] { [UInt8](repeating: 0xFF, count: count) }

  /// Little end first.
  private func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

/// A small workbook, made for a test.
struct Made {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var archive: Archive

  /// - Parameters:
  ///   - rows: what stands in `sheetData` of the sheet `One`.
  ///   - styles: format codes of styles 1, 2, …
  init(rows: String, texts: [String] = [], styles: [String] = [], properties: String = "") {
    let formats = styles.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }.joined()
    let cells = styles.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined()
    archive = Archive(parts: [
      .init("[Content_Types].xml", "<Types/>"),
      .init("_rels/.rels", Self.relationships([("r1", "officeDocument", "xl/workbook.xml")])),
      .init(
        "xl/workbook.xml",
        """
        <workbook xmlns="\(Self.main)" xmlns:r="\(Self.types)">\(properties)<sheets>\
        <sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>
        """),
      .init(
        "xl/_rels/workbook.xml.rels",
        Self.relationships([
          ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "styles", "styles.xml"),
          ("r3", "sharedStrings", "sharedStrings.xml"),
        ])),
      .init("xl/worksheets/sheet1.xml", Self.sheet(rows)),
      .init(
        "xl/styles.xml",
        "<styleSheet><numFmts>\(formats)</numFmts><cellXfs><xf numFmtId=\"0\"/>\(cells)</cellXfs></styleSheet>"),
      .init("xl/sharedStrings.xml", "<sst>\(texts.map { "<si>\($0)</si>" }.joined())</sst>"),
    ])
  }

  static func sheet(_ rows: String) -> String {
    "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"
  }

  static func relationships(_ all: [(id: String, kind: String, target: String)]) -> String {
    let entries = all.map { "<Relationship Id=\"\($0.id)\" Type=\"\(types)/\($0.kind)\" Target=\"\($0.target)\"/>" }
    return "<Relationships>\(entries.joined())</Relationships>"
  }

  /// The same with another content of a part; without content the part is left out.
  func with(_ name: String, _ content: String?) -> Made {
    var made = self
    made.archive.parts.removeAll { $0.name == name }
    if let content { made.archive.parts.append(.init(name, content)) }
    return made
  }

  /// The same with a part changed.
  func changing(_ name: String, _ change: (inout Archive.Part) -> Void) -> Made {
    var made = self
    for index in made.archive.parts.indices where made.archive.parts[index].name == name {
      change(&made.archive.parts[index])
    }
    return made
  }

  /// Each row as `number: column=text …`.
  func rows(sheet: String? = nil, maxFieldBytes: Int = 1 << 20) throws -> [String] {
    try Self.rows(of: archive.bytes, sheet: sheet, maxFieldBytes: maxFieldBytes)
  }

  static func rows(of bytes: [UInt8], sheet: String? = nil, maxFieldBytes: Int = 1 << 20) throws -> [String] {
    let path = FileManager.default.temporaryDirectory.appending(path: "workbook-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(bytes).write(to: URL(filePath: path))
    let workbook = try WorkbookFile(path: path)
    let reader = try workbook.reader(of: try workbook.sheet(named: sheet), maxFieldBytes: maxFieldBytes)
    var rows: [String] = []
    while let row = try reader.next() {
      let cells = (0..<row.count).map {
        "\(CellReference.name(column: row.column($0), row: row.number))=\(row.text($0))"
      }
      rows.append(cells.joined(separator: " "))
    }
    return rows
  }

  /// What is wrong with it; nil when it can be read.
  func problem(sheet: String? = nil, maxFieldBytes: Int = 1 << 20) throws -> WorkbookProblem? {
    try Self.problem(of: archive.bytes, sheet: sheet, maxFieldBytes: maxFieldBytes)
  }

  static func problem(
    of bytes: [UInt8], sheet: String? = nil, maxFieldBytes: Int = 1 << 20
  ) throws -> WorkbookProblem? {
    do {
      _ = try rows(of: bytes, sheet: sheet, maxFieldBytes: maxFieldBytes)
      return nil
    } catch let error as WorkbookError {
      return error.problem
    }
  }
}
