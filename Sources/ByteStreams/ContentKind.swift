/// What a file holds, told by its first bytes and never by its name (IN-02).
package enum ContentKind: Equatable, Sendable, CaseIterable {
  /// Nothing that is known: taken for delimited text.
  case text
  case gzip
  case workbook
  case zip
  case oldWorkbook
  /// An `.xlsx` within the container of old formats.
  case encryptedWorkbook
  case pdf
  case zstd
  case bzip2
  case xz
  case tar
  case utf32
  /// A page or a table in HTML or XML, which exports often call `.xls`.
  case markup
  case json

  /// How many of the first bytes `init` looks at.
  static let bytesLookedAt = 4096

  init(startingWith bytes: Span<UInt8>) {
    self = Self.signatures.first { starts(bytes, with: $0.bytes, at: $0.offset) }?.kind ?? .text
    if self == .text { self = Self.structured(bytes) ?? .text }
    // Office programs put one of these parts first.
    let parts = ["[Content_Types].xml", "_rels/", "xl/", "docProps/"]
    let encrypted = "EncryptedPackage".utf8.flatMap { [UInt8]([$0, 0]) }
    if self == .oldWorkbook, contains(bytes, encrypted) { self = .encryptedWorkbook }
    if self == .zip, parts.contains(where: { starts(bytes, with: Array($0.utf8), at: 30) }) { self = .workbook }
  }

  /// Text that is no table: it begins with a tag, or with an object.
  private static func structured(_ bytes: Span<UInt8>) -> ContentKind? {
    let hasMark = starts(bytes, with: [0xEF, 0xBB, 0xBF], at: 0)
    let places = (0..<bytes.count).dropFirst(hasMark ? 3 : 0).prefix(256)
      .drop { bytes[$0] == 0x20 || (9...13).contains(bytes[$0]) }
    // Tables begin with letters; what is beyond ASCII may be a space.
    guard let first = places.first.map({ bytes[$0] }), first >= 0x80 || "<{[".utf8.contains(first) else { return nil }
    let text = String(decoding: places.map { bytes[$0] }, as: UTF8.self).lowercased()
    if ["<!doctype", "<html", "<?xml", "<table", "<meta"].contains(where: text.hasPrefix) { return .markup }
    let packed = text.filter { !$0.isWhitespace }
    return packed.hasPrefix("{\"") || packed.hasPrefix("[{\"") ? .json : nil
  }

  /// What a file holds as it is stored, whatever is within gzip; nil when it cannot be read.
  package static func ofStored(_ path: String) -> ContentKind? {
    guard let stored = try? StoredBytes(path: path, bytesAtOnce: bytesLookedAt),
      (try? stored.fill(atLeast: bytesLookedAt)) != nil
    else { return nil }
    return unsafe ContentKind(startingWith: Span(_unsafeBytes: stored.window))
  }

  /// With its article, for "this is …".
  var name: String {
    switch self {
    case .text: "text"
    case .gzip: "gzip within gzip"
    case .workbook: "an .xlsx workbook"
    case .zip: "a zip archive"
    case .encryptedWorkbook: "a workbook with a password"
    case .oldWorkbook: "an old .xls workbook or one with a password"
    case .pdf: "a PDF document"
    case .zstd: "a zstd-compressed file"
    case .bzip2: "a bzip2-compressed file"
    case .xz: "an xz-compressed file"
    case .tar: "a tar archive"
    case .utf32: "UTF-32 text"
    case .markup: "HTML or XML"
    case .json: "JSON"
    }
  }

  var advice: String {
    switch self {
    case .text: "nothing to do"
    case .utf32: "save it as UTF-8"
    case .workbook: "give it as a file of its own, not compressed and not on standard input, or save it as CSV"
    case .encryptedWorkbook: "save it without one"
    case .oldWorkbook: "save it as .xlsx or as CSV"
    case .pdf, .json: "export the data as CSV"
    case .markup: "open it with a spreadsheet program and save it as .xlsx or as CSV"
    case .zip, .tar: "unpack it and name the files"
    case .gzip, .zstd, .bzip2, .xz: "unpack it, or compress it with gzip once"
    }
  }

  private static let signatures: [(kind: ContentKind, offset: Int, bytes: [UInt8])] = [
    (.gzip, 0, [0x1F, 0x8B]),
    (.zip, 0, [0x50, 0x4B, 0x03, 0x04]),
    (.zip, 0, [0x50, 0x4B, 0x05, 0x06]),
    (.zip, 0, [0x50, 0x4B, 0x07, 0x08]),
    (.oldWorkbook, 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    (.pdf, 0, Array("%PDF-".utf8)),
    (.zstd, 0, [0x28, 0xB5, 0x2F, 0xFD]),
    (.xz, 0, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    // "BZh" alone may begin a text; the block mark behind the level may not.
    (.bzip2, 4, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]),
    // Before UTF-16 can be thought of, whose mark is the first half.
    (.utf32, 0, [0xFF, 0xFE, 0, 0]),
    (.utf32, 0, [0, 0, 0xFE, 0xFF]),
    (.tar, 257, Array("ustar".utf8)),
  ]
}

private func starts(_ bytes: Span<UInt8>, with signature: [UInt8], at offset: Int) -> Bool {
  bytes.count >= offset + signature.count && signature.indices.allSatisfy { bytes[offset + $0] == signature[$0] }
}

private func contains(_ bytes: Span<UInt8>, _ sought: [UInt8]) -> Bool {
  // Names in such a container begin at multiples of 128 bytes.
  stride(from: 0, to: bytes.count, by: 128).contains { starts(bytes, with: sought, at: $0) }
}
