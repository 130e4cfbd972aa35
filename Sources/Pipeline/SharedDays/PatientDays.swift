import CSV
import Infusion

/// Which encounters may share a day with another one of their patient (coding-rules RD-11, CHK-22, CHK-23).
///
/// Memory: 16 bytes an encounter.
struct PatientDays {
  private struct Visit {
    /// Stands for the patient; 0 when none is known.
    var patient: UInt64 = 0
    var days = DaySpan()
  }

  /// By number of the encounter.
  private var visits: [Visit] = []

  /// Encounters whose rows name several patients: which of them counts is known only when rows are read, since some may
  /// be left out or rejected.
  private(set) var unsettled: Set<Int> = []

  /// Notes the patient and the days of a row; where its file names no patient, another one may.
  mutating func note(row record: IntakeRecord, of encounter: Int, by reader: DayReader) {
    while visits.count <= encounter { visits.append(Visit()) }
    let id = record.range(reader.patientID)
    if !id.isEmpty {
      let patient = EncounterRegister.key(record.bytes, id).short
      if visits[encounter].patient == 0 { visits[encounter].patient = patient }
      if visits[encounter].patient != patient { unsettled.insert(encounter) }
    }
    visits[encounter].days.add(reader.days(of: record))
  }

  /// Notes the day of a charge line of an encounter that the record names too.
  mutating func note(line record: IntakeRecord, of encounter: Int, by reader: DayReader) {
    guard encounter < visits.count else { return }
    visits[encounter].days.add(reader.days(of: record))
  }

  /// Says whose an encounter is, as its rows were read; nil when nobody knows.
  mutating func settle(_ encounter: Int, patientID: String?) {
    let id = Array((patientID ?? "").utf8)
    visits[encounter].patient = id.isEmpty ? 0 : EncounterRegister.key(id, id.indices).short
  }

  /// Memory, about.
  var byteCount: Int { visits.capacity * MemoryLayout<Visit>.stride }

  /// Encounters that may share a day with another one of their patient, in batches: all that hang together by shared
  /// days in one, be it over others between them.
  ///
  /// - Parameters:
  ///   - members: the encounters of the shard, if the run is of one: only what hangs together with them matters.
  ///   - size: a batch is full with so many.
  /// - Returns: by number of the encounter, the number of its batch.
  func batches(of members: Set<Int>? = nil, size: Int) -> [Int: Int] {
    var (batches, batch, count): ([Int: Int], Int, Int) = ([:], 0, 0)
    forEachChain { chain in
      guard members.map({ !$0.isDisjoint(with: chain) }) ?? true else { return }
      if count >= size { (batch, count) = (batch + 1, 0) }
      for encounter in chain { batches[encounter] = batch }
      count += chain.count
    }
    return batches
  }

  /// Hands on encounters of one patient that hang together by shared days, two of them or more at a time.
  private func forEachChain(_ body: ([Int]) -> Void) {
    let inOrder = visits.indices.lazy.map(Int32.init).filter { [visits] in
      visits[Int($0)].patient != 0 && visits[Int($0)].days.range != nil
    }.sorted { one, other in
      let (left, right) = (visits[Int(one)], visits[Int(other)])
      return (left.patient, left.days.first, one) < (right.patient, right.days.first, other)
    }
    var chain: [Int] = []
    // The patient of the chain, and its days.
    var whole = Visit()
    for encounter in inOrder.lazy.map(Int.init) {
      let visit = visits[encounter]
      if whole.patient != visit.patient || !whole.days.meets(visit.days) {
        if chain.count > 1 { body(chain) }
        chain.removeAll(keepingCapacity: true)
        whole = visit
      }
      chain.append(encounter)
      whole.days.add(visit.days)
    }
    if chain.count > 1 { body(chain) }
  }
}
