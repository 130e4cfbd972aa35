import Coding

/// The rules of drug lines, which `Coding` declares, with what each makes of a finding.
enum DrugRules {
  static let units = CheckRule(DrugUnits.roundOnce, severity: .warning)
  static let waste = CheckRule(DrugUnits.wholeUnitsLeft, severity: .warning)
  static let ownLine = CheckRule(DrugUnits.ownLineForWaste, severity: .error)
  static let medicare = CheckRule(DrugUnits.medicareSingleDose, severity: .warning)
  static let leastWaste = CheckRule(DrugUnits.leastWaste, severity: .warning)
  static let notBeyondOpened = CheckRule(DrugUnits.notBeyondOpened, severity: .error)
  static let routeModifiers = CheckRule(DrugUnits.routeModifiers, severity: .info)
  static let unitOfTheTable = CheckRule(DrugUnits.unitOfTheTable, severity: .warning)

  static let all = [
    units, waste, ownLine, medicare, leastWaste, notBeyondOpened, routeModifiers, unitOfTheTable,
  ]
}
