import CSV
import Infusion

/// Which encounters may share a day with others of their patient, found out while rows still come (coding-rules RD-11,
/// CHK-22, CHK-23).
///
/// Days are taken as generously as in `PatientDays`. Memory: 12 bytes an encounter, and about 24 bytes a patient.
struct PatientVisits {
  /// From the first day to the last, counted from 1970; none when the last is before the first.
  struct Days: Equatable {
    private var first = Int32.max
    private var last = Int32.min

    init() {}

    /// Those that a record names.
    init(of record: IntakeRecord, by reader: DayReader) {
      reader.forEachDay(of: record) { add($0) }
    }

    mutating func add(_ day: Int32) {
      first = min(first, day - 1)
      last = max(last, day + 1)
    }

    mutating func add(_ other: Days) { (first, last) = (min(first, other.first), max(last, other.last)) }

    func meet(_ other: Days) -> Bool {
      max(first, other.first) <= min(last, other.last) && first <= last && other.first <= other.last
    }
  }

  private struct Visit {
    var days = Days()
    /// The encounter of the same patient that was known before; -1 when there is none.
    var previous: Int32 = -1
  }

  /// Nobody comes more often; an export that has one patient for all has another meaning of the word.
  private static let mostVisits = 2_000

  /// By number of the encounter.
  private var visits: [Visit] = []
  /// The encounter that came last, by patient.
  private var newest: [UInt64: Int32] = [:]
  /// Patients of the encounters from `firstOpen` on, 0 where none is known.
  private var patients: [UInt64] = []
  private var firstOpen = 0
  /// Whether rows of an encounter name several patients: which of them counts is known only when it is read.
  private(set) var someHaveTwoPatients = false

  /// Notes the patient and the days of a row.
  ///
  /// - Returns: false when by this row the encounter shares a day with one that is done.
  mutating func note(_ record: IntakeRecord, of encounter: Int, by reader: DayReader) -> Bool {
    guard let column = reader.patientID else { return true }
    make(encounter)
    let before = (patient: patient(of: encounter), days: visits[encounter].days)
    let id = record.range(column)
    if !id.isEmpty {
      let patient = EncounterRegister.key(record.bytes, id).short
      if before.patient == 0 { settle(patient, of: encounter) }
      if self.patient(of: encounter) != patient { someHaveTwoPatients = true }
    }
    visits[encounter].days.add(Days(of: record, by: reader))
    return before.patient == 0 ? isAlone(encounter) : isAlone(encounter, since: before.days)
  }

  /// Notes days of charge lines of an encounter that the record names too.
  ///
  /// - Returns: as of a row.
  mutating func note(_ days: Days, of encounter: Int) -> Bool {
    make(encounter)
    let before = visits[encounter].days
    visits[encounter].days.add(days)
    return isAlone(encounter, since: before)
  }

  private mutating func settle(_ patient: UInt64, of encounter: Int) {
    patients[encounter - firstOpen] = patient
    visits[encounter].previous = newest[patient] ?? -1
    newest[patient] = Int32(encounter)
  }

  /// The encounters of the same patient that may share a day with this one, in no order.
  func others(of encounter: Int) -> [Int] {
    let patient = patient(of: encounter)
    guard patient != 0 else { return [] }
    var found: [Int] = []
    forEachVisit(of: patient) { other in
      if other != encounter, visits[other].days.meet(visits[encounter].days) { found.append(other) }
    }
    return found
  }

  /// Whether two encounters that are not done are of the same known patient.
  func areOfOnePatient(_ left: Int, _ right: Int) -> Bool {
    let patient = patient(of: left)
    return patient != 0 && patient == self.patient(of: right)
  }

  /// Encounters with lower numbers are done.
  mutating func close(before encounter: Int) {
    patients.removeFirst(min(encounter - firstOpen, patients.count))
    firstOpen = encounter
  }

  /// Whether no encounter that is done shares a day with this one, apart from those that did before.
  private func isAlone(_ encounter: Int, since before: Days? = nil) -> Bool {
    let (patient, days) = (patient(of: encounter), visits[encounter].days)
    guard patient != 0, days != before else { return true }
    var isAlone = true
    let areAll = forEachVisit(of: patient) { other in
      guard other < firstOpen, visits[other].days.meet(days) else { return }
      if before?.meet(visits[other].days) != true { isAlone = false }
    }
    return isAlone && areAll
  }

  /// Hands on the latest encounters of a patient; false where there are more.
  @discardableResult
  private func forEachVisit(of patient: UInt64, _ body: (Int) -> Void) -> Bool {
    var place = newest[patient] ?? -1
    var count = 0
    while place >= 0, count < Self.mostVisits {
      body(Int(place))
      place = visits[Int(place)].previous
      count += 1
    }
    return place < 0
  }

  private func patient(of encounter: Int) -> UInt64 {
    let place = encounter - firstOpen
    return patients.indices.contains(place) ? patients[place] : 0
  }

  private mutating func make(_ encounter: Int) {
    while visits.count <= encounter { visits.append(Visit()) }
    while firstOpen + patients.count <= encounter { patients.append(0) }
  }
}
