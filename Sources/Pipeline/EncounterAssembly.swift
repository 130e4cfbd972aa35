import Coding
import Infusion
import OrderedCollections
import Reconciliation

/// Gathers rows and charge lines by encounter.
///
/// Shape: encounters in the order in which the MAR input first names them, then those that are only billed.
struct EncounterAssembly {
  /// What is known of one encounter so far.
  struct Visit {
    /// Its rows are there once it is finished.
    var encounter: Encounter
    /// In input order; empty once the encounter is finished.
    var entries: [MAREntry] = []
    /// What void rows take back.
    var voids: [EventTag.Version] = []
    /// Entries left out as the encounter was put together, by reason.
    var excluded: [SetAsideRow.Reason: Int] = [:]
    /// Rows that end what no entry begins (input IN-32).
    var rowsWithoutBegin = 0
    var charges: [ChargeLine] = []
    var rejected = RejectedInput()
    var setting: Setting?
    var placeOfService: String?
    var carried = CarriedValues()
  }

  private var visits: OrderedDictionary<String, Visit> = [:]
  private var uncertain: [(encounterID: String, change: (inout RejectedInput) -> Void)] = []
  private var voids: [String: [EventTag.Version]] = [:]
  private let configuration: Configuration

  init(configuration: Configuration) {
    self.configuration = configuration
  }

  mutating func add(_ row: IntakeRow) {
    update(row.encounterID) { visit in
      visit.entries.append(MAREntry(row: row.row, tag: row.tag))
      if let charge = row.charge { visit.charges.append(charge) }
      visit.setting = visit.setting ?? row.setting
      visit.placeOfService = visit.placeOfService ?? row.placeOfService
      visit.carried.add(row.carried)
      visit.encounter.patientID = visit.encounter.patientID ?? row.patientID
      if let department = row.department { visit.encounter.departments.insert(department) }
      visit.encounter.arrival = Self.earliest(visit.encounter.arrival, row.arrival)
      visit.encounter.departure = Self.latest(visit.encounter.departure, row.departure)
    }
  }

  mutating func add(_ charge: IntakeCharge) {
    update(charge.encounterID) { visit in
      visit.charges.append(charge.line)
      visit.carried.add(charge.carried)
      visit.setting = visit.setting ?? charge.setting
      visit.placeOfService = visit.placeOfService ?? charge.placeOfService
    }
  }

  /// A service that is not of drug administration: of its encounter only the day matters (coding-rules ALG-19), and
  /// visits where something was given (CHK-17).
  ///
  /// It makes no encounter, and charge lines may come in any order: only what the record names takes a visit.
  mutating func add(_ ignored: IgnoredCharge) {
    guard visits[ignored.encounterID] != nil else { return }
    update(ignored.encounterID) { visit in
      if let date = ignored.serviceDate { visit.encounter.datesWithOtherServices.insert(date) }
      if let line = ignored.visit, !visit.entries.isEmpty { visit.charges.append(line) }
    }
  }

  /// A void row takes back the entry whose id it carries (input IN-33); of itself it makes no encounter.
  mutating func add(_ excluded: SetAsideRow) {
    guard let voided = excluded.voided, voided.eventID != nil else { return }
    voids[excluded.encounterID, default: []].append(voided)
  }

  /// A row that is lost to its encounter (input IN-51).
  mutating func rejectRow(_ problem: RowProblem) {
    reject(problem) { $0.rows.append(problem.source) }
  }

  /// A charge line that is lost to its encounter.
  mutating func rejectLine(_ problem: RowProblem) {
    reject(problem) { $0.lines.append(problem.source) }
  }

  /// A record that is no row as a whole, such as a trailer, names an encounter only when another row does.
  private mutating func reject(_ problem: RowProblem, _ change: @escaping (inout RejectedInput) -> Void) {
    guard let encounterID = problem.encounterID else { return }
    if problem.field.isEmpty {
      uncertain.append((encounterID, change))
    } else {
      update(encounterID) { change(&$0.rejected) }
    }
  }

  /// The encounters, complete; who bills is settled (see `settle`).
  mutating func finished(portFlush: ProcedureCode?) -> [Visit] {
    for (encounterID, change) in uncertain where visits[encounterID] != nil {
      update(encounterID) { change(&$0.rejected) }
    }
    uncertain = []
    return visits.values.map { visit in
      var visit = visit
      visit.voids = voids[visit.encounter.id] ?? []
      visit.putEventsTogether()
      settle(&visit)
      let others = visit.charges.filter { $0.code != portFlush && $0.code.isService }
      visit.encounter.datesWithOtherServices.formUnion(others.compactMap(\.serviceDate))
      return visit
    }
  }

  /// Who bills: what the export says, else what the configuration says, else an office is a physician's and all else a
  /// hospital's.
  private func settle(_ visit: inout Visit) {
    let placeOfService = visit.placeOfService ?? configuration.placeOfService
    let setting = visit.setting ?? configuration.setting ?? (placeOfService == "11" ? .professional : .facility)
    visit.encounter.setting = setting
    visit.encounter.placeOfService = placeOfService ?? (setting == .professional ? "11" : "22")
  }

  private mutating func update(_ encounterID: String, _ change: (inout Visit) -> Void) {
    let fresh = Visit(encounter: Encounter(id: encounterID, setting: .facility))
    change(&visits[encounterID, default: fresh])
  }

  private static func earliest(_ left: ClockTime?, _ right: ClockTime?) -> ClockTime? {
    guard let left, let right else { return left ?? right }
    return min(left, right)
  }

  private static func latest(_ left: ClockTime?, _ right: ClockTime?) -> ClockTime? {
    guard let left, let right else { return left ?? right }
    return max(left, right)
  }
}

extension EncounterAssembly.Visit {
  /// Entries of the record that went into what the encounter supports.
  func rowsUsed(by derivation: Derivation) -> Int {
    encounter.rows.reduce(0) { $0 + $1.entryCount }
      - encounter.entryCounts(of: derivation.excluded.map(\.row)).reduce(0, +)
  }

  /// Makes the rows of the encounter of its entries; needs nothing beyond them.
  fileprivate mutating func putEventsTogether() {
    let log = EventLog(entries, voids: voids)
    encounter.rows = log.rows
    (excluded, rowsWithoutBegin) = (log.excluded, log.rowsWithoutBegin)
    entries = []
  }
}

extension ProcedureCode {
  /// Whether it names something done, and not a drug or supply: drugs have HCPCS codes that begin with A, J or Q.
  var isService: Bool { !["A", "J", "Q"].contains { description.hasPrefix($0) } }
}
