import Coding
import Infusion

/// How codes of giving drugs are mistaken for one another, by the tables of a year.
struct BillingCodes: Sendable {
  /// The further hours of a first hour.
  private(set) var hours: [ProcedureCode: ProcedureCode] = [:]
  private(set) var pushesAsInfusions: [ProcedureCode: ProcedureCode] = [:]
  private(set) var infusionsAsPushes: [ProcedureCode: ProcedureCode] = [:]
  /// The initial service in the place of one that follows it.
  private(set) var followersAsInitials: [ProcedureCode: ProcedureCode] = [:]
  private(set) var sequentialAsConcurrent: [ProcedureCode: ProcedureCode] = [:]
  private(set) var concurrentAsSequential: [ProcedureCode: ProcedureCode] = [:]
  private(set) var initials: Set<ProcedureCode> = []
  private let parents: [ProcedureCode: Set<ProcedureCode>]
  private let known: Set<ProcedureCode>

  init(_ book: CodeBook) {
    parents = book.parents
    known = Set(book.entries.keys)
    for ofClass in [ServiceClass.therapeutic, .chemo] {
      add(book, ofClass, [.infusionInitial: .infusionHour, .infusionSequential: .infusionHour], to: \.hours)
      add(
        book, ofClass, [.pushInitial: .infusionInitial, .pushAdditional: .infusionSequential],
        to: \.pushesAsInfusions)
      add(
        book, ofClass, [.infusionInitial: .pushInitial, .infusionSequential: .pushAdditional],
        to: \.infusionsAsPushes)
      add(
        book, ofClass, [.infusionSequential: .infusionInitial, .pushAdditional: .pushInitial],
        to: \.followersAsInitials)
      add(book, ofClass, [.infusionSequential: .infusionConcurrent], to: \.sequentialAsConcurrent)
      add(book, ofClass, [.infusionConcurrent: .infusionSequential], to: \.concurrentAsSequential)
      initials.formUnion([Service.infusionInitial, .pushInitial].compactMap { book.code($0, ofClass) })
    }
    add(book, .hydration, [.hydrationFirstHour: .hydrationHour], to: \.hours)
    initials.formUnion([book.code(.hydrationFirstHour, .hydration)].compactMap(\.self))
  }

  private mutating func add(
    _ book: CodeBook, _ ofClass: ServiceClass, _ services: [Service: Service],
    to codes: WritableKeyPath<BillingCodes, [ProcedureCode: ProcedureCode]>
  ) {
    for (right, wrong) in services {
      guard let key = book.code(right, ofClass), let value = book.code(wrong, ofClass) else { continue }
      self[keyPath: codes][key] = value
    }
  }

  func knows(_ code: ProcedureCode) -> Bool { known.contains(code) }

  func isHour(_ code: ProcedureCode) -> Bool { hours.values.contains(code) }

  /// Add-on codes of a bill of which no parent is on it.
  func orphans(of lines: [BilledLine]) -> [BilledLine] {
    let billed = Set(lines.filter { !$0.isDrug }.map(\.code))
    return lines.filter { line in parents[line.code].map { $0.isDisjoint(with: billed) } ?? false }
  }
}
