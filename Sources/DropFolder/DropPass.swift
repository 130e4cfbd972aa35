import ByteStreams
import Logging
import Pipeline

/// One pass over a drop folder.
package struct DropPass {
  private let layout: DropLayout
  private let setup: DropSetup

  package init(folder: String, _ setup: DropSetup) {
    layout = DropLayout(root: folder)
    self.setup = setup
  }

  /// Finishes what an earlier pass began, then takes every drop that is complete.
  ///
  /// - Throws: what makes the whole pass impossible, such as `DropError.held`; what is wrong with one drop is reported.
  package func perform() throws -> PassReport {
    try layout.make()
    guard let lock = try FolderLock(path: layout.lock) else { throw DropError.held(folder: layout.root) }
    defer { withExtendedLifetime(lock) {} }
    try removePartialResults()
    var desk = DropDesk(layout: layout, setup: setup, ledger: try Ledger(path: layout.ledger))
    do {
      let unfinished = try desk.unfinished()
      // What has ended the program before must not keep others waiting.
      for run in unfinished where run.plan.attempts < 2 { try desk.resume(run) }
      for arrival in try arrivals(&desk.report) { try desk.take(arrival) }
      for run in unfinished where run.plan.attempts >= 2 { try desk.resume(run) }
    } catch {
      setup.log.error("\(error)")
      desk.report.add(exitCode: setup.exitCode(error))
    }
    return desk.report
  }

  private func arrivals(_ report: inout PassReport) throws(ByteStreamError) -> [Arrival] {
    let found = try Arrivals(in: layout.incoming, choices: setup.choices)
    if found.unreadable > 0 {
      setup.log.warning("\(layout.incoming): \(found.unreadable) names are not UTF-8; rename these files")
    }
    for name in found.strangers {
      setup.log.warning("\(layout.incoming)/\(name): no pattern takes this name; see drop: in the configuration")
    }
    if found.unreadable + found.strangers.count > 0 { report.add(exitCode: 75) }
    return found.arrivals
  }

  /// What killed runs left: nobody else holds the folder.
  private func removePartialResults() throws(ByteStreamError) {
    for name in try Folders.names(in: layout.out).names
    where name.hasPrefix(".") && name.hasSuffix(DropLayout.partialEnding) {
      Folders.remove("\(layout.out)/\(name)")
    }
  }
}

/// What a pass would do.
extension DropPass {
  /// A line for each drop, nothing changed; the exit code is 0 or, where something waits, 75.
  package func preview() throws -> (text: String, exitCode: Int32) {
    guard PathKind(path: layout.root) == .folder else { throw ByteStreamError.notFound(path: layout.root) }
    let ledger = try Ledger(path: layout.ledger)
    var (text, exitCode) = ("", Int32(0))
    for run in (try? Folders.names(in: layout.processing))?.names ?? [] { text += "resume  \(run)\n" }
    let found = try Arrivals(in: layout.incoming, choices: setup.choices)
    let readiness = Readiness(layout: layout, choices: setup.choices, now: setup.now())
    for arrival in found.arrivals {
      let files = arrival.files.map(\.name).joined(separator: " + ")
      switch try readiness.verdict(on: arrival) {
      case .waits(let reason):
        text += "wait    \(files): \(reason)\n"
        exitCode = 75
      case .complete(let checked):
        let identity = DropIdentity(rules: setup.rules).of(checked.map { ($0.file.role.rawValue, $0.digest.sha256) })
        let earlier = setup.reprocesses ? nil : ledger.run(of: identity)
        text += earlier.map { "skip    \(files): processed already as \($0)\n" } ?? "process \(files)\n"
      }
    }
    for name in found.strangers {
      text += "ignore  \(name): no pattern takes this name\n"
      exitCode = 75
    }
    return (text, exitCode)
  }
}
