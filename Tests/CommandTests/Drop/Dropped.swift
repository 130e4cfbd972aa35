import Foundation

/// A drop folder `d` in the folder of a test.
struct Dropped {
  let folder: Folder

  init() throws {
    folder = try Folder()
    try FileManager.default.createDirectory(
      at: folder.url(of: "d/incoming"), withIntermediateDirectories: true)
  }

  /// Puts a drop into `incoming`, with signs that it is complete.
  func put(_ key: String, mar: String = Exports.mar, charges: String = Exports.charges) throws {
    try put(mar, "mar_\(key).csv")
    try put(charges, "charges_\(key).csv")
    for part in ["mar", "charges"] { try put("", "\(part)_\(key).ok") }
  }

  func put(_ text: String, _ name: String) throws { try folder.write(text, to: "d/incoming/\(name)") }

  func put(_ data: Data, _ name: String) throws { try folder.write(data, to: "d/incoming/\(name)") }

  func run(_ options: String = "", shell: String = #"exec "$0" "$@""#) async throws -> Program.Outcome {
    try await Program.run("drop d " + options, in: folder, shell: shell)
  }

  /// Every path below a folder of the drop folder, folders too, sorted.
  func paths(_ place: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.url(of: "d/\(place)").path).sorted()
  }

  func names(_ place: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url(of: "d/\(place)").path).sorted()
  }

  /// One object for each line.
  func ledger() throws -> [[String: Any]] {
    guard folder.holds("d/ledger.jsonl") else { return [] }
    return try folder.text(of: "d/ledger.jsonl").split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }

  func statuses() throws -> [String] { try ledger().compactMap { $0["status"] as? String } }

  /// Name and bytes of everything that a run has put out, but for what tells one moment from another; of every run.
  func results() throws -> [String: Data] {
    var results: [String: Data] = [:]
    for path in try paths("out") where path.hasSuffix(".csv") {
      results[path] = try folder.content(of: "d/out/\(path)")
    }
    return results
  }

  /// Whatever must not be there once a pass has come to its end.
  func leftovers() throws -> [String] {
    try paths().filter { $0.hasSuffix(".part") || $0.hasSuffix(".partial") || $0.hasPrefix("processing/") }
  }
}
