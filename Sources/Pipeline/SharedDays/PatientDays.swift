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

  /// Notes the patient and the days of a row; where its file names no patient, another one may.
  mutating func note(row record: IntakeRecord, of encounter: Int, by reader: DayReader) {
    while visits.count <= encounter { visits.append(Visit()) }
    let patient = record.range(reader.patientID)
    if visits[encounter].patient == 0, !patient.isEmpty {
      visits[encounter].patient = EncounterRegister.key(record.bytes, patient).short
    }
    visits[encounter].days.add(reader.days(of: record))
  }

  /// Notes the day of a charge line of an encounter that the record names too.
  mutating func note(line record: IntakeRecord, of encounter: Int, by reader: DayReader) {
    guard encounter < visits.count else { return }
    visits[encounter].days.add(reader.days(of: record))
  }

  /// Memory, about.
  var byteCount: Int { visits.capacity * MemoryLayout<Visit>.stride }

  /// Encounters that may share a day with another one of their patient, in batches: all such of a patient in one.
  ///
  /// - Parameters:
  ///   - members: the encounters of the shard, if the run is of one: only their patients matter.
  ///   - size: a batch is full with so many.
  /// - Returns: by number of the encounter, the number of its batch.
  func batches(of members: Set<Int>? = nil, size: Int) -> [Int: Int] {
    var found = encountersThatMayShareDays
    if let members {
      let patients = Set(found.lazy.filter(members.contains).map { visits[$0].patient })
      found.removeAll { !patients.contains(visits[$0].patient) }
    }
    var (batches, batch, count): ([Int: Int], Int, Int) = ([:], 0, 0)
    var patient: UInt64 = 0
    for encounter in found {
      if count >= size, visits[encounter].patient != patient { (batch, count) = (batch + 1, 0) }
      batches[encounter] = batch
      (count, patient) = (count + 1, visits[encounter].patient)
    }
    return batches
  }

  /// By patient, in no order of these.
  private var encountersThatMayShareDays: [Int] {
    let inOrder = visits.indices.lazy.map(Int32.init).filter { [visits] in
      visits[Int($0)].patient != 0 && visits[Int($0)].days.range != nil
    }.sorted { one, other in
      let (left, right) = (visits[Int(one)], visits[Int(other)])
      return (left.patient, left.days.first, one) < (right.patient, right.days.first, other)
    }
    var found: [Int] = []
    // Of the patient's encounters so far, the one that lasts longest, and whether it was found.
    var longest: (encounter: Int, isFound: Bool)?
    for encounter in inOrder.lazy.map(Int.init) {
      let visit = visits[encounter]
      if let last = longest, visits[last.encounter].patient == visit.patient,
        visits[last.encounter].days.meets(visit.days)
      {
        if !last.isFound { found.append(last.encounter) }
        found.append(encounter)
        longest = (visits[last.encounter].days.last < visit.days.last ? encounter : last.encounter, true)
      } else {
        longest = (encounter, false)
      }
    }
    return found
  }
}
