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

  /// Notes the patient and the days of a row.
  mutating func note(row record: IntakeRecord, of encounter: Int, by reader: DayReader) {
    guard let column = reader.patientID else { return }
    while visits.count <= encounter { visits.append(Visit()) }
    let patient = record.range(column)
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

  /// The numbers of encounters that may share a day with another one of their patient.
  ///
  /// - Parameter members: the encounters of the shard, if the run is of one: only their patients matter.
  func encountersToCompare(of members: Set<Int>? = nil) -> Set<Int> {
    let found = encountersThatMayShareDays
    guard let members else { return found }
    let patients = Set(found.lazy.filter(members.contains).map { visits[$0].patient })
    return found.filter { patients.contains(visits[$0].patient) }
  }

  private var encountersThatMayShareDays: Set<Int> {
    let known = visits.indices.filter { visits[$0].patient != 0 && visits[$0].days.days != nil }
    let inOrder = known.sorted { one, other in
      let (left, right) = (visits[one], visits[other])
      return (left.patient, left.days.first, one) < (right.patient, right.days.first, other)
    }
    var found: Set<Int> = []
    // Of the patient's encounters so far, the one that lasts longest.
    var longest: Int?
    for encounter in inOrder {
      let visit = visits[encounter]
      if let longest, visits[longest].patient == visit.patient, visits[longest].days.meets(visit.days) {
        found.formUnion([longest, encounter])
        if visit.days.last <= visits[longest].days.last { continue }
      }
      longest = encounter
    }
    return found
  }
}
