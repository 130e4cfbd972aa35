import ByteStreams
import Foundation

/// Where tables lie: those of the program, each replaced by an organisation's file of the same name.
package struct TableFolder: Sendable {
  let bundled: String
  /// The organisation's own folder, searched first; nil when it has none.
  let own: String?

  /// - Parameter overrideFolder: path of the organisation's own folder.
  package init(overrideFolder: String? = nil) {
    self.init(bundled: Bundle.module.bundlePath + "/Tables", own: overrideFolder)
  }

  init(bundled: String, own: String?) {
    self.bundled = bundled
    self.own = own
  }

  /// The files of the organisation's folder that CMS publishes, sorted; each has a layout that `PublishedFile` knows.
  ///
  /// - Throws: when the folder is not there, or holds a table that replaces nothing: a name mistyped.
  func publishedFiles() throws(TableError) -> [PublishedFile] {
    guard let own else { return [] }
    let type = (try? FileManager.default.attributesOfItem(atPath: own))?[.type] as? FileAttributeType
    guard type != .typeRegular,
      let names = try? FileManager.default.subpathsOfDirectory(atPath: own)
    else {
      throw TableError(file: own, .missingFolder)
    }
    let known = (try? FileManager.default.subpathsOfDirectory(atPath: bundled)) ?? []
    let knownAnyYear = Set(known.map(Self.withoutYear))
    try PublishedFile.checkForWorkbooks(names.sorted())
    var files: [PublishedFile] = []
    for name in names.sorted() where !knownAnyYear.contains(Self.withoutYear(name)) {
      if let file = try PublishedFile(name: name, path: "\(own)/\(name)") {
        files.append(file)
      } else if name.hasSuffix(".csv") {
        throw TableError(file: name, .unknownTable(known: Self.tables(besides: name, among: knownAnyYear)))
      }
    }
    return files
  }

  /// The tables of the folder in which a file lies; where no table lies in such a folder, all of them.
  private static func tables(besides name: String, among known: Set<String>) -> [String] {
    let tables = known.filter { $0.hasSuffix(".csv") }.sorted()
    let folder = withoutYear(name).prefix { $0 != "/" } + "/"
    let besides = tables.filter { $0.hasPrefix(folder) }
    return besides.isEmpty ? tables : besides.map { name.prefix { $0 != "/" } + "/" + $0.dropFirst(folder.count) }
  }

  private static func withoutYear(_ name: String) -> String {
    let year = name.prefix { $0.isASCII && $0.isNumber }
    return year.count == 4 ? "YEAR" + name.dropFirst(4) : name
  }

  private var folders: [String] { [own, bundled].compactMap(\.self) }

  /// Opens a table by its name below the folder, `2026/codes.csv`.
  func file(_ name: String, columns: [String]) throws(TableError) -> TableFile {
    try TableFile(name: name, bytes: bytes(of: name), columns: columns)
  }

  /// Whether tables of two years are the same to the byte.
  func isSame(_ names: [String], in year: Int, and other: Int) throws(TableError) -> Bool {
    for name in names where try bytes(of: "\(year)/\(name)") != bytes(of: "\(other)/\(name)") { return false }
    return true
  }

  private func bytes(of name: String) throws(TableError) -> [UInt8] {
    for folder in folders {
      if let bytes = try Self.bytes(at: "\(folder)/\(name)", table: name) { return bytes }
    }
    throw TableError(file: name, .missingFile)
  }

  /// The years that have a folder, ascending; each has all its tables.
  package func years() throws(TableError) -> [Int] {
    let names = folders.flatMap(Self.names(in:))
    let years = Set(names.filter { $0.utf8.count == 4 }.compactMap { Int($0) }).sorted()
    guard !years.isEmpty else { throw TableError(file: bundled, .noYears) }
    // Of a year that is being added, all that is missing is named at once.
    let tables = Set(years.flatMap { Self.names(in: "\(bundled)/\($0)") })
    for year in years {
      let missing = tables.subtracting(folders.flatMap { Self.names(in: "\($0)/\(year)") })
      guard missing.isEmpty else { throw TableError(file: "\(year)", .incompleteYear(missing: missing.sorted())) }
    }
    return years
  }

  /// What lies in a folder, in no order; nothing where there is none.
  private static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// The bytes of a file that is no table of the folder, but named by its path.
  static func bytes(at path: String) throws(TableError) -> [UInt8] {
    guard let bytes = try bytes(at: path, table: path) else { throw TableError(file: path, .noSuchFile) }
    return bytes
  }

  /// The bytes of a file; nil when there is none.
  private static func bytes(at path: String, table: String) throws(TableError) -> [UInt8]? {
    var bytes: [UInt8] = []
    do {
      let source = try TextSource(path: path)
      while let chunk = try source.next() { bytes += chunk }
    } catch {
      if case .notFound = error { return nil }
      throw TableError(file: table, .unreadable(reason: "\(error)"))
    }
    return bytes
  }
}
