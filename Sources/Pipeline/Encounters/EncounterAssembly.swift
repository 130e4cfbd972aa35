import Coding
import Infusion
import Reconciliation

/// Gathers rows and charge lines by encounter.
///
/// Every row is given with the number of its encounter in the run.
struct EncounterAssembly {
  /// What is known of one encounter so far.
  struct Visit {
    /// Its place in the order of the run (output section 1).
    let number: Int
    /// Until it is finished, its rows are entries of the record, in input order.
    var encounter: Encounter
    /// What each entry says beside the others; empty once the encounter is finished.
    var tags: [EventTag] = []
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

  private var visits: [Visit] = []
  /// The place of each encounter's visit, by its number.
  private var places: [Int: Int] = [:]
  /// The place asked for last: rows of one encounter most often follow each other.
  private var lastPlace = 0
  private var uncertain: [(number: Int, change: (inout RejectedInput) -> Void)] = []
  private var voids: [Int: [EventTag.Version]] = [:]
  private let configuration: Configuration

  init(configuration: Configuration) {
    self.configuration = configuration
  }

  /// - Parameters:
  ///   - charge: the billed code that the row carries.
  ///   - carried: its values for the outputs (`CarriedColumns`).
  mutating func add(_ row: IntakeRow, _ charge: ChargeLine?, _ carried: [String], of number: Int) {
    moveToVisit(number, row.encounterID)
    visits[lastPlace].add(row, charge, carried)
  }

  mutating func add(_ charge: IntakeCharge, of number: Int) {
    moveToVisit(number, charge.encounterID)
    visits[lastPlace].add(charge)
  }

  /// A service that is not of drug administration: of its encounter only the day matters (coding-rules ALG-19), and
  /// visits where something was given (CHK-17).
  ///
  /// It makes no encounter, and charge lines may come in any order: only what the record names takes a visit.
  mutating func add(_ ignored: IgnoredCharge, of number: Int) {
    guard place(of: number) != nil else { return }
    moveToVisit(number, ignored.encounterID)
    visits[lastPlace].add(ignored)
  }

  /// A void row takes back the entry whose id it carries (input IN-33); of itself it makes no encounter.
  mutating func add(_ excluded: SetAsideRow, of number: Int) {
    guard let voided = excluded.voided, voided.eventID != nil else { return }
    voids[number, default: []].append(voided)
  }

  /// A row that is lost to its encounter (input IN-51).
  mutating func rejectRow(_ problem: RowProblem, of number: Int) {
    reject(problem, number) { $0.rows.append(problem.source) }
  }

  /// A charge line that is lost to its encounter.
  mutating func rejectLine(_ problem: RowProblem, of number: Int) {
    reject(problem, number) { $0.lines.append(problem.source) }
  }

  /// A record that is no row as a whole, such as a trailer, names an encounter only when another row does.
  private mutating func reject(_ problem: RowProblem, _ number: Int, _ change: @escaping (inout RejectedInput) -> Void)
  {
    guard let encounterID = problem.encounterID else { return }
    if problem.field.isEmpty {
      uncertain.append((number, change))
    } else {
      moveToVisit(number, NumberText.id(encounterID))
      change(&visits[lastPlace].rejected)
    }
  }

  /// The encounters, complete, in order; who bills is settled (see `settle`).
  mutating func finished(portFlush: ProcedureCode?) -> [Visit] {
    for (number, change) in uncertain {
      if let place = place(of: number) { change(&visits[place].rejected) }
    }
    uncertain = []
    visits.sort { $0.number < $1.number }
    places = [:]
    for place in visits.indices {
      visits[place].voids = voids[visits[place].number] ?? []
      Self.finish(&visits[place], configuration, portFlush)
    }
    return visits
  }

  // It takes no part of the assembly with it: as a method of it, it was given a copy, and every visit was copied.
  private static func finish(_ visit: inout Visit, _ configuration: Configuration, _ portFlush: ProcedureCode?) {
    visit.putEventsTogether()
    settle(&visit, configuration)
    for line in visit.charges where line.code != portFlush && line.code.isService {
      if let date = line.serviceDate { visit.encounter.datesWithOtherServices.insert(date) }
    }
  }

  /// Who bills: what the export says, else what the configuration says, else an office is a physician's and all else a
  /// hospital's.
  private static func settle(_ visit: inout Visit, _ configuration: Configuration) {
    let placeOfService = visit.placeOfService ?? configuration.placeOfService
    let setting = visit.setting ?? configuration.setting ?? (placeOfService == "11" ? .professional : .facility)
    visit.encounter.setting = setting
    visit.encounter.placeOfService = placeOfService ?? (setting == .professional ? "11" : "22")
  }

  /// Makes the visit of an encounter the one at `lastPlace`; a new one where there was none.
  private mutating func moveToVisit(_ number: Int, _ encounterID: String) {
    if let place = place(of: number) {
      lastPlace = place
    } else {
      lastPlace = visits.count
      places[number] = lastPlace
      visits.append(Visit(number: number, encounter: Encounter(id: encounterID, setting: .facility)))
    }
  }

  private func place(of number: Int) -> Int? {
    lastPlace < visits.count && visits[lastPlace].number == number ? lastPlace : places[number]
  }
}

extension EncounterAssembly.Visit {
  /// Most visits have fewer.
  private static let usualRows = 8

  fileprivate mutating func add(_ row: IntakeRow, _ charge: ChargeLine?, _ values: [String]) {
    if tags.isEmpty {
      encounter.rows.reserveCapacity(Self.usualRows)
      tags.reserveCapacity(Self.usualRows)
    }
    encounter.rows.append(row.row)
    tags.append(row.tag)
    if let charge { charges.append(charge) }
    carried.add(values)
    if setting == nil { setting = row.setting }
    if placeOfService == nil { placeOfService = row.placeOfService }
    if encounter.patientID == nil { encounter.patientID = row.patientID }
    if let department = row.department { encounter.departments.insert(department) }
    if let arrival = row.arrival { encounter.arrival = min(encounter.arrival ?? arrival, arrival) }
    if let departure = row.departure { encounter.departure = max(encounter.departure ?? departure, departure) }
  }

  fileprivate mutating func add(_ charge: IntakeCharge) {
    if charges.isEmpty { charges.reserveCapacity(Self.usualRows) }
    charges.append(charge.line)
    carried.add(charge.carried)
    if setting == nil { setting = charge.setting }
    if placeOfService == nil { placeOfService = charge.placeOfService }
  }

  fileprivate mutating func add(_ ignored: IgnoredCharge) {
    if let date = ignored.serviceDate { encounter.datesWithOtherServices.insert(date) }
    if let line = ignored.visit, !encounter.rows.isEmpty { charges.append(line) }
  }

  /// Entries of the record that went into what the encounter supports.
  func rowsUsed(by derivation: Derivation) -> Int {
    encounter.rows.indices.reduce(0) { $0 + 1 + encounter.rows[$1].furtherSources.count }
      - encounter.entryCounts(of: derivation.excluded.map(\.row)).reduce(0, +)
  }

  /// Makes the rows of the encounter of its entries; needs nothing beyond them.
  fileprivate mutating func putEventsTogether() {
    let log = EventLog(encounter.rows, tags, voids: voids)
    encounter.rows = log.rows
    (excluded, rowsWithoutBegin) = (log.excluded, log.rowsWithoutBegin)
    tags = []
  }
}

extension ProcedureCode {
  /// Whether it names something done, and not a drug or supply: drugs have HCPCS codes that begin with A, J or Q.
  var isService: Bool { !Self.drugCodes.contains { $0.contains(self) } }

  private static let drugCodes = [("A", "B"), ("J", "K"), ("Q", "R")].map { ProcedureCode($0)..<ProcedureCode($1) }
}
