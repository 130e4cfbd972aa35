import Infusion

extension Policy {
  /// What electrolytes infused into a vein are.
  package enum Electrolytes: String, PolicyChoice {
    case byPurpose = "BY_PURPOSE"
    case hydration = "HYDRATION"

    package static let standard = byPurpose
    package static let rule = Rule(
      "DSP-16", "By choice, electrolytes infused into a vein are hydration whatever their purpose.",
      evidence: "S22b S43 S11")
  }

  /// Who says which drugs that are no cancer drugs take chemo codes.
  package enum ComplexClass: String, PolicyChoice {
    case cptTable = "CPT_TABLE"
    /// As the CPT table, less the drugs that a contractor or payer listed.
    case contractorList = "MAC_LEGACY_LIST"
    /// Only those of the organisation's own drug table.
    case payerList = "PAYER_LIST"

    package static let standard = cptTable
    package static let rule = Rule(
      "DSP-18",
      "By choice, drugs on a contractor's list, or complex biologics that the organisation's own table does not name, or all of them, take no chemo codes.",
      evidence: "S04 S08 S09 S10 S43")
  }

  /// What a biologic that is no cancer drug is when it goes into a vein.
  package enum NoncancerBiologic: String, PolicyChoice {
    case complex = "COMPLEX"
    case therapeutic = "THERAPEUTIC"

    package static let standard = complex
    package static let rule = ComplexClass.rule
  }

  /// Whether drugs given before a transfusion, and documented as such, count.
  package enum TransfusionPremeds: String, PolicyChoice {
    case report = "REPORT"
    case bundle = "BUNDLE"

    package static let standard = report
    package static let rule = Rule(
      "DSP-20", "By choice, premedication before blood on the same day belongs to the transfusion.", evidence: "S20b")
  }

  /// Whether drugs for sedation and intubation count.
  package enum SedationDrugs: String, PolicyChoice {
    case bundle = "BUNDLE"
    case report = "REPORT"

    package static let standard = bundle
    package static let rule = Rule(
      "DSP-21", "By choice, drugs for sedation and intubation are ordinary drugs.", evidence: "S37")
  }

  /// Whether injecting a drug counts that Medicare lists as usually self-administered.
  package enum SelfAdministered: String, PolicyChoice {
    case notBillable = "NOT_BILLABLE"
    case billable = "BILLABLE"

    package static let standard = notBillable
    package static let rule = Rule(
      "DSP-24", "By choice, injecting a drug that Medicare lists as usually self-administered counts.", evidence: "S42")
  }
}
