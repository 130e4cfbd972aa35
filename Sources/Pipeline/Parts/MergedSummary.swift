import Infusion

/// The summary of a whole run, from those of its parts.
package enum MergedSummary {
  /// One part: the name of its file, for messages, and what it says.
  package typealias Part = (file: String, summary: RunSummary)

  /// Adds up the parts, in any order, and checks that they are the parts of one run.
  ///
  /// - Parameters:
  ///   - inputs: the exports of the whole run, where the parts have not read them themselves (`Kind.rows`).
  /// - Throws: when they differ in what a run has one of, when one is missing or there twice, when rows are lost between
  ///   them, and when more rows were rejected than a run may (input IN-52).
  package static func of(_ parts: [Part], inputs: [RunSummary.InputFile]? = nil) throws(MergeError) -> RunSummary {
    let parts = try inOrder(parts)
    let first = parts[0].summary
    var whole = RunSummary()
    (whole.version, whole.options, whole.facts) = (first.version, first.options, first.facts)
    // What has expired is in each of them, and once in the whole.
    whole.suppressed = first.suppressed.map { suppressed in
      var none = RunSummary.Suppressed()
      none.expired = suppressed.expired
      return none
    }
    whole.inputs = try Self.inputs(of: parts, given: inputs)
    for part in parts {
      whole.add(part.summary)
      whole.outputs += part.summary.outputs
      whole.timing.add(part.summary.timing)
    }
    try checkBalance(whole)
    try checkRejects(whole)
    whole.warn()
    return whole
  }

  /// By number, every one once, and all of one run.
  private static func inOrder(_ parts: [Part]) throws(MergeError) -> [Part] {
    var places: [(part: Part, place: RunSummary.Part)] = []
    for part in parts {
      guard let place = part.summary.part else { throw .noPart(file: part.file) }
      places.append((part, place))
    }
    places.sort { $0.place.place.number < $1.place.place.number }
    guard let first = places.first else { throw .nothing }
    for (part, _) in places.dropFirst() {
      guard let what = difference(first.part.summary, part.summary) else { continue }
      throw .differ(file: first.part.file, other: part.file, what: what)
    }
    for (expected, found) in zip(1..., places) {
      if found.place.place.number < expected {
        throw .twice(place: found.place.place, file: places[expected - 2].part.file, other: found.part.file)
      }
      if found.place.place.number > expected { throw .missing(number: expected, count: first.place.place.count) }
    }
    guard places.count == first.place.place.count else {
      throw .missing(number: places.count + 1, count: first.place.place.count)
    }
    return places.map(\.part)
  }

  /// What the summaries differ in and may not; nil when they are of one run.
  private static func difference(_ one: RunSummary, _ other: RunSummary) -> String? {
    guard let part = one.part, let otherPart = other.part else { return "part" }
    if one.version != other.version { return "version" }
    if part.place.count != otherPart.place.count { return "part.count" }
    if part.kind != otherPart.kind { return "part.kind" }
    if part.tablesDigest != otherPart.tablesDigest { return "part.tables_sha256" }
    if one.options != other.options { return "options" }
    if part.outputForm != otherPart.outputForm { return "part.output_form" }
    if one.facts.billsDrugs != other.facts.billsDrugs { return "part.bills_drugs" }
    if one.facts != other.facts { return "part" }
    if one.inputs.map(\.path) != other.inputs.map(\.path) { return "inputs.path" }
    if part.kind == .shard, one.inputs.map(\.sha256) != other.inputs.map(\.sha256) { return "inputs.sha256" }
    return nil
  }

  private static func inputs(
    of parts: [Part], given: [RunSummary.InputFile]?
  ) throws(MergeError) -> [RunSummary.InputFile] {
    let first = parts[0].summary
    if first.part?.kind == .shard { return first.inputs }
    try checkDifferentFiles(parts)
    let sums = first.inputs.indices.map { place in sum(parts.map { $0.summary.inputs[place] }) }
    guard let given else { return sums }
    guard given.map(\.role) == sums.map(\.role) else { throw .otherInputs }
    for (given, sum) in zip(given, sums) where given.rows != sum.rows {
      throw .rowsOfInput(path: given.path, rows: given.rows, found: sum.rows)
    }
    return given
  }

  /// Parts that were given the same file would count its rows, and its findings, as often.
  private static func checkDifferentFiles(_ parts: [Part]) throws(MergeError) {
    var files: [String: String] = [:]
    for part in parts {
      let inputs = part.summary.inputs.filter { $0.rows > 0 && !$0.sha256.isEmpty }
      for input in inputs {
        guard let other = files[input.sha256] else { continue }
        throw .sameInput(path: input.path, file: other, other: part.file)
      }
      for input in inputs { files[input.sha256] = part.file }
    }
  }

  /// One export, of which each part has read a file of its own: no digest and no line is that of the whole.
  private static func sum(_ files: [RunSummary.InputFile]) -> RunSummary.InputFile {
    let (first, rows) = (files[0], files.reduce(0) { $0 + $1.rows })
    let isOneFile = files.allSatisfy { $0.sha256 == first.sha256 }
    return RunSummary.InputFile(
      role: first.role, path: first.path, bytes: isOneFile ? first.bytes : files.reduce(0) { $0 + $1.bytes },
      sha256: isOneFile ? first.sha256 : "", rows: rows, fallbackLine: isOneFile ? first.fallbackLine : nil)
  }

  /// Rows of the files = rows of the parts = rows used + excluded + rejected.
  private static func checkBalance(_ whole: RunSummary) throws(MergeError) {
    for (role, balance) in [(RunSummary.InputFile.Role.mar, whole.rows), (.charges, whole.chargeLines)] {
      let rows = whole.inputs.reduce(0) { $0 + ($1.role == role ? $1.rows : 0) }
      guard rows == balance.read, balance.isBalanced else {
        throw .unbalanced(
          rows: rows, read: balance.read, used: balance.used, excluded: balance.excludedTotal,
          rejected: balance.rejectedTotal)
      }
    }
  }

  private static func checkRejects(_ whole: RunSummary) throws(MergeError) {
    let limit = whole.options["max_rejects"].flatMap { RejectLimit($0) } ?? .standard
    for balance in [whole.rows, whole.chargeLines]
    where !limit.allows(rejected: balance.rejectedTotal, ofRows: balance.read) {
      throw .tooManyRejects(rejected: balance.rejectedTotal, rows: balance.read, limit: limit.description)
    }
  }
}

extension RunSummary.Timing {
  /// Parts that ran side by side: from the first start to the last end; time and memory of the part that took most.
  fileprivate mutating func add(_ part: RunSummary.Timing) {
    started = started.isEmpty ? part.started : min(started, part.started)
    ended = max(ended, part.ended)
    elapsedMilliseconds = max(elapsedMilliseconds, part.elapsedMilliseconds)
    peakMemoryBytes = max(peakMemoryBytes, part.peakMemoryBytes)
  }
}
