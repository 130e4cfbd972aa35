import ByteStreams

/// The places of a drop folder.
package struct DropLayout: Sendable {
  package let root: String

  /// - Parameter root: the drop folder; a slash at its end counts for nothing.
  package init(root: String) {
    self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
  }

  package var incoming: String { "\(root)/incoming" }
  var processing: String { "\(root)/processing" }
  var out: String { "\(root)/out" }
  var done: String { "\(root)/done" }
  var failed: String { "\(root)/failed" }
  var lock: String { "\(root)/.lock" }
  var ledger: String { "\(root)/ledger.jsonl" }
  package var lastSuccess: String { "\(root)/last-success" }
  package var metrics: String { "\(root)/infusion-charges.prom" }

  /// Where the results of a run grow until they are whole.
  func partial(_ run: String) -> String { "\(out)/.\(run)\(Self.partialEnding)" }

  static let partialEnding = ".partial"
  /// The file, in the folder of a drop that is being processed, that says what belongs to it.
  static let plan = ".drop.json"
  static let reason = "reason.txt"
  package static let manifest = "manifest.json"

  /// Makes what is not there yet.
  func make() throws(ByteStreamError) {
    guard PathKind(path: root) == .folder else { throw .notFound(path: root) }
    for folder in [incoming, processing, out, done, failed] { try Folders.make(folder) }
  }

  /// A free place for a run's files in `done` or `failed`, in the folder of a day.
  func place(in folder: String, day: String, run: String) throws(ByteStreamError) -> String {
    try Folders.make("\(folder)/\(day)")
    let wanted = "\(folder)/\(day)/\(run)"
    var (place, number) = (wanted, 1)
    while FileStatus(path: place) != nil {
      number += 1
      place = "\(wanted)+\(number)"
    }
    return place
  }
}
