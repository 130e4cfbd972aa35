import Coding
import Infusion

/// What is said of the waste of one drug code and day, against what was documented (coding-rules DRUG-02 … DRUG-06).
struct WasteChecks {
  let total: DrugTotal
  let billed: BilledDrug

  /// Judges the line of the drug itself.
  func judge(_ finding: inout Finding) {
    judgeBoth(&finding)
    judgeNoWaste(&finding)
    if let sentence = total.wasteNotMinimal {
      finding.object(.wasteNotMinimal, DrugRules.leastWaste)
      finding.add(sentence: sentence + ".")
    }
    if total.waste == .contradicted {
      finding.object(.openedBelowDose, DrugRules.notBeyondOpened, severity: .warning)
      finding.needsReview = true
      finding.add(sentence: "The record says that less was opened than given.")
    }
  }

  /// JW and JZ stand together only where some containers had a rest and others had none.
  private func judgeBoth(_ finding: inout Finding) {
    guard billed.saysNoWaste, billed.wastedUnits > 0, !total.hasContainersOfBothKinds else { return }
    finding.object(.bothModifiers, DrugRules.ownLine)
    finding.add(sentence: "JW says that some of it went to waste, and JZ that nothing did.")
  }

  private func judgeNoWaste(_ finding: inout Finding) {
    switch total.waste {
    case .none(let isCovered):
      guard total.isMedicare, !billed.saysNoWaste, billed.wastedUnits == 0 else { return }
      // One source asks for neither modifier where the last unit covers the rest.
      finding.object(.noWasteMissing, DrugRules.medicare, severity: isCovered ? .info : nil)
      finding.add(rules: [DrugRules.ownLine.id])
      finding.add(
        sentence: isCovered
          ? "What was left is part of the last unit, so JZ belongs on the line if Medicare pays the drug separately."
          : "Nothing was left of a single-dose container, so JZ belongs on the line if Medicare pays the drug separately."
      )
    case .units:
      guard billed.saysNoWaste, billed.wastedUnits == 0 else { return }
      finding.object(.noWasteWrong, DrugRules.ownLine)
      finding.add(sentence: "JZ says that nothing went to waste; \(total.wasteStory).")
    case .notDocumented, .notSingleDose, .contradicted: return
    }
  }

  /// Judges the line of what was thrown away.
  func judgeWaste(_ finding: inout Finding, statesOpened: Bool) {
    switch total.waste {
    case .units(let units): judge(&finding, units)
    case .none, .notSingleDose, .contradicted: objectToWaste(&finding)
    case .notDocumented:
      // An export without such amounts cannot show that there was no waste.
      if statesOpened, !total.isOpenedStated { return objectToWaste(&finding) }
      finding.status = .review
      finding.needsReview = true
      finding.object(.wasteUnknown, DrugRules.notBeyondOpened, severity: .info)
      finding.add(sentence: "JW was billed, and the record does not tell what was opened of a single-dose container.")
    }
  }

  private func judge(_ finding: inout Finding, _ units: Int) {
    finding.add(sentence: total.wasteStory + ".")
    guard billed.wastedUnits > 0 else {
      finding.status = .missing
      finding.object(.wasteMissing, DrugRules.medicare)
      finding.add(sentence: "No line with JW was billed; Medicare asks for one if it pays the drug separately.")
      return
    }
    guard billed.wastedUnits != units else { return }
    finding.status = billed.wastedUnits < units ? .unitsLow : .unitsHigh
    finding.object(.wasteUnits, DrugRules.waste)
    finding.add(sentence: "\(billed.wastedUnits) \(billed.wastedUnits == 1 ? "was" : "were") billed with JW.")
    guard billed.wastedUnits > units else { return }
    finding.add(rules: [DrugRules.notBeyondOpened.id])
    finding.severity = max(finding.severity, DrugRules.notBeyondOpened.severity)
  }

  private func objectToWaste(_ finding: inout Finding) {
    finding.status = .unsupported
    finding.object(.wasteNotDocumented, DrugRules.notBeyondOpened)
    let reason =
      switch total.waste {
      case .none: "of what was opened no whole unit was left"
      case .notSingleDose: "the container serves more than one dose"
      case .contradicted: "less was opened than given"
      case .notDocumented, .units: "the record does not say what was opened"
      }
    finding.add(sentence: "JW was billed for waste that the record does not show: \(reason).")
  }
}
