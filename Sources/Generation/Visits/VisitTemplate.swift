import Infusion

/// A kind of visit: what is given, and what each giving earns.
struct VisitTemplate: Sendable {
  let name: String
  let place: Place
  /// By their words in the template; the first is meant where a step names none.
  let sites: [SiteKind]
  /// When the first step may begin, minutes after midnight.
  let arrival: ClosedRange<Int>
  /// Whether Medicare pays, where the answer depends on it.
  let isMedicare: Bool?
  var steps: [Step] = []
  var slips: [Slip] = []
  /// Whether something was given of which the record leaves open what it earns: no surplus of the bill is settled then.
  var isQuestion = false
  /// The encounter that the same patient has later that day; one at most.
  var later: [VisitTemplate] = []

  /// Where it happens, which decides who bills.
  enum Place: String, CaseIterable, Sendable {
    case clinic, emergency, observation, office

    var setting: Setting { self == .office ? .professional : .facility }

    var placesOfService: [String] {
      switch self {
      case .clinic: ["22", "19"]
      case .emergency: ["23"]
      case .observation: ["22"]
      case .office: ["11"]
      }
    }
  }

  /// Ways into a vein; two of one visit have names of their own.
  enum SiteKind: String, CaseIterable, Sendable {
    case port, picc, left, right

    var names: [String] {
      switch self {
      case .port: ["Port R chest", "Port L chest"]
      case .picc: ["PICC R arm", "PICC L arm"]
      case .left: ["PIV L forearm", "PIV L hand", "PIV L AC"]
      case .right: ["PIV R forearm", "PIV R hand", "PIV R AC"]
      }
    }
  }

  /// A mistake that bills of such a visit have: a code that nothing supports.
  struct Slip: Sendable {
    let kind: String
    let code: CodeUnits
  }
}

/// A code with its modifiers and units: `96415x2`, `96365-59`.
struct CodeUnits: Sendable {
  let code: ProcedureCode
  let modifiers: [Modifier]
  let units: Int

  /// Nil for any other text.
  init?(_ text: Substring) {
    let parts = text.split(separator: "x", maxSplits: 1)
    guard let name = parts.first?.split(separator: "-"), let code = name.first, code.utf8.count == 5 else { return nil }
    guard let units = parts.count == 1 ? 1 : Int(parts[1]) else { return nil }
    self.code = ProcedureCode(code)
    modifiers = name.dropFirst().map { Modifier($0) }
    self.units = units
  }
}
