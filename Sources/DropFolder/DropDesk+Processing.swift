import ByteStreams
import Logging
import Pipeline

/// Drops that are in `processing`: what brings them on.
extension DropDesk {
  /// So often may the program be ended while it processes a drop, before the drop counts as failed.
  private static let mostAttempts = 5

  /// Drops that an earlier pass has begun, in the order of their names.
  mutating func unfinished() throws -> [Run] {
    var runs: [Run] = []
    for name in try Folders.names(in: layout.processing).names {
      let folder = "\(layout.processing)/\(name)"
      if let plan = Plan(in: folder) {
        runs.append(Run(name: name, folder: folder, plan: plan))
      } else if !Plan.removeFolder(folder) {
        // One without a whole plan was killed before anything was moved; this one holds something of a person.
        setup.log.warning("\(folder): this is not of a run; move it away")
        report.add(exitCode: 75)
      }
    }
    return runs
  }

  mutating func resume(_ run: Run) throws {
    setup.log.notice("going on with what an earlier run began", metadata: ["run": "\(run.name)"])
    if FileStatus(path: "\(layout.out)/\(run.name)") != nil {
      // One that an earlier release has begun has no figures.
      report.add(run.plan.figures ?? DropFigures())
      return try finish(run)
    }
    if let reason = reason(of: run) { return try fail(run, reason) }
    guard try gather(run) else { return try giveBack(run, "a part of it has gone, or was replaced") }
    try advance(run)
  }

  mutating func advance(_ run: Run) throws {
    var run = run
    if run.plan.attempts >= Self.mostAttempts {
      report.add(exitCode: 70)
      return try fail(run, "\(DropError.endedTooOften(times: run.plan.attempts))")
    }
    // Rules may have changed since the drop was taken.
    run.plan.identity = identity(of: run.plan.files.map { ($0.role, $0.sha256) })
    let isForced = setup.reprocesses || run.plan.isForced == true
    run.plan.duplicateOf = isForced ? nil : ledger.run(of: run.plan.identity)
    if run.plan.duplicateOf != nil {
      try run.plan.write(to: run.folder)
      return try finish(run)
    }
    run.plan.attempts += 1
    try run.plan.write(to: run.folder)
    do {
      let summary = try process(&run)
      report.add(run.plan.figures ?? DropFigures())
      log(summary, of: run)
      try finish(run)
    } catch  where DropTrouble(error) == .incomplete {
      try giveBack(run, "\(error)")
    } catch  where DropTrouble(error) == .unacceptable || setup.exitCode(error) == 65 || setup.exitCode(error) == 70 {
      report.add(exitCode: setup.exitCode(error))
      try fail(run, "\(error)")
    } catch {
      // Not the drop's fault: the next pass tries again.
      run.plan.attempts -= 1
      try? run.plan.write(to: run.folder)
      throw error
    }
  }

  /// Results appear by the last step, one rename.
  private func process(_ run: inout Run) throws -> RunSummary {
    let partial = layout.partial(run.name)
    Folders.remove(partial)
    Interruption.addFolder(partial)
    do {
      try Folders.make(partial)
      let summary = try setup.process(run.input(results: partial))
      try check(summary, against: run.plan)
      try write(manifest(of: run, summary), to: "\(partial)/\(DropLayout.manifest)")
      try Folders.sync(partial)
      // Whoever finds the results knows what they came to.
      run.plan.figures = DropFigures(summary, exitCode: setup.judge(summary))
      try run.plan.write(to: run.folder)
      try Interruption.removeFolder(partial) { () throws(ByteStreamError) in
        try Folders.move(partial, to: "\(layout.out)/\(run.name)")
      }
      try Folders.sync(layout.out)
      return summary
    } catch {
      Folders.remove(partial)
      throw error
    }
  }

  private func check(_ summary: RunSummary, against plan: Plan) throws(DropError) {
    for file in plan.files {
      let read = summary.inputs.first { $0.role.rawValue == file.role && $0.path.hasSuffix("/\(file.name)") }
      guard let read, read.sha256 == file.sha256 else { throw .changedWhileRead(name: file.name) }
      if let rows = file.rows, rows != read.rows {
        throw .wrongRowCount(name: file.name, expected: rows, found: read.rows)
      }
    }
  }
}
