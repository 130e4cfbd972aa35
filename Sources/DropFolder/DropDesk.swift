import ByteStreams
import Pipeline

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
  var givenBack: Set<String> = []

  init(layout: DropLayout, setup: DropSetup, ledger: Ledger) {
    (self.layout, self.setup, self.ledger) = (layout, setup, ledger)
  }

  /// A drop in `processing`.
  struct Run {
    let name: String
    let folder: String
    var plan: Plan
  }

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
  func gather(_ run: Run) throws -> Bool {
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
}

extension DropDesk.Run {
  func input(results: String) -> DropInput {
    let paths = { (role: String) in plan.files.filter { $0.role == role }.map { "\(folder)/\($0.name)" } }
    return DropInput(marFiles: paths("mar"), chargeFiles: paths("charges"), folder: results)
  }
}
