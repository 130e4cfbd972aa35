import Coding
import Infusion

/// Billed codes that another service of the record answers.
extension Documentation {
  /// Example: 96366 billed for an infusion of 90 minutes.
  func shortInfusion(explaining claim: BilledClaim) -> Explanation? {
    let firstHours = claim.keys.flatMap(Self.firstHours)
    let infusions = services(on: claim.date).filter { firstHours.contains($0.key) }
    guard !infusions.isEmpty else { return nil }
    let stories = joined(infusions.map(\.story), most: 2)
    return Explanation(
      key: ReasonCode.hourTooShort.rawValue, rules: merged(infusions.map { $0.rules.sorted() }),
      rows: merged(infusions.map(\.rows)),
      sentence: "\(stories). A further hour is earned from \(thresholds.furtherHourStarts) min")
  }

  private static func firstHours(of key: CodeBook.ServiceKey) -> [CodeBook.ServiceKey] {
    switch key.service {
    case .infusionHour: [.infusionInitial, .infusionSequential].map { .init($0, key.serviceClass) }
    case .hydrationHour: [.init(.hydrationFirstHour, key.serviceClass)]
    case .subcutaneousInfusionHour: [.init(.subcutaneousInfusionFirstHour, key.serviceClass)]
    case .arterialInfusionHour: [.init(.arterialInfusionFirstHour, key.serviceClass)]
    default: []
    }
  }

  /// Example: 96523 billed for the flush of a port through which an antibiotic ran.
  func partOfOtherService(explaining claim: BilledClaim) -> Explanation? {
    guard claim.services.contains(.portFlush) else { return nil }
    let flushes = excludedRows(on: claim.date).filter { $0.excluded.reason == .flush }
    guard let flush = flushes.first else { return nil }
    let service = services(on: claim.date).first
    return Explanation(
      key: ExclusionReason.flush.rawValue,
      rules: merged(flushes.map(\.excluded.rules) + [service == nil ? [MatchingRules.soleFlush] : []]),
      rows: flushes.map(\.excluded.row) + (service?.rows ?? []),
      sentence: service.map { "The flush is part of the other service that day, \($0.code): \($0.story)" }
        ?? "\(flush.row.drugName)\(flush.row.atTime) flushed a line, which is reported only of a port or central "
        + "line and where nothing else was given or billed that day")
  }

  /// Example: 96367 billed twice for two drugs mixed in one bag.
  func oneContainer(explaining line: ComparedLine, _ claim: BilledClaim) -> Explanation? {
    let isPush = !claim.services.isDisjoint(with: Service.pushes)
    guard isPush || !claim.services.isDisjoint(with: Service.infusions) else { return nil }
    let behind = Set(rows(of: line.charges))
    guard let row = encounter.rows.first(where: { behind.contains($0.source) && $0.drug.ingredients.count > 1 }) else {
      return nil
    }
    return Explanation(
      key: ReasonCode.oneContainer.rawValue,
      rules: [isPush ? MatchingRules.oneSyringe : MatchingRules.oneBag], rows: [row.source],
      sentence: "\(row.drugName) was one \(isPush ? "syringe: one push" : "bag: one infusion"), "
        + "whatever the number of drugs in it")
  }
}

extension DerivedService {
  fileprivate var key: CodeBook.ServiceKey { CodeBook.ServiceKey(service, serviceClass) }
}
