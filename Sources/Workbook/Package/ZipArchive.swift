#if Workbooks
import CMinizip

/// The parts of a zip archive: looked up by name, inflated piece by piece.
///
/// Never writes a file, and never takes a part's name for a path of the disk.
@safe final class ZipArchive {
  /// A part as the directory of the archive describes it.
  private struct Entry {
    let place: unz64_file_pos
    let name: String
    let compressed: UInt64
    let inflated: UInt64
    let method: Int
    let isEncrypted: Bool
    /// Whether its lengths stand in a field of their own, which minizip 1.1 does not find where numbers have 64 bits.
    let hasLargeForm: Bool
  }

  static let pieceSize = 1 << 16

  private let handle: unzFile
  /// By name in lower case, since part names are equal in any case (ECMA-376 Part 2, 6.2.2.3).
  private var entries: [String: Entry] = [:]
  private var duplicates: Set<String> = []
  private var open: Entry?
  private var remaining: UInt64 = 0

  /// Reads the directory of the archive.
  ///
  /// - Throws: `damagedArchive`, `tooManyParts`.
  init(path: String) throws(WorkbookProblem) {
    guard let handle = unsafe unzOpen64(path) else { throw .damagedArchive }
    unsafe self.handle = handle
    var status = unsafe unzGoToFirstFile(handle)
    var count = 0
    while status == UNZ_OK {
      count += 1
      guard count <= WorkbookLimits.parts else { throw .tooManyParts(limit: WorkbookLimits.parts) }
      try index()
      status = unsafe unzGoToNextFile(handle)
    }
    guard status == UNZ_END_OF_LIST_OF_FILE, !entries.isEmpty else { throw .damagedArchive }
  }

  deinit {
    unsafe unzCloseCurrentFile(handle)
    unsafe unzClose(handle)
  }

  /// Names of all parts, in lower case, sorted.
  var names: [String] { entries.keys.sorted() }

  func holds(_ part: String) -> Bool { entries[part.lowercased()] != nil }

  /// Begins to read a part; one that was under way is left.
  ///
  /// - Parameter limit: the most inflated bytes that it may come to.
  func start(_ part: String, limit: Int) throws(WorkbookProblem) {
    guard let entry = entries[part.lowercased()] else { throw .missingPart(part) }
    try check(entry, limit: limit)
    var place = entry.place
    unsafe unzCloseCurrentFile(handle)
    open = nil
    guard unsafe unzGoToFilePos64(handle, &place) == UNZ_OK, unsafe unzOpenCurrentFile(handle) == UNZ_OK else {
      throw .damagedPart(entry.name)
    }
    open = entry
    remaining = entry.inflated
  }

  /// The next bytes of the part, at most `pieceSize`; empty at its end, when length and checksum are as stored.
  ///
  /// - Throws: `damagedPart`.
  func next() throws(WorkbookProblem) -> [UInt8] {
    guard let entry = open else { return [] }
    var got: Int32 = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
      got = unsafe unzReadCurrentFile(handle, buffer.baseAddress, UInt32(buffer.count))
      count = max(0, Int(got))
    }
    guard got >= 0, UInt64(piece.count) <= remaining else { throw .damagedPart(entry.name) }
    remaining -= UInt64(piece.count)
    if piece.isEmpty {
      open = nil
      // The library compares checksums only where the length is as stored.
      guard remaining == 0, unsafe unzCloseCurrentFile(handle) == UNZ_OK else { throw .damagedPart(entry.name) }
    }
    return piece
  }

  private func check(_ entry: Entry, limit: Int) throws(WorkbookProblem) {
    if duplicates.contains(entry.name.lowercased()) { throw .duplicatePart(entry.name) }
    if entry.isEncrypted { throw .encryptedPart(entry.name) }
    if entry.hasLargeForm { throw .largeForm(entry.name) }
    guard entry.method == 0 || entry.method == Int(Z_DEFLATED) else {
      throw .unknownCompression(part: entry.name, method: entry.method)
    }
    // No more than this is inflated, whatever the compressed bytes hold.
    guard entry.inflated <= UInt64(limit) else { throw .partTooLarge(part: entry.name, limit: limit) }
    let ratio = entry.inflated / max(1, entry.compressed)
    if entry.inflated > UInt64(WorkbookLimits.ratioFreeBytes), ratio > UInt64(WorkbookLimits.ratio) {
      throw .bomb(part: entry.name, ratio: Int(ratio))
    }
  }

  /// Notes the part that the directory stands at.
  private func index() throws(WorkbookProblem) {
    var info = unz_file_info64()
    var place = unz64_file_pos()
    var status: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: WorkbookLimits.partNameBytes) { buffer, count in
      unsafe buffer.initialize(repeating: 0)
      status = unsafe unzGetCurrentFileInfo64(
        handle, &info, buffer.baseAddress, UInt(buffer.count), nil, 0, nil, 0)
      count = min(buffer.count, Int(info.size_filename))
    }
    guard status == UNZ_OK, unsafe unzGetFilePos64(handle, &place) == UNZ_OK else { throw .damagedArchive }
    guard info.size_filename < UInt(WorkbookLimits.partNameBytes) else { return }
    let name = PartName.normalized(String(decoding: bytes, as: UTF8.self))
    let entry = Entry(
      place: place, name: name, compressed: info.compressed_size, inflated: info.uncompressed_size,
      method: Int(info.compression_method), isEncrypted: info.flag & 1 != 0,
      hasLargeForm: max(info.uncompressed_size, info.compressed_size) == 0xFFFF_FFFF)
    if entries.updateValue(entry, forKey: name.lowercased()) != nil { duplicates.insert(name.lowercased()) }
  }
}
#endif
