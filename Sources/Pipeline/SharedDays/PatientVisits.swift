import CSV
import DequeModule
import Infusion

/// Which encounters may share a day with others of their patient, found out while rows still come (coding-rules RD-11,
/// CHK-22, CHK-23).
///
/// Memory: of an encounter that is done, 8 bytes for each of its days, or a span for many; of those that are not, a few
/// dozen.
struct PatientVisits {
  private struct Visit {
    /// Stands for the patient; 0 when none is known.
    var patient: UInt64 = 0
    var days = DaySpan()
    /// The encounter of the same patient whose patient was known before; -1 when there is none that is not done.
    var previous: Int32 = -1
  }

  /// The encounter of a patient that is known last, and how many are not done.
  private struct Newest {
    var encounter: Int32
    var count = 1
  }

  /// Nobody comes more often within a window; an export that has one patient for all has another meaning of the word.
  static let mostVisits = 2_000
  /// Who stays longer is kept as a span of days.
  private static let mostSingleDays = 8

  /// Encounters that are not done, from `firstOpen` on, and their patients.
  private var visits: Deque<Visit> = []
  private var firstOpen = 0
  private var newest: [UInt64: Newest] = [:]
  /// Of encounters that are not done, those that are and share days with them.
  private var doneNeighbours: [Int: [Int]] = [:]
  /// A patient and a day of an encounter that is done; of long ones the spans.
  private var doneDays = SeenKeys()
  private var doneSpans: [UInt64: [DaySpan]] = [:]
  /// Whether a patient has more encounters than one can have.
  private(set) var hasTooMany = false
  /// Whether rows of an encounter name several patients: which of them counts is known only when it is read.
  private(set) var someHaveTwoPatients = false

  /// Notes the patient and the days of a row; where its file names no patient, another one may.
  ///
  /// - Returns: false when by this row the encounter shares a day with one that is done, or its patient `hasTooMany`.
  mutating func note(_ record: IntakeRecord, of encounter: Int, by reader: DayReader) -> Bool {
    let place = place(of: encounter)
    let before = visits[place]
    let id = record.range(reader.patientID)
    if !id.isEmpty {
      let patient = EncounterRegister.key(record.bytes, id).short
      if before.patient == 0 { guard settle(patient, of: encounter) else { return false } }
      if visits[place].patient != patient { someHaveTwoPatients = true }
    }
    visits[place].days.add(reader.days(of: record))
    return isAlone(visits[place], since: before.patient == 0 ? DaySpan() : before.days)
  }

  /// Notes days of charge lines of an encounter that the record names too.
  ///
  /// - Returns: as of a row.
  mutating func note(_ days: DaySpan, of encounter: Int) -> Bool {
    let place = place(of: encounter)
    let before = visits[place].days
    visits[place].days.add(days)
    return isAlone(visits[place], since: before)
  }

  /// Where an encounter stands that is not done.
  private mutating func place(of encounter: Int) -> Int {
    while firstOpen + visits.count <= encounter { visits.append(Visit()) }
    return encounter - firstOpen
  }

  /// False where the patient has more encounters than one can have.
  private mutating func settle(_ patient: UInt64, of encounter: Int) -> Bool {
    visits[encounter - firstOpen].patient = patient
    guard let other = newest[patient] else {
      newest[patient] = Newest(encounter: Int32(encounter))
      return true
    }
    visits[encounter - firstOpen].previous = other.encounter
    newest[patient] = Newest(encounter: Int32(encounter), count: other.count + 1)
    hasTooMany = other.count >= Self.mostVisits
    return !hasTooMany
  }

  /// The encounters of the same patient that may share a day with this one, in no order.
  func others(of encounter: Int) -> [Int] {
    guard let visit = open(encounter), visit.patient != 0 else { return [] }
    var found = doneNeighbours[encounter] ?? []
    var other = Int(newest[visit.patient]?.encounter ?? -1)
    while let next = open(other) {
      if other != encounter, next.days.meets(visit.days) { found.append(other) }
      other = Int(next.previous)
    }
    return found
  }

  /// Whether two encounters that are not done are of the same known patient.
  func areOfOnePatient(_ left: Int, _ right: Int) -> Bool {
    guard let left = open(left), let right = open(right) else { return false }
    return left.patient != 0 && left.patient == right.patient
  }

  /// Encounters with lower numbers are done.
  mutating func close(before end: Int) {
    for encounter in firstOpen..<end {
      for other in others(of: encounter) where other >= end { doneNeighbours[other, default: []].append(encounter) }
    }
    while firstOpen < end {
      doneNeighbours[firstOpen] = nil
      if let patient = visits.first?.patient, patient != 0 { forget(firstOpen, of: patient) }
      if let visit = visits.popFirst(), visit.patient != 0 { keepDays(of: visit) }
      firstOpen += 1
    }
  }

  /// Takes an encounter out of those of its patient that are not done.
  private mutating func forget(_ encounter: Int, of patient: UInt64) {
    let previous = visits[encounter - firstOpen].previous
    guard var next = newest[patient].map({ Int($0.encounter) }) else { return }
    if next == encounter {
      newest[patient] = previous < 0 ? nil : newest[patient].map { Newest(encounter: previous, count: $0.count - 1) }
      return
    }
    while let visit = open(next), visit.previous != encounter { next = Int(visit.previous) }
    visits[next - firstOpen].previous = previous
    newest[patient]?.count -= 1
  }

  private mutating func keepDays(of visit: Visit) {
    guard let days = visit.days.range else { return }
    guard days.count <= Self.mostSingleDays else { return doneSpans[visit.patient, default: []].append(visit.days) }
    for day in days { doneDays.insert(Self.key(visit.patient, day)) }
  }

  /// Whether no encounter that is done shares a day that was not one of this encounter's before, or any day of a long
  /// one.
  private func isAlone(_ visit: Visit, since before: DaySpan) -> Bool {
    guard visit.patient != 0, visit.days != before, let days = visit.days.range else { return true }
    if let spans = doneSpans[visit.patient], spans.contains(where: visit.days.meets) { return false }
    return !days.contains { day in
      before.range?.contains(day) != true && doneDays.contains(Self.key(visit.patient, day))
    }
  }

  private static func key(_ patient: UInt64, _ day: Int32) -> UInt64 {
    let mixed = (patient ^ UInt64(UInt32(bitPattern: day)) << 20).multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
    return mixed.high ^ mixed.low
  }

  private func open(_ encounter: Int) -> Visit? {
    let place = encounter - firstOpen
    return visits.indices.contains(place) ? visits[place] : nil
  }
}
