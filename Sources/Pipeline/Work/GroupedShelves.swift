import ByteStreams
import CSV
import DequeModule
import Infusion

/// Records on their way to encounters that are coded as they come: shelves that are being filled, and no others.
///
/// A shelf is handed on when rows and charge lines have moved on so far that nothing more is expected for it. What is
/// known of encounters that are done tells that something comes nevertheless (`Straggler`). What comes a little late
/// still finds its encounter, unless the caller has promised that nothing does.
///
/// Memory: records up to about a window, whatever the size of the input, and those of visits that share days with
/// others still to come; of each encounter that is done what stands for its id (`SeenKeys`) and for its days
/// (`PatientVisits`).
struct GroupedShelves {
  private let shard: Shard?
  private let encountersOnShelf: Int
  private let isPromised: Bool
  /// Whether no further row will come.
  var hasAllRows = false
  /// Encounters that rows have named.
  private(set) var count = 0
  /// Of these so many, from the first, are handed on.
  private(set) var done = 0
  /// Shelves from that of encounter `done` on.
  private var filling: [FillingShelf] = []
  /// Numbers of the encounters on them.
  private var numbers: [RowFingerprint: Int] = [:]
  private var ids: Deque<RowFingerprint> = []
  /// Stand for the ids of encounters that are done.
  private var closed = SeenKeys()
  private var visits = PatientVisits()
  /// Of shelves that are handed on the encounters that share days with later ones, and the last of these.
  private var kept: [Int: (shelf: RecordShelves.Shelf, until: Int)] = [:]
  /// Encounters that are not done and from which one that is done has heard: nothing may come for them any more.
  private var heard: Set<Int> = []
  private var waiting = WaitingLines()
  private var last: (key: RowFingerprint, number: Int)?
  /// The first encounter of the rows that stand together.
  private var group = 0
  /// Whose the last charge line was, and the last encounter of one that rows had named; -1 before there is one.
  private var lastLine: RowFingerprint?
  private var lastBilled = -1
  /// Of encounters that the bill alone names.
  private var unnamed: UnnamedShelves
  private var odd = OddRecords()
  private let oddLimit: Int

  init(_ job: Job) {
    shard = job.shard
    encountersOnShelf = job.encountersOnShelf
    isPromised = job.inputOrder == .grouped
    oddLimit = job.windowBytes
    unnamed = UnnamedShelves(job)
  }

  /// Bytes of records on shelves that are being filled.
  private(set) var heldBytes = 0
  /// Bytes of charge lines that wait for rows.
  var waitingBytes: Int { waiting.byteCount }
  /// The last of the encounters that rows and charge lines have named; -1 before there is one.
  private(set) var furthestBilled = -1
  /// Behind the encounters of the first shelf.
  var endOfFirst: Int { min(done + encountersOnShelf, count) }
  /// Whether rows have moved on beyond the encounters of the first shelf.
  var hasLeftFirst: Bool { count > done && group >= done + encountersOnShelf }

  /// Puts a row on its encounter's shelf.
  mutating func putRow(_ row: IntakeRecord, _ form: ExportForm) throws(Straggler) {
    let shape = form.shape
    let id = row.range(shape.encounterID)
    guard !id.isEmpty, row.count == shape.count else { return try putOdd(row, shape) }
    let number = try number(of: EncounterRegister.key(row.bytes, id), row, id)
    if heard.contains(number) { throw .patient(row.source) }
    fill(number) { row.put(into: &$0.rows, encounter: number) }
    guard visits.note(row, of: number, by: form.days) else {
      throw visits.hasTooMany ? .visits(row.source) : .patient(row.source)
    }
    if visits.someHaveTwoPatients, !isPromised { throw .patient(row.source) }
    // A group goes on as long as its patient does.
    if number > group, !visits.areOfOnePatient(number, group) { group = number }
  }

  /// Puts a charge line on its encounter's shelf, or lets it wait for a row that names its encounter.
  mutating func putLine(_ line: IntakeRecord, _ form: ExportForm) throws {
    let shape = form.shape
    let id = line.range(shape.encounterID)
    guard !id.isEmpty, line.count == shape.count else { return try putOdd(line, shape) }
    let key = EncounterRegister.key(line.bytes, id)
    defer { lastLine = key }
    let days = form.days.days(of: line)
    guard let number = numbers[key] else { return try putUnnamed(line, id, of: key, days) }
    if lastLine != key {
      if isPromised, number <= lastBilled, !visits.areOfOnePatient(number, lastBilled) {
        throw Straggler.line(line.source)
      }
      waiting.pass()
      lastBilled = number
      furthestBilled = max(furthestBilled, number)
    }
    if heard.contains(number) { throw Straggler.line(line.source) }
    fill(number) { line.put(into: &$0.lines, encounter: number) }
    guard visits.note(days, of: number) else { throw Straggler.patient(line.source) }
  }

  /// A line of an encounter that no row has named.
  private mutating func putUnnamed(
    _ line: IntakeRecord, _ id: Range<Int>, of key: RowFingerprint, _ days: DaySpan
  ) throws {
    if closed.contains(key.short) { throw Straggler.line(line.source) }
    if unnamed.contains(key) {
      if isPromised, lastLine != key { throw Straggler.line(line.source) }
      return try unnamed.put(line, of: key)
    }
    let isMember = shard?.holds(line.bytes[EncounterRegister.id(line.bytes, id)]) ?? true
    waiting.put(line, of: key, on: days, isMember: isMember, knownEncounters: count)
    if hasAllRows { try putUnnamedAside() }
  }

  /// A record with too few or too many cells, or without an id: its encounter has to hear of it, if there is one.
  private mutating func putOdd(_ record: IntakeRecord, _ shape: RecordShape) throws(Straggler) {
    let id = record.range(shape.encounterID)
    if id.isEmpty {
      odd.put(record)
    } else {
      let key = EncounterRegister.key(record.bytes, id)
      if let number = numbers[key] { return fill(number) { record.put(into: &$0.odd, encounter: number) } }
      if closed.contains(key.short) { throw .encounter(record.source) }
      odd.put(record, of: key)
    }
    // So many wait better on the shelves, which go to a file when memory is short.
    if odd.byteCount > oddLimit, !isPromised { throw .encounter(record.source) }
  }

  private mutating func number(of key: RowFingerprint, _ row: IntakeRecord, _ id: Range<Int>) throws(Straggler) -> Int {
    if let last, last.key == key { return last.number }
    if let number = numbers[key] {
      if isPromised, number < group { throw .encounter(row.source) }
      last = (key, number)
      return number
    }
    if closed.contains(key.short) { throw .encounter(row.source) }
    if unnamed.contains(key) { throw .line(row.source) }
    try open(key, row, isMember: shard?.holds(row.bytes[EncounterRegister.id(row.bytes, id)]) ?? true)
    last = (key, count - 1)
    return count - 1
  }

  /// Gives an encounter a number and a place on a shelf, with what waits for it.
  private mutating func open(_ key: RowFingerprint, _ row: IntakeRecord, isMember: Bool) throws(Straggler) {
    let number = count
    count += 1
    numbers[key] = number
    ids.append(key)
    if place(of: number) == filling.count {
      // Lines come later than rows: the first shelf has most of its own.
      filling.append(FillingShelf(rows: filling.last?.rows.count ?? 0, lines: filling.first?.lines.count ?? 0))
    }
    if isMember, shard != nil { filling[place(of: number)].members.insert(number) }
    if let records = odd.take(key) {
      fill(number) { $0.odd.append(unnumbered: records, encounter: number) }
    }
    guard let lines = waiting.take(key) else { return }
    fill(number) { $0.lines.append(unnumbered: lines.bytes, encounter: number) }
    furthestBilled = max(furthestBilled, number)
    guard visits.note(lines.days, of: number) else { throw .patient(row.source) }
  }

  /// Adds to the shelf of an encounter.
  private mutating func fill(_ number: Int, _ add: (inout FillingShelf) -> Void) {
    let place = place(of: number)
    heldBytes -= filling[place].byteCount
    add(&filling[place])
    heldBytes += filling[place].byteCount
  }

  private func place(of number: Int) -> Int { (number - done) / encountersOnShelf }

  /// The last encounter to which those of the first shelf refer; the last of the shelf itself if there is none beyond.
  var lastSharing: Int {
    var last = endOfFirst - 1
    for encounter in done..<endOfFirst { last = visits.others(of: encounter).reduce(last, max) }
    return last
  }

  /// Takes the first shelf, to which nothing will be added.
  mutating func takeFirst() throws -> CompleteShelf {
    let end = endOfFirst
    var complete = CompleteShelf(shelf: filling[0].shelf, members: shard == nil ? nil : filling[0].members)
    var (until, asked) = (0, Set<Int>())
    for encounter in done..<end {
      let others = visits.others(of: encounter)
      if let latest = others.max(), latest >= end {
        until = max(until, latest)
        asked.insert(encounter)
      }
      guard !others.isEmpty, complete.members?.contains(encounter) ?? true else { continue }
      complete.sharingDays.formUnion(others + [encounter])
    }
    let shelves = Set(complete.sharingDays.map { $0 / encountersOnShelf }).sorted()
    complete.shelvesOfSharing = shelves.map(shelf)
    heard = heard.union(complete.sharingDays).filter { $0 >= end }
    if !asked.isEmpty { kept[done / encountersOnShelf] = (filling[0].shelf(of: asked), until) }
    close(until: end)
    try putUnnamedAside()
    return complete
  }

  /// A shelf by its number: one that is kept, or one that is being filled.
  private func shelf(_ number: Int) -> RecordShelves.Shelf {
    if let kept = kept[number] { return kept.shelf }
    return filling[number - done / encountersOnShelf].shelf
  }

  private mutating func close(until end: Int) {
    for _ in done..<end {
      guard let key = ids.popFirst() else { break }
      numbers[key] = nil
      closed.insert(key.short)
    }
    heldBytes -= filling.removeFirst().byteCount
    done = end
    visits.close(before: end)
    kept = kept.filter { $0.value.until >= end }
    if let last, last.number < end { self.last = nil }
  }

  /// Charge lines of which no row will come go to shelves of their own, behind all others.
  private mutating func putUnnamedAside() throws(ByteStreamError) {
    if hasAllRows { waiting.pass() }
    while let next = waiting.takeUnnamed(done: hasAllRows ? .max : done) {
      try unnamed.open(next.key, with: next.bytes, isMember: next.isMember)
    }
  }

  /// When everything has been read and handed on: the shelves of encounters that the bill alone names, and behind
  /// them what is nobody's.
  mutating func takeUnnamed() throws -> [CompleteShelf] {
    try putUnnamedAside()
    return try unnamed.finished(odd, withNobodys: shard?.holdsStrays ?? true).map { CompleteShelf(shelf: $0) }
  }
}
