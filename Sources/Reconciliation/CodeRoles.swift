import Coding
import Infusion

/// The code book read backwards: which services a code may stand for, and where it is listed.
struct CodeRoles: Sendable {
  let codeBook: CodeBook
  private let servicesOfCode: [ProcedureCode: [CodeBook.ServiceKey]]
  private let places: [ProcedureCode: ListingPlace]
  private let ownRange: ClosedRange<ProcedureCode>?
  private let judgeInactivity: Inactivity.Judge

  init(codeBook: CodeBook, inactivity: @escaping Inactivity.Judge) {
    self.codeBook = codeBook
    judgeInactivity = inactivity
    ownRange = codeBook.administrationRange
    var found: [ProcedureCode: [CodeBook.ServiceKey]] = [:]
    for service in Service.allCases {
      let general = codeBook.code(service, .any)
      for serviceClass in ServiceClass.allCases {
        guard let code = codeBook.code(service, serviceClass) else { continue }
        // A class that only falls back on "any" says nothing of its own.
        guard serviceClass == .any || code != general else { continue }
        found[code, default: []].append(CodeBook.ServiceKey(service, serviceClass))
      }
    }
    servicesOfCode = found
    places = codeBook.entries.mapValues { ListingPlace($0.code, family: $0.family, kind: $0.kind) }
  }

  /// Services that have this code, in the order of `Service`; empty for codes that are never derived.
  func services(of code: ProcedureCode) -> [CodeBook.ServiceKey] { servicesOfCode[code] ?? [] }

  func isDerivable(_ code: ProcedureCode) -> Bool { servicesOfCode[code] != nil }

  func description(of code: ProcedureCode) -> String { codeBook.entries[code]?.description ?? "" }

  func family(of code: ProcedureCode) -> CodeBook.Family { codeBook.entries[code]?.family ?? .other }

  /// Whether a billed line of this code is held against the record: codes of the drug-administration tables, but of
  /// the neighbours only those that the record can support; and codes among them that no table knows.
  func isJudged(_ net: BilledNet) -> Bool {
    if isDerivable(net.code) { return true }
    if let entry = codeBook.entries[net.code] { return entry.kind.isOfFamily }
    return net.inactivity == nil && (ownRange?.contains(net.code) ?? false)
  }

  /// Why a code may not be reported on a day; nil when it may.
  func inactivity(_ code: ProcedureCode, _ date: CivilDate?) -> Inactivity? { judgeInactivity(code, date) }

  /// Whether a line of this code is a service and not a drug or supply, known to the tables or not.
  func isService(_ code: ProcedureCode) -> Bool {
    if codeBook.entries[code] != nil { return true }
    guard let first = code.description.utf8.first else { return false }
    // Level I codes begin with a digit, procedures of level II with G; J, Q, A and the rest are goods.
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || first == UInt8(ascii: "G")
  }

  /// Whether a code starts a chemo pump into a vein that the patient takes home.
  func startsHomePump(_ code: ProcedureCode) -> Bool {
    services(of: code).contains { [.pumpStart, .pumpStartHome].contains($0.service) && $0.serviceClass == .chemo }
  }

  /// Place in a listing: family, then initial before add-on, then code (output section 1).
  func place(of code: ProcedureCode) -> ListingPlace {
    places[code] ?? ListingPlace(code, family: .other, kind: .neighbour)
  }
}

extension CodeBook {
  /// From the first to the last code of drug administration itself: what lies between belongs to it, listed or not.
  package var administrationRange: ClosedRange<ProcedureCode>? {
    let own = entries.values.filter(\.kind.isOfFamily).map(\.code)
    guard let first = own.min(), let last = own.max() else { return nil }
    return first...last
  }
}

/// Where a code stands among those of one day.
struct ListingPlace: Comparable {
  private let family: Int
  private let kind: Int
  let code: ProcedureCode

  init(_ code: ProcedureCode, family: CodeBook.Family, kind: CodeBook.Kind) {
    self.family = CodeBook.Family.allCases.firstIndex(of: family) ?? 0
    self.kind = CodeBook.Kind.allCases.firstIndex(of: kind.isOfFamily ? kind : .neighbour) ?? 0
    self.code = code
  }

  static func < (left: ListingPlace, right: ListingPlace) -> Bool {
    (left.family, left.kind, left.code) < (right.family, right.kind, right.code)
  }
}
