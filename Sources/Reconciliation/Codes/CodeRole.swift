import Coding
import Infusion

/// What the tables say of one code, looked up once for each line of it.
///
/// Shape: bits and small numbers, so that lines can carry it; a code that no table knows has a role without a kind.
struct CodeRole: Sendable {
  /// What it may stand for, of whatever class.
  var services = ServiceSet()
  /// Services whose code it is for a cancer drug, and for another drug.
  var chemoServices = ServiceSet()
  var therapeuticServices = ServiceSet()
  /// Nil for codes that no table lists.
  let kind: CodeBook.Kind?
  let family: CodeBook.Family
  /// Whether it is a service and not a drug or supply, known to the tables or not.
  let isService: Bool
  /// Whether it is an initial service of the vein.
  var isInitial = false
  /// Whether it stands only beside another code.
  var isAddOn = false
  let place: ListingPlace

  /// - Parameter entry: nil where no table lists the code.
  init(_ code: ProcedureCode, _ entry: CodeBook.Entry?) {
    kind = entry?.kind
    family = entry?.family ?? .other
    isService = entry != nil || code.isServiceByName
    place = ListingPlace(code, family: family, kind: kind ?? .neighbour)
  }

  /// Whether some service is derived as this code.
  var isDerivable: Bool { !services.isEmpty }

  /// Whether it is of drug administration itself.
  var isAdministration: Bool { kind?.isOfFamily ?? false }

  /// Its services for drugs of a class; only the classes of infusions and pushes are told apart.
  func services(of serviceClass: ServiceClass) -> ServiceSet {
    serviceClass == .chemo ? chemoServices : therapeuticServices
  }
}

extension ProcedureCode {
  /// Whether its letters say that it is a service: codes of level I begin with a digit, procedures of level II with G;
  /// J, Q, A and the rest are goods.
  fileprivate var isServiceByName: Bool {
    guard let first = firstByte else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || first == UInt8(ascii: "G")
  }
}

/// Where a code stands among those of one day: family, then initial before add-on, then code (output section 1).
struct ListingPlace: Comparable {
  private let family: UInt8
  private let kind: UInt8
  let code: ProcedureCode

  init(_ code: ProcedureCode, family: CodeBook.Family, kind: CodeBook.Kind) {
    self.family = UInt8(CodeBook.Family.allCases.firstIndex(of: family) ?? 0)
    self.kind = UInt8(CodeBook.Kind.allCases.firstIndex(of: kind.isOfFamily ? kind : .neighbour) ?? 0)
    self.code = code
  }

  static func < (left: ListingPlace, right: ListingPlace) -> Bool {
    (left.family, left.kind, left.code) < (right.family, right.kind, right.code)
  }
}
