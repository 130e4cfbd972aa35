import ByteStreams

/// The way of a drop back to `incoming`: all of its names, or none.
struct Returning {
  let run: DropDesk.Run
  let incoming: String

  /// Gives everything back; where another file has taken a name, nothing, and that name.
  func takenName() throws(ByteStreamError) -> String? {
    // Signs first: an export that lies there without them might be taken for a drop of its own.
    let names = (run.plan.companions + run.plan.files.map(\.name)).filter { FileStatus(path: here($0)) != nil }
    if let name = names.first(where: isTaken) { return name }
    var returned: [(name: String, identity: UInt64)] = []
    for name in names {
      guard let status = FileStatus(path: here(name)) else { continue }
      guard try Folders.giveBack(here(name), to: there(name)) else {
        // It has come within this moment.
        for (name, identity) in returned.reversed() where FileStatus(path: there(name))?.identity == identity {
          try Folders.move(there(name), to: here(name))
        }
        return name
      }
      returned.append((name, status.identity))
    }
    try Folders.sync(incoming)
    return nil
  }

  /// Whether another file has the name; the same one has two where giving back was interrupted.
  private func isTaken(_ name: String) -> Bool {
    guard let other = FileStatus(path: there(name)) else { return false }
    return other.identity != FileStatus(path: here(name))?.identity
  }

  private func here(_ name: String) -> String { "\(run.folder)/\(name)" }
  private func there(_ name: String) -> String { "\(incoming)/\(name)" }
}
