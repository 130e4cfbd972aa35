import Foundation

@testable import ByteStreams

/// A folder of a test's own, gone with the last reference.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("byte-streams-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func path(of name: String) -> String { path + "/" + name }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(of: name)))
    return path(of: name)
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path(of: name))), as: UTF8.self)
  }

  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }

  func mode(of name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(of: name))[.posixPermissions] as? Int
  }
}

/// All plain bytes of a file, and its digest as stored.
func readAll(_ path: String) throws(ByteStreamError) -> (bytes: [UInt8], digest: StreamDigest?) {
  let source = try ByteSource(path: path)
  var bytes: [UInt8] = []
  while let chunk = try source.next() { bytes += chunk }
  return (bytes, source.digest)
}

/// The error that reading a file gives; nil when it is read whole.
func failure(reading path: String) -> ByteStreamError? {
  do throws(ByteStreamError) {
    _ = try readAll(path)
    return nil
  } catch {
    return error
  }
}
