import CSV
import Infusion

/// Which encounters may share a day with another one of their patient (coding-rules RD-11, CHK-22, CHK-23).
///
/// Memory: 16 bytes an encounter. Days are taken generously: who is named here and shares
/// no day costs time and changes nothing.
struct PatientDays {
  private struct Span {
    /// Stands for the patient; 0 when none is known.
    var patient: UInt64 = 0
    /// Counted from 1970; none when `last` is before `first`.
    var first = Int32.max
    var last = Int32.min
  }

  /// By number of the encounter.
  private var spans: [Span] = []

  /// Notes the patient and the days of a row.
  mutating func note(row record: IntakeRecord, of encounter: Int, by reader: DayReader) {
    guard let column = reader.patientID else { return }
    make(encounter)
    let patient = record.range(column)
    if spans[encounter].patient == 0, !patient.isEmpty {
      spans[encounter].patient = EncounterRegister.key(record.bytes, patient).short
    }
    reader.forEachDay(of: record) { add($0, to: encounter) }
  }

  /// Notes the day of a charge line of an encounter that the record names too.
  mutating func note(line record: IntakeRecord, of encounter: Int, by reader: DayReader) {
    guard encounter < spans.count else { return }
    reader.forEachDay(of: record) { add($0, to: encounter) }
  }

  private mutating func make(_ encounter: Int) {
    while spans.count <= encounter { spans.append(Span()) }
  }

  private mutating func add(_ day: Int32, to encounter: Int) {
    spans[encounter].first = min(spans[encounter].first, day - 1)
    spans[encounter].last = max(spans[encounter].last, day + 1)
  }

  /// The numbers of encounters that may share a day with another one of their patient.
  ///
  /// - Parameter members: the encounters of the shard, if the run is of one: only their patients matter.
  func encountersToCompare(of members: Set<Int>? = nil) -> Set<Int> {
    let found = encountersThatMayShareDays
    guard let members else { return found }
    let patients = Set(found.lazy.filter(members.contains).map { spans[$0].patient })
    return found.filter { patients.contains(spans[$0].patient) }
  }

  private var encountersThatMayShareDays: Set<Int> {
    let known = spans.indices.filter { spans[$0].patient != 0 && spans[$0].first <= spans[$0].last }
    let inOrder = known.sorted { left, right in
      (spans[left].patient, spans[left].first, left) < (spans[right].patient, spans[right].first, right)
    }
    var found: Set<Int> = []
    var open: (encounter: Int, span: Span)?
    for encounter in inOrder {
      let span = spans[encounter]
      if let last = open, last.span.patient == span.patient, span.first <= last.span.last {
        found.formUnion([last.encounter, encounter])
        if span.last <= last.span.last { continue }
      }
      open = (encounter, span)
    }
    return found
  }
}
