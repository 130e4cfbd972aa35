import Infusion

/// The codes of one year: what each service is called, and what each code is.
@usableFromInline package struct CodeBook: Sendable {
  /// What the tables say of one code.
  package struct Entry: Sendable {
    package let code: ProcedureCode
    /// Our own plain words; never the AMA's.
    package let description: String
    package let kind: Kind
    package let family: Family
    /// Whether physicians may not report it in a facility's place of service (coding-rules CHK-11).
    package let isBarredInFacility: Bool

    package init(
      code: ProcedureCode, description: String, kind: Kind, family: Family, isBarredInFacility: Bool
    ) {
      self.code = code
      self.description = description
      self.kind = kind
      self.family = family
      self.isBarredInFacility = isBarredInFacility
    }
  }

  @usableFromInline package enum Kind: String, CaseIterable, Sendable {
    case initial
    case addOn = "add_on"
    case standAlone = "stand_alone"
    case unlisted
    /// Recognised beside the family, not of it.
    case neighbour
    /// Neighbours that billing checks ask for: needles and catheters placed, blood drawn through a device, old codes
    /// for a whole visit, the nurse's visit, any other visit.
    case linePlacement = "line_placement"
    case bloodDraw = "blood_draw"
    case legacyVisit = "legacy_visit"
    case nurseVisit = "nurse_visit"
    case visit

    /// Whether it is of drug administration itself.
    package var isOfFamily: Bool {
      switch self {
      case .initial, .addOn, .standAlone, .unlisted: true
      case .neighbour, .linePlacement, .bloodDraw, .legacyVisit, .nurseVisit, .visit: false
      }
    }
  }

  /// In the order in which findings of one day are listed.
  @usableFromInline package enum Family: String, CaseIterable, Sendable {
    case chemo, therapeutic, hydration, other
  }

  /// A service of a class, as `services.csv` names it.
  package struct ServiceKey: Hashable, Sendable {
    package let service: Service
    package let serviceClass: ServiceClass

    package init(_ service: Service, _ serviceClass: ServiceClass) {
      self.service = service
      self.serviceClass = serviceClass
    }
  }

  package let entries: [ProcedureCode: Entry]
  /// Parents of each add-on code; a code without parents is no add-on.
  package let parents: [ProcedureCode: Set<ProcedureCode>]
  /// A few dozen: looking through them costs less than hashing, which for names takes their text.
  private let services: [(key: ServiceKey, code: ProcedureCode)]

  package init(
    entries: [ProcedureCode: Entry], parents: [ProcedureCode: Set<ProcedureCode>],
    services: [ServiceKey: ProcedureCode]
  ) {
    self.entries = entries
    self.parents = parents
    self.services = services.map { ($0.key, $0.value) }
  }

  /// The code of a service, looked up by class, then by any class; nil where the family has no such code.
  package func code(_ service: Service, _ serviceClass: ServiceClass) -> ProcedureCode? {
    var ofAnyClass: ProcedureCode?
    for place in services.indices where services[place].key.service == service {
      if services[place].key.serviceClass == serviceClass { return services[place].code }
      if services[place].key.serviceClass == .any { ofAnyClass = services[place].code }
    }
    return ofAnyClass
  }

  /// Place of a code's family in the order of findings; unknown codes come last.
  package func familyRank(of code: ProcedureCode) -> Int {
    entries[code].flatMap { Family.allCases.firstIndex(of: $0.family) } ?? Family.allCases.count
  }

  package func isAddOn(_ code: ProcedureCode) -> Bool {
    parents[code] != nil
  }
}
