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
  /// - Throws: `ByteStreamError.notFound` and `DropError.held`, where there is nothing to report on; what else makes a
  ///   pass impossible, or is wrong with one drop, is logged and reported.
  package func perform() throws -> PassReport {
    guard PathKind(path: layout.root) == .folder else { throw ByteStreamError.notFound(path: layout.root) }
    guard let lock = try FolderLock(path: layout.lock) else { throw DropError.held(folder: layout.root) }
    defer { withExtendedLifetime(lock) {} }
    var desk: DropDesk
    do {
      try layout.make()
      try removePartialResults()
      desk = DropDesk(layout: layout, setup: setup, ledger: try Ledger(path: layout.ledger))
    } catch {
      var report = PassReport()
      stop(&report, for: error)
      return report
    }
    work(at: &desk)
    return desk.report
  }

  private func stop(_ report: inout PassReport, for error: any Error) {
    setup.log.error("\(error)")
    report.add(exitCode: setup.exitCode(error))
  }

  private func work(at desk: inout DropDesk) {
    do {
      let unfinished = try desk.unfinished()
      // What has ended the program before must not keep others waiting.
      for run in unfinished where run.plan.attempts < 2 { try desk.resume(run) }
      for arrival in try arrivals(&desk.report) { try desk.take(arrival) }
      for run in unfinished where run.plan.attempts >= 2 { try desk.resume(run) }
    } catch {
      stop(&desk.report, for: error)
    }
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
  /// A line for each drop, nothing changed; the exit code is 0, 75 where something waits, 66 where it cannot be read.
  package func preview() throws -> (text: String, exitCode: Int32) {
    guard PathKind(path: layout.root) == .folder else { throw ByteStreamError.notFound(path: layout.root) }
    let ledger = try Ledger(path: layout.ledger)
    var (text, report) = ("", PassReport())
    for run in (try? Folders.names(in: layout.processing))?.names ?? [] { text += "resume  \(run)\n" }
    let found = try Arrivals(in: layout.incoming, choices: setup.choices)
    let readiness = Readiness(layout: layout, choices: setup.choices, now: setup.now())
    for arrival in found.arrivals {
      let files = arrival.files.map(\.name).joined(separator: " + ")
      switch Result(catching: { () throws(ByteStreamError) in try readiness.verdict(on: arrival) }) {
      case .failure(let error) where error.category == .inputNotReadable:
        text += "wait    \(files): \(error)\n"
        report.add(exitCode: error.category.rawValue)
      case .failure(let error): throw error
      case .success(.waits(let reason)):
        text += "wait    \(files): \(reason)\n"
        report.add(exitCode: 75)
      case .success(.complete(let checked)):
        let identity = DropIdentity(rules: setup.rules).of(checked.map { ($0.file.role.rawValue, $0.digest.sha256) })
        let earlier = setup.reprocesses ? nil : ledger.run(of: identity)
        text += earlier.map { "skip    \(files): processed already as \($0)\n" } ?? "process \(files)\n"
      }
    }
    for name in found.strangers {
      text += "ignore  \(name): no pattern takes this name\n"
      report.add(exitCode: 75)
    }
    return (text, report.exitCode)
  }
}
