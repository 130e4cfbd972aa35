import Infusion

extension DrugTotal {
  /// Nil when the doses add up to more units than can be counted.
  ///
  /// - Parameters:
  ///   - givings: of one code and day; never empty.
  ///   - amounts: what each gave, in the unit of the code.
  init?(_ givings: [DrugGiving], amounts: [ExactDecimal], unit: BillingUnit) {
    let rows = givings.flatMap(\.rows)
    let given = amounts.reduce(.zero, +)
    guard let units = given.ceilingQuotient(dividedBy: unit.amount) else { return nil }
    let containers = Containers(givings, amounts: amounts, unit: unit)
    code = givings[0].code
    serviceDate = givings[0].serviceDate
    drugName = rows[0].drugName
    self.unit = unit
    self.units = units
    waste = containers.waste
    hasContainersOfBothKinds = containers.areOfBothKinds
    wasteNotMinimal = containers.notMinimal
    isOpenedStated = givings.contains(where: \.isOpenedStated)
    isNamedByRecord = givings.contains(where: \.isNamedByRecord)
    isMedicare = rows.contains { $0.facts.contains(.medicare) }
    routes = Set(rows.map(\.route))
    self.rows = rows.map(\.source).sorted()
    story = Self.story(rows[0].drugName, amounts: amounts, unit: unit, units: units)
    wasteStory = containers.story
    let ownCode = rows.contains { $0.hcpcs != nil && $0.hcpcs != givings[0].code.description }
    let converts = givings.contains { $0.dose?.unit != unit.unit }
    rules = [DrugUnits.roundOnce.id] + (ownCode || converts ? [DrugUnits.unitOfTheTable.id] : [])
  }

  /// "Infliximab 305 mg, at 10 mg a unit, is 31 units".
  private static func story(_ drug: String, amounts: [ExactDecimal], unit: BillingUnit, units: Int) -> String {
    let given = amounts.reduce(.zero, +)
    let parts = amounts.map(\.description).joined(separator: " + ")
    let sum = amounts.count == 1 ? "\(given) \(unit.unit)" : "\(parts) = \(given) \(unit.unit)"
    let isWhole = given.floorQuotient(dividedBy: unit.amount) == units
    let ending = isWhole ? "" : ", the last one begun"
    return "\(capitalized(drug)) \(sum), at \(unit) a unit, is \(counted(units))\(ending)"
  }
}

private func counted(_ units: Int) -> String { units == 1 ? "1 unit" : "\(units) units" }

/// The containers that were opened for one drug code and day.
private struct Containers {
  private struct Opened {
    let given: ExactDecimal
    let opened: ExactDecimal

    var left: ExactDecimal { opened - given }
  }

  let waste: DrugTotal.Waste
  let areOfBothKinds: Bool
  let story: String
  let notMinimal: String?

  init(_ givings: [DrugGiving], amounts: [ExactDecimal], unit: BillingUnit) {
    let single = zip(givings, amounts).filter { $0.0.isSingleDose != false }
    let opened = single.compactMap { giving, amount in
      giving.isSingleDose == nil ? nil : giving.opened?.amount(in: unit.unit).map { Opened(given: amount, opened: $0) }
    }
    guard opened.count == single.count, !opened.isEmpty else {
      self.init(waste: single.isEmpty ? .notSingleDose : .notDocumented)
      return
    }
    guard opened.allSatisfy({ $0.left >= .zero }) else {
      self.init(waste: .contradicted, story: "less was opened than given")
      return
    }
    self.init(opened, unit)
  }

  private init(waste: DrugTotal.Waste, story: String = "") {
    self.waste = waste
    self.story = story
    areOfBothKinds = false
    notMinimal = nil
  }

  private init(_ containers: [Opened], _ unit: BillingUnit) {
    let given = containers.reduce(.zero) { $0 + $1.given }
    let opened = containers.reduce(.zero) { $0 + $1.opened }
    let units = given.ceilingQuotient(dividedBy: unit.amount) ?? 0
    let whole = opened.floorQuotient(dividedBy: unit.amount) ?? 0
    let left = max(0, whole - units)
    waste = left > 0 ? .units(left) : .none(coveredByLastUnit: opened > given)
    areOfBothKinds =
      containers.contains { $0.left == .zero } && containers.contains { $0.left > .zero }
    story =
      "\(opened) \(unit.unit) opened hold \(counted(whole)); less the \(units) given, \(left) went to waste"
    notMinimal =
      containers.lazy.compactMap { container in
        guard let least = LeastOpened.amount(for: container.given, of: unit.vialSizes), least < container.opened else {
          return nil
        }
        return "\(container.opened) \(unit.unit) were opened for \(container.given) \(unit.unit), and \(least) "
          + "\(unit.unit) would have been enough in the sizes sold"
      }.first
  }
}
