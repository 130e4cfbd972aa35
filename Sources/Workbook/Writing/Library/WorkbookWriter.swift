#if Workbooks
import ByteStreams
import CXlsxWriter

/// An `.xlsx` file under way, in the hands of libxlsxwriter.
///
/// Sheets of tables keep one row in memory and their rows in a file without a name beside the workbook; a page of figures
/// is kept whole, so that its charts carry the values that they show. Equal content gives equal bytes: no clock is asked.
@safe package final class WorkbookWriter {
  /// What the workbook says of itself.
  package struct Properties: Sendable {
    let title: String
    let author: String

    package init(title: String, author: String) {
      self.title = title
      self.author = author
    }
  }

  /// As the user named it.
  let shownPath: String
  private let path: String
  private let formats: CellFormats
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private var sheets: [SheetWriter] = []

  /// - Parameters:
  ///   - path: where the library writes the file; the folder takes its temporary files.
  ///   - shownPath: what errors name.
  /// - Throws: `cannotCreate`.
  package init(path: String, shownPath: String, properties: Properties) throws(ByteStreamError) {
    self.path = path
    self.shownPath = shownPath
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let opened = unsafe folder.withCString { folder in
      var options = unsafe lxw_workbook_options(
        constant_memory: 1, tmpdir: unsafe UnsafeMutablePointer(mutating: folder), use_zip64: 0)
      return unsafe workbook_new_opt(path, &options)
    }
    guard let book = unsafe opened else { throw .cannotCreate(path: shownPath, reason: "out of memory") }
    unsafe self.book = book
    formats = unsafe CellFormats(in: book)
    unsafe Self.set(properties, of: book)
  }

  deinit { if let book = unsafe book { unsafe lxw_workbook_free(book) } }

  /// Adds a sheet behind the others.
  ///
  /// - Parameters:
  ///   - name: at most 31 characters, none twice.
  ///   - isPage: whether it is small and its cells come in any order.
  /// - Throws: `writeFailed`, when there is no room for its temporary file.
  func addSheet(_ name: String, isPage: Bool = false) throws(ByteStreamError) -> SheetWriter {
    guard let book = unsafe book else { preconditionFailure("a sheet after the end") }
    unsafe book.pointee.options.constant_memory = isPage ? 0 : 1
    guard let sheet = unsafe workbook_add_worksheet(book, name) else {
      throw .writeFailed(path: shownPath, reason: systemReason())
    }
    let writer = unsafe SheetWriter(sheet, in: book, name: name, formats: formats, path: shownPath)
    sheets.append(writer)
    return writer
  }

  /// Completes the file, and reads it back: the library does not say when a temporary file was too long for the disk.
  ///
  /// - Throws: `writeFailed`.
  package func finish() throws(ByteStreamError) {
    guard let book = unsafe book else { preconditionFailure("a workbook is finished once") }
    var rowBytes: [Int] = []
    for sheet in sheets { rowBytes.append(try sheet.flushedBytes()) }
    for sheet in sheets { sheet.close() }
    unsafe self.book = nil
    // The library frees the workbook, whatever comes of it.
    let error = unsafe workbook_close(book)
    guard error == LXW_NO_ERROR else { throw failure(error) }
    guard WrittenWorkbook.isWhole(path, rowBytes: rowBytes) else {
      throw .writeFailed(path: shownPath, reason: "the disk was too small for its temporary files")
    }
  }

  private func failure(_ error: lxw_error) -> ByteStreamError {
    let reason = unsafe lxw_strerror(error).map { unsafe String(cString: $0) } ?? "error \(error.rawValue)"
    return .writeFailed(path: shownPath, reason: reason)
  }

  private static func set(_ properties: Properties, of book: UnsafeMutablePointer<lxw_workbook>) {
    unsafe properties.title.withCString { title in
      unsafe properties.author.withCString { author in
        var values = unsafe lxw_doc_properties()
        unsafe values.title = UnsafeMutablePointer(mutating: title)
        unsafe values.author = UnsafeMutablePointer(mutating: author)
        // 1980-01-01, as the parts of the archive have: the time of the run would make each run's bytes different.
        unsafe values.created = 315_532_800
        unsafe workbook_set_properties(book, &values)
      }
    }
  }
}
#endif
