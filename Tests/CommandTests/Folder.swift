import Foundation

/// A folder of a test's own, gone with the last reference.
final class Folder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "infusion-charges-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func url(of name: String) -> URL { URL(filePath: path).appending(path: name) }

  /// Writes a file, with the folders above it.
  func write(_ content: Data, to name: String) throws {
    let url = url(of: name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try content.write(to: url)
  }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func content(of name: String) throws -> Data { try Data(contentsOf: url(of: name)) }

  func text(of name: String) throws -> String { String(decoding: try content(of: name), as: UTF8.self) }

  func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(of: name).path) }

  /// The names in the folder, hidden ones too, sorted.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

  func mode(of name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: url(of: name).path)[.posixPermissions] as? Int
  }

  /// A new file, open for writing.
  func handle(toWrite name: String) throws -> FileHandle {
    try write(Data(), to: name)
    return try FileHandle(forWritingTo: url(of: name))
  }
}
