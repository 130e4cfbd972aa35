import Coding

/// Services as bits, since what a code may stand for is asked of every billed line by many checks.
struct ServiceSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt64 = 0

  init(_ services: some Sequence<Service>) {
    for service in services { insert(service) }
  }

  init(arrayLiteral services: Service...) {
    self.init(services)
  }

  var isEmpty: Bool { bits == 0 }

  mutating func insert(_ service: Service) { bits |= Self.bit(service) }
  mutating func formUnion(_ other: ServiceSet) { bits |= other.bits }

  func contains(_ service: Service) -> Bool { bits & Self.bit(service) != 0 }
  func isDisjoint(with other: ServiceSet) -> Bool { bits & other.bits == 0 }
  func intersects(_ other: ServiceSet) -> Bool { bits & other.bits != 0 }

  func union(_ other: ServiceSet) -> ServiceSet {
    var union = self
    union.formUnion(other)
    return union
  }

  private static func bit(_ service: Service) -> UInt64 {
    guard let place = places[service] else { preconditionFailure("every service has its place") }
    return 1 << UInt64(place)
  }

  private static let places: [Service: Int] = {
    precondition(Service.allCases.count <= UInt64.bitWidth, "more services than bits")
    return Dictionary(uniqueKeysWithValues: zip(Service.allCases, 0...))
  }()
}

extension Service {
  static let infusions: ServiceSet = [.infusionInitial, .infusionHour, .infusionSequential, .infusionConcurrent]
  static let pushes: ServiceSet = [.pushInitial, .pushAdditional, .pushRepeat]
  static let hydrations: ServiceSet = [.hydrationFirstHour, .hydrationHour]
  static let intoVein = infusions.union(pushes).union(hydrations)
}
