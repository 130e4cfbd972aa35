import ByteStreams
import Logging
import Pipeline
import Reports

/// Takes drops through the folders, one after another.
///
/// A drop moves on by single renames, and each step can be seen from outside: a folder in `processing` with its plan;
/// the same with results in `out`, or with a reason for its failure; a line in the ledger; a folder in `done` or
/// `failed`. Whoever finds a folder in `processing` knows from this what is left to do.
struct DropDesk {
  let layout: DropLayout
  let setup: DropSetup
  var ledger: Ledger
  var report = PassReport()
  /// Keys of drops that went back to `incoming`: they are looked at again by the next pass, not by this one.
  private var givenBack: Set<String> = []

  init(layout: DropLayout, setup: DropSetup, ledger: Ledger) {
    (self.layout, self.setup, self.ledger) = (layout, setup, ledger)
  }

  /// A drop in `processing`.
  struct Run {
    let name: String
    let folder: String
    var plan: Plan
  }

  /// So often may the program be ended while it processes a drop, before the drop counts as failed.
  private static let mostAttempts = 5

  // MARK: - Coming in

  /// Takes a drop that is complete; one that is not is left where it is.
  mutating func take(_ arrival: Arrival) throws {
    if givenBack.contains(arrival.key) { return }
    let files = arrival.files.map(\.name).joined(separator: " + ")
    switch verdict(on: arrival) {
    case .failure(let error) where error.category == .inputNotReadable:
      // One file that may not be read keeps no other drop waiting.
      report.add(exitCode: error.category.rawValue)
      leave(files, "\(error)")
    case .failure(let error): throw error
    case .success(.waits(let reason)): leave(files, reason)
    case .success(.complete(let checked)):
      let run = try claim(arrival, checked)
      guard try gather(run) else { return try giveBack(run, "a part of it has gone") }
      try advance(run)
    }
  }

  private func verdict(on arrival: Arrival) -> Result<Readiness.Verdict, ByteStreamError> {
    let readiness = Readiness(layout: layout, choices: setup.choices, now: setup.now())
    return Result { () throws(ByteStreamError) in try readiness.verdict(on: arrival) }
  }

  private func claim(_ arrival: Arrival, _ checked: [Readiness.Checked]) throws -> Run {
    let identity = identity(of: checked.map { ($0.file.role.rawValue, $0.digest.sha256) })
    let earlier = setup.reprocesses ? nil : ledger.run(of: identity)
    var plan = Plan(arrival, checked, identity: identity, day: setup.now().day, duplicateOf: earlier)
    plan.isForced = setup.reprocesses
    let name = freeName(for: plan)
    let run = Run(name: name, folder: "\(layout.processing)/\(name)", plan: plan)
    try Folders.make(run.folder)
    try plan.write(to: run.folder)
    try Folders.sync(layout.processing)
    return run
  }

  /// Moves what is still in `incoming`; false when something of the drop is nowhere.
  private func gather(_ run: Run) throws -> Bool {
    let inputs = Dictionary(run.plan.files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    for name in run.plan.names {
      let (source, target) = ("\(layout.incoming)/\(name)", "\(run.folder)/\(name)")
      if let here = FileStatus(path: target) {
        // Giving it back was interrupted between two names of one file.
        if FileStatus(path: source)?.identity == here.identity { Folders.remove(source) }
        continue
      }
      guard FileStatus(path: source)?.kind == .file else {
        if inputs[name] == nil { continue }
        return false
      }
      if let digest = inputs[name], try StreamDigest(ofFile: source).sha256 != digest { return false }
      try Folders.move(source, to: target)
      Folders.makePrivate(target)
    }
    try Folders.sync(layout.incoming)
    try Folders.sync(run.folder)
    return true
  }

  // MARK: - Going on

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

  private mutating func advance(_ run: Run) throws {
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

  // MARK: - Going out

  private mutating func finish(_ run: Run) throws {
    let status: LedgerEntry.Status = run.plan.duplicateOf == nil ? .done : .duplicate
    if let earlier = run.plan.duplicateOf {
      report.duplicates += 1
      setup.log.notice("processed already", metadata: ["run": "\(run.name)", "as": "\(earlier)"])
    }
    try record(run, status, reason: nil)
    try leaveProcessing(run, for: layout.done)
  }

  private mutating func fail(_ run: Run, _ reason: String) throws {
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
  private mutating func giveBack(_ run: Run, _ reason: String) throws {
    if let name = try Returning(run: run, incoming: layout.incoming).takenName() {
      return try fail(run, "\(reason); meanwhile another \(name) has come")
    }
    givenBack.insert(run.plan.key)
    if !Plan.removeFolder(run.folder) {
      setup.log.warning("\(run.folder): something else lies here; move it away")
    }
    leave(run.plan.files.map(\.name).joined(separator: " + "), reason)
  }

  private mutating func leave(_ files: String, _ reason: String) {
    setup.log.warning("left in incoming: \(reason)", metadata: ["files": "\(files)"])
    report.waiting += 1
    report.add(exitCode: 75)
  }
}

extension DropDesk.Run {
  func input(results: String) -> DropInput {
    let paths = { (role: String) in plan.files.filter { $0.role == role }.map { "\(folder)/\($0.name)" } }
    return DropInput(marFiles: paths("mar"), chargeFiles: paths("charges"), folder: results)
  }
}
