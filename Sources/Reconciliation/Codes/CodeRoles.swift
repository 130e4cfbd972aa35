import Coding
import Infusion

/// The code book read backwards: which services a code may stand for, and where it is listed.
///
/// One for all encounters of a year; a class, so that each refers to it and none copies it.
final class CodeRoles: Sendable {
  let codeBook: CodeBook
  private let servicesOfCode: [ProcedureCode: [CodeBook.ServiceKey]]
  private let roles: [ProcedureCode: CodeRole]
  private let parents: [ProcedureCode: [ProcedureCode]]
  private let ownRange: ClosedRange<ProcedureCode>?
  private let judgeInactivity: Inactivity.Judge

  init(codeBook: CodeBook, inactivity: @escaping Inactivity.Judge) {
    self.codeBook = codeBook
    judgeInactivity = inactivity
    ownRange = codeBook.administrationRange
    servicesOfCode = codeBook.servicesOfCode
    roles = codeBook.roles(servicesOfCode)
    parents = codeBook.parents.filter { !$0.value.isEmpty }.mapValues { $0.sorted() }
  }

  /// What the tables say of a code; of one that they do not list, what its letters say.
  func role(of code: ProcedureCode) -> CodeRole { roles[code] ?? CodeRole(code, nil) }

  /// Services that have this code, in the order of `Service`; empty for codes that are never derived.
  func services(of code: ProcedureCode) -> [CodeBook.ServiceKey] { servicesOfCode[code] ?? [] }

  /// Whether a code stands for one of these services, of any class.
  func isCode(_ code: ProcedureCode, of services: ServiceSet) -> Bool {
    roles[code]?.services.intersects(services) ?? false
  }

  /// Parents of an add-on, sorted; empty for other codes.
  func parents(of code: ProcedureCode) -> [ProcedureCode] { parents[code] ?? [] }

  func description(of code: ProcedureCode) -> String { codeBook.entries[code]?.description ?? "" }

  func family(of code: ProcedureCode) -> CodeBook.Family { role(of: code).family }

  /// Whether a billed line of this code is held against the record: codes of the drug-administration tables, but of
  /// the neighbours only those that the record can support; and codes among them that no table knows.
  func isJudged(_ net: BilledNet) -> Bool {
    if net.role.isDerivable { return true }
    if let kind = net.role.kind { return kind.isOfFamily }
    return net.inactivity == nil && (ownRange?.contains(net.code) ?? false)
  }

  /// Why a code may not be reported on a day; nil when it may.
  func inactivity(_ code: ProcedureCode, _ date: CivilDate?) -> Inactivity? { judgeInactivity(code, date) }

  /// Whether a code starts a chemo pump into a vein that the patient takes home.
  func startsHomePump(_ code: ProcedureCode) -> Bool {
    services(of: code).contains { [.pumpStart, .pumpStartHome].contains($0.service) && $0.serviceClass == .chemo }
  }

  /// Place in a listing: family, then initial before add-on, then code (output section 1).
  func place(of code: ProcedureCode) -> ListingPlace { role(of: code).place }
}

extension CodeBook {
  /// From the first to the last code of drug administration itself: what lies between belongs to it, listed or not.
  package var administrationRange: ClosedRange<ProcedureCode>? {
    let own = entries.values.filter(\.kind.isOfFamily).map(\.code)
    guard let first = own.min(), let last = own.max() else { return nil }
    return first...last
  }

  fileprivate var servicesOfCode: [ProcedureCode: [ServiceKey]] {
    var found: [ProcedureCode: [ServiceKey]] = [:]
    for service in Service.allCases {
      let general = code(service, .any)
      for serviceClass in ServiceClass.allCases {
        guard let code = code(service, serviceClass) else { continue }
        // A class that only falls back on "any" says nothing of its own.
        guard serviceClass == .any || code != general else { continue }
        found[code, default: []].append(ServiceKey(service, serviceClass))
      }
    }
    return found
  }

  /// - Parameter servicesOfCode: `servicesOfCode`, at hand.
  fileprivate func roles(_ servicesOfCode: [ProcedureCode: [ServiceKey]]) -> [ProcedureCode: CodeRole] {
    var roles: [ProcedureCode: CodeRole] = [:]
    for code in Set(entries.keys).union(servicesOfCode.keys).union(parents.keys) {
      roles[code] = CodeRole(code, entries[code])
      roles[code]?.services = ServiceSet((servicesOfCode[code] ?? []).map(\.service))
      roles[code]?.isAddOn = parents[code].map { !$0.isEmpty } ?? false
    }
    for service in Service.allCases {
      if let code = code(service, .chemo) { roles[code]?.chemoServices.insert(service) }
      if let code = code(service, .therapeutic) { roles[code]?.therapeuticServices.insert(service) }
    }
    let initials = [ServiceClass.chemo, .therapeutic].flatMap { [code(.infusionInitial, $0), code(.pushInitial, $0)] }
    for code in initials + [code(.hydrationFirstHour, .hydration)] {
      if let code { roles[code]?.isInitial = true }
    }
    return roles
  }
}
