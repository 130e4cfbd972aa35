import Foundation

/// A tables folder of an organisation, for one test.
enum OwnFolder {
  /// Runs with a folder that holds these files, by name below it.
  static func with<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "own-tables-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let target = folder.appending(path: name)
      try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: target, atomically: true, encoding: .utf8)
    }
    return try body(folder.path)
  }
}
