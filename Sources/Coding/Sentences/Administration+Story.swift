import Infusion

extension Administration {
  /// "Vancomycin ran 09:00-10:31 (91 min) at PIV L AC": who reads it knows the chart.
  var story: String { story(andThen: "") }

  /// The story, and behind a colon what became of it.
  ///
  /// Each service has one: its parts go into one text that is long enough from the start.
  func story(andThen ending: String) -> String {
    var story: [UInt8] = []
    story.reserveCapacity(112 + drugName.utf8.count + ending.utf8.count)
    addCapitalized(drugName, to: &story)
    switch (technique, manner) {
    case (.infusion, _):
      addRun(to: &story)
      addPlace(to: &story)
    case (_, .shortInfusion):
      addRun(to: &story)
      addPlace(to: &story)
      story += ", which counts as a push".utf8
    case (_, .withoutStop):
      story += " was hung".utf8
      addMoment(to: &story)
      addPlace(to: &story)
      story += " without a stop time, which counts as a push".utf8
    case (_, .withoutStart):
      story += " has no start time".utf8
      addPlace(to: &story)
      story += ", which counts as a push".utf8
    default:
      story += " was pushed".utf8
      addMoment(to: &story)
      if minutes > 0 { addMinutes(to: &story) }
      addPlace(to: &story)
    }
    if !ending.isEmpty {
      story += ": ".utf8
      story += ending.utf8
    }
    return String(decoding: story, as: UTF8.self)
  }

  private func addRun(to story: inout [UInt8]) {
    guard minutes > 0 || technique == .infusion else {
      story += " ran 0 min".utf8
      return addMoment(to: &story)
    }
    story += " ran ".utf8
    running.addClock(to: &story)
    addMinutes(to: &story)
  }

  private func addMinutes(to story: inout [UInt8]) {
    story += " (".utf8
    story.append(decimal: minutes)
    story += " min)".utf8
  }

  private func addMoment(to story: inout [UInt8]) {
    guard let start else { return }
    story += " at ".utf8
    start.writeClock(to: &story)
  }

  private func addPlace(to story: inout [UInt8]) {
    for (place, name) in siteNames.enumerated() {
      story += (place == 0 ? " at " : "/").utf8
      story += name.utf8
    }
  }
}
