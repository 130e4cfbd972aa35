/// How a record tells of what was given.
package enum RecordStyle: String, CaseIterable, Sendable {
  /// One row for each stretch, with start and stop.
  case intervals
  /// One row for each thing that somebody did: hung a bag, changed a rate, stopped it.
  case events

  var header: [String] {
    let times =
      switch self {
      case .intervals: ["start", "stop"]
      case .events: ["action_time"]
      }
    return [
      "encounter_id", "patient_id", "setting", "pos", "payer", "order_id", "drug", "hcpcs", "route", "technique",
      "action", "site", "lumen", "bag_id",
    ] + times + [
      "dose", "dose_unit", "volume_ml", "rate_ml_h", "push_minutes", "purpose", "primary_reason",
      "second_site_reason", "opened", "opened_unit", "single_dose",
    ]
  }

  /// The rows of a giving, in order of time.
  ///
  /// - Parameter wordedAs: any number; people who write events down have more than one word for a thing.
  func rows(of giving: Giving, wordedAs words: Int) -> [RecordRow] {
    switch self {
    case .intervals: intervals(of: giving)
    case .events: events(of: giving, words)
    }
  }

  private func intervals(of giving: Giving) -> [RecordRow] {
    giving.pieces.enumerated().map { place, piece in
      let isTimed = [.bag, .scbag].contains(giving.step.manner) && !giving.step.hasNoStop
      return RecordRow(
        minute: piece.start, action: (place == 0 ? giving.step.manner.beginning : ActionWords.resume)[0],
        stop: isTimed ? piece.stop : nil)
    }
  }

  private func events(of giving: Giving, _ words: Int) -> [RecordRow] {
    func word(_ list: [String]) -> String { list[words % list.count] }
    var rows: [RecordRow] = []
    for (place, piece) in giving.pieces.enumerated() {
      let isFirst = place == 0
      rows.append(
        RecordRow(
          minute: piece.start, action: word(isFirst ? giving.step.manner.beginning : ActionWords.resume),
          holdsDose: isFirst))
      guard [.bag, .scbag].contains(giving.step.manner), !giving.step.hasNoStop else { continue }
      for (step, minute) in giving.rateChanges.enumerated() where minute > piece.start && minute < piece.stop {
        rows.append(
          RecordRow(minute: minute, action: word(ActionWords.running), rate: 100 + 50 * step, holdsDose: false))
      }
      let isLast = place == giving.pieces.count - 1
      rows.append(
        RecordRow(minute: piece.stop, action: word(isLast ? ActionWords.end : ActionWords.pause), holdsDose: false))
    }
    return rows
  }
}

/// What a record calls what happens to a bag; the first word is the usual one (input section 4).
private enum ActionWords {
  static let running = ["Rate Change", "Rate Verify", "Rate/Dose Change"]
  static let pause = ["Paused", "Held While Running", "Interrupted"]
  static let resume = ["Restarted", "Resumed"]
  static let end = ["Stopped", "Infusion Complete", "Completed"]
}

/// One row of a record, as far as it is not that of every row of its giving.
struct RecordRow: Sendable {
  let minute: Int
  let action: String
  var stop: Int?
  var rate: Int?
  /// Whether it says how much was given.
  var holdsDose = true
}

extension Step.Manner {
  /// What the record calls its beginning.
  fileprivate var beginning: [String] {
    switch self {
    case .bag, .scbag, .pump: ["New Bag", "Begin Bag", "Infusion Started", "New Bag"]
    case .push: ["Given", "IV Push", "Bolus", "Administered"]
    case .im, .sc: ["Given", "Injected", "Administered"]
    case .flush, .injector, .po: ["Given", "Administered"]
    case .held: ["Held", "Refused", "Missed"]
    case .canceled: ["Canceled Entry", "Entered in Error"]
    }
  }

  var route: String {
    switch self {
    case .push, .flush: "IVP"
    case .bag: "IVPB"
    case .pump, .held, .canceled: "IV"
    case .im: "IM"
    case .sc, .scbag, .injector: "SC"
    case .po: "PO"
    }
  }

  var technique: String {
    switch self {
    case .pump: "ambulatory pump"
    case .scbag: "sc infusion"
    case .injector: "on-body injector"
    case .push, .bag, .flush, .im, .sc, .po, .held, .canceled: ""
    }
  }
}
