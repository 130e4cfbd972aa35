import Infusion

/// One giving of one visit, drawn.
struct Giving: Sendable {
  /// A stretch without a pause, minutes after midnight of the visit's day.
  struct Piece: Sendable {
    let start: Int
    let stop: Int
  }

  let step: Step
  let drug: StockedDrug
  /// In order of time, never empty: what takes no time has one that ends as it begins.
  let pieces: [Piece]
  /// When the pump was set anew.
  let rateChanges: [Int]
  let supports: [CodeUnits]

  var start: Int { pieces[0].start }
  var stop: Int { pieces[pieces.count - 1].stop }
  var isGiven: Bool { step.manner != .held && step.manner != .canceled }

  init(_ step: Step, at start: Int, besideMinutes: Int, draw: inout Draw) {
    self.step = step
    drug = draw.one(of: step.drugs)
    let outcome = draw.one(of: step.outcomes)
    supports = outcome.supports
    let minutes: Int =
      switch outcome.length {
      case .none: step.manner == .bag ? 60 : 0
      case .same: besideMinutes
      case .minutes(let range): draw.minutes(in: range)
      }
    guard step.isPaused, minutes >= 30 else {
      pieces = [Piece(start: start, stop: start + minutes)]
      rateChanges = step.changesRate && minutes >= 30 ? [start + minutes / 3, start + minutes * 2 / 3] : []
      return
    }
    let first = draw.number(in: 10...minutes - 10)
    let resumed = start + first + draw.number(in: 6...20)
    pieces = [Piece(start: start, stop: start + first), Piece(start: resumed, stop: resumed + minutes - first)]
    rateChanges = step.changesRate ? [resumed + (minutes - first) / 2] : []
  }
}
