import Infusion

/// Drugs that are given out of one container.
enum Mixtures {
  static let mixtureIsOneInfusion = Rule(
    "TIME-07", "Two drugs in one container are one infusion.", evidence: "S23 S48")
  static let oneSyringe = Rule(
    "PUSH-08", "Several drugs in one syringe are one push.", evidence: "S36")
  static let rules = [mixtureIsOneInfusion, oneSyringe]

  /// What holds one infusate: a bag or a syringe at one logical site.
  private struct Container: Hashable {
    let bag: String
    let technique: Technique
    let place: Int
  }

  /// Drug rows that run from one container at one time, each as all that is in it; rows of one syringe become one.
  ///
  /// Example: ondansetron and dexamethasone, listed apart with one bag, are one infusion of both (one 96365), unless
  /// they ran one after the other.
  static func settled(
    in givings: [Giving], places: ShortMap<String, Int>, on sheet: inout Worksheet
  ) -> [Giving] {
    let inBags = givings.filter { $0.row.bag != nil && $0.row.drugClass != .hydration }
    guard inBags.count > 1 else { return givings }
    let contents = Dictionary(grouping: inBags) { giving in
      Container(bag: giving.row.bag ?? "", technique: giving.row.technique, place: giving.place(among: places))
    }
    var mixed: [Int: Giving] = [:]
    var absorbed: Set<Int> = []
    for (container, rows) in contents where rows.count > 1 {
      for together in runningTogether(rows) where Set(together.map(\.row.drug)).count > 1 {
        if container.technique == .infusion, sheet.policy.mixedBag == .concurrent {
          for giving in together { mixed[giving.index] = apart(giving) }
          continue
        }
        for giving in together { mixed[giving.index] = self.mixed(giving, with: together) }
        guard container.technique == .push, let first = together.first else { continue }
        mixed[first.index]?.mixedRows += together.dropFirst().map(\.source)
        absorbed.formUnion(together.dropFirst().map(\.index))
      }
    }
    guard !mixed.isEmpty else { return givings }
    let result = givings.filter { !absorbed.contains($0.index) }.map { mixed[$0.index] ?? $0 }
    explain(result, on: &sheet)
    return result
  }

  /// The rows in groups that overlap or begin together; in order of time.
  private static func runningTogether(_ rows: [Giving]) -> [[Giving]] {
    var groups: [[Giving]] = []
    var end: ClockTime?
    for giving in rows.sorted(by: Giving.precedes) {
      let start = giving.row.start
      let overlaps = groups.last.map { group in
        group[0].row.start == start || (start.map { begin in end.map { begin < $0 } ?? false } ?? false)
      }
      if overlaps == true { groups[groups.count - 1].append(giving) } else { groups.append([giving]) }
      let stop = giving.running.intervals.last?.stop ?? start
      end = overlaps == true ? [end, stop].compactMap(\.self).max() : stop
    }
    return groups
  }

  /// The row as an infusion of its own, by choice (coding-rules DSP-17).
  private static func apart(_ giving: Giving) -> Giving {
    var alone = giving
    alone.rules.append(Policy.MixedBag.rule.id)
    return alone
  }

  /// The row as part of what ran from one container: all its drugs, and chemo if one of them is.
  private static func mixed(_ giving: Giving, with rows: [Giving]) -> Giving {
    var mixture = giving
    mixture.running =
      giving.row.technique == .push ? rows.reduce(giving.running) { $0.union($1.running) } : giving.running
    mixture.row.facts = rows.reduce(giving.row.facts) { $0.union($1.row.facts) }
    let ingredients = rows.reduce(into: Set<Substring>()) { $0.formUnion($1.row.drug.ingredients) }
    mixture.row.drug = DrugKey(ingredients: ingredients.map(String.init))
    mixture.row.drugName = uniqued(rows.map(\.row.drugName)).sorted().joined(separator: " + ")
    if rows.contains(where: { $0.row.drugClass == .chemo || $0.row.drugClass == .hormonal }) {
      mixture.row.drugClass = .chemo
    }
    mixture.rules.append((giving.row.technique == .push ? oneSyringe : mixtureIsOneInfusion).id)
    return mixture
  }

  private static func explain(_ givings: [Giving], on sheet: inout Worksheet) {
    guard sheet.isExplaining else { return }
    for giving in givings where giving.rules.contains(oneSyringe.id) || giving.rules.contains(mixtureIsOneInfusion.id) {
      sheet.step(
        [giving.row.technique == .push ? oneSyringe : mixtureIsOneInfusion], rows: [giving.source] + giving.mixedRows,
        "One container: \(giving.row.drugName)")
    }
  }
}
