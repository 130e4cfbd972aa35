/// The stable keys of findings about drug lines; what the record does not tell has the key of its notice.
package enum DrugKeyword: String, CaseIterable, Sendable {
  case units = "DRUG_UNITS"
  /// Documented and not billed, on an encounter that bills other drugs.
  case notBilled = "DRUG_NOT_BILLED"
  /// The drug was billed under another code than the record names.
  case otherCode = "DRUG_OTHER_CODE"
  case wasteUnits = "JW_UNITS"
  case wasteMissing = "JW_MISSING"
  case wasteNotDocumented = "JW_WITHOUT_WASTE"
  case wasteUnknown = "JW_UNKNOWN"
  case bothModifiers = "JW_AND_JZ"
  case noWasteMissing = "JZ_MISSING"
  case noWasteWrong = "JZ_WITH_WASTE"
  case wasteNotMinimal = "WASTE_NOT_MINIMAL"
  case openedBelowDose = "OPENED_BELOW_DOSE"
  case routeModifier = "ROUTE_MODIFIER"
}
