import Infusion

/// Which encounters may share a day with another one of their patient (coding-rules RD-11).
///
/// Memory: 24 bytes an encounter of a file that names patients. Days are taken generously: who is named here and shares
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

  /// Notes the patient and the days of a record.
  mutating func note(_ record: IntakeRecord, of encounter: Int, as intake: MARIntake) {
    let patient = record.range(intake.columns.patientID)
    guard !patient.isEmpty else { return }
    while spans.count <= encounter { spans.append(Span()) }
    if spans[encounter].patient == 0 {
      // Data frames write a patient's number with ".0" or without.
      spans[encounter].patient = EncounterRegister.key(record.bytes, patient).short
    }
    for day in intake.days(of: record) {
      spans[encounter].first = min(spans[encounter].first, day - 1)
      spans[encounter].last = max(spans[encounter].last, day + 1)
    }
  }

  /// The numbers of encounters that may share a day with another one of their patient.
  func encountersToCompare() -> Set<Int> {
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

extension MARIntake {
  /// Days that the record names, counted from 1970; what cannot be read names none.
  func days(of record: IntakeRecord) -> [Int32] {
    let columns = [
      columns.start, columns.stop, columns.startDate, columns.stopDate, columns.serviceDate, columns.dueTime,
      columns.encounterStart, columns.encounterEnd,
    ]
    return columns.compactMap { column in
      (try? times.read(column, of: record, field: ""))?.date?.daysSince1970
    }
  }
}
