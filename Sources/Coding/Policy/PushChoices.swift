import Infusion

extension Policy {
  /// What a loading push before a drip of the same drug is.
  package enum BolusThenInfusion: String, PolicyChoice {
    case bundle = "BUNDLE"
    case report = "REPORT"

    package static let standard = bundle
    package static let rule = Rule(
      "DSP-14", "By choice, a loading push up to 30 minutes before a drip of the same drug is a push of its own.",
      evidence: "K")
  }

  /// How far two reported pushes of one drug must be apart.
  package enum PushInterval: String, PolicyChoice {
    case moreThan30 = "GT30"
    case from30 = "GE30"

    package static let standard = moreThan30
    package static let rule = Rule(
      "DSP-15",
      "By choice, a repeat push counts from 30 minutes on, or is measured from the last push, reported or not.",
      evidence: "S20b S28 S47")

    func leastMinutes(_ thresholds: Thresholds) -> Int {
      self == .moreThan30 ? thresholds.repeatPushMinutes : thresholds.repeatPushMinutes - 1
    }
  }

  /// From which push the distance is measured.
  package enum PushIntervalFrom: String, PolicyChoice {
    case reported = "REPORTED"
    case any = "ANY"

    package static let standard = reported
    package static let rule = PushInterval.rule
  }

  /// What one dose given as two shots is.
  package enum SplitDose: String, PolicyChoice {
    case eachInjection = "PER_INJECTION"
    /// Rows of one drug that share a bag count once.
    case eachDose = "PER_DOSE"

    package static let standard = eachInjection
    package static let rule = Rule(
      "DSP-19", "By choice, shots of one dose, under the skin or into muscle, count once.", evidence: "S36")
  }
}
