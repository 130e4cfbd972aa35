import ByteStreams
import Logging

/// Drops that leave `processing`: done, failed, or back to where they came from.
extension DropDesk {
  mutating func finish(_ run: Run) throws {
    let status: LedgerEntry.Status = run.plan.duplicateOf == nil ? .done : .duplicate
    if let earlier = run.plan.duplicateOf {
      report.duplicates += 1
      setup.log.notice("processed already", metadata: ["run": "\(run.name)", "as": "\(earlier)"])
    }
    try record(run, status, reason: nil)
    try leaveProcessing(run, for: layout.done)
  }

  mutating func fail(_ run: Run, _ reason: String) throws {
    report.failed += 1
    report.add(exitCode: 65)
    setup.log.error("\(reason)", metadata: ["run": "\(run.name)"])
    let advice = "To try again, move the files of this folder into incoming.\n"
    try write(Array("\(reason)\n\(advice)".utf8), to: "\(run.folder)/\(DropLayout.reason)")
    try record(run, .failed, reason: reason)
    try leaveProcessing(run, for: layout.failed)
  }

  private mutating func record(_ run: Run, _ status: LedgerEntry.Status, reason: String?) throws {
    guard !ledger.knows(run.name) else { return }
    try ledger.append(
      LedgerEntry(
        run: run.name, status: status, time: setup.now().text, identity: run.plan.identity, files: run.plan.files,
        duplicateOf: run.plan.duplicateOf, reason: reason))
  }

  private func leaveProcessing(_ run: Run, for folder: String) throws {
    let place = try layout.place(in: folder, day: run.plan.day, run: run.name)
    try Folders.move(run.folder, to: place)
    for changed in [layout.processing, folder, "\(folder)/\(run.plan.day)"] { try Folders.sync(changed) }
  }

  /// Puts a drop back where it came from, to be looked at again: all of it, or nothing.
  mutating func giveBack(_ run: Run, _ reason: String) throws {
    if let name = try Returning(run: run, incoming: layout.incoming).takenName() {
      return try fail(run, "\(reason); meanwhile another \(name) has come")
    }
    givenBack.insert(run.plan.key)
    if !Plan.removeFolder(run.folder) {
      setup.log.warning("\(run.folder): something else lies here; move it away")
    }
    leave(run.plan.files.map(\.name).joined(separator: " + "), reason)
  }

  mutating func leave(_ files: String, _ reason: String) {
    setup.log.warning("left in incoming: \(reason)", metadata: ["files": "\(files)"])
    report.waiting += 1
    report.add(exitCode: 75)
  }
}
