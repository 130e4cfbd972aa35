import Foundation
import Pipeline
import Reports

/// Takes the time of a run's stages and, on a terminal, shows in one line how far it has come.
struct ProgressLine: RunWatch {
  private let clock = ContinuousClock()
  private let isShown: Bool
  private var stage: RunStage?
  private var stageBegan: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant
  /// Milliseconds of each stage that has ended.
  private(set) var milliseconds: [RunStage: Int] = [:]

  /// - Parameter isShown: whether somebody wants to see it; nothing is shown where standard error is no terminal.
  init(isShown: Bool) {
    let now = clock.now
    stageBegan = now
    lastShown = now
    let canMoveBack = ProcessInfo.processInfo.environment["TERM"] != "dumb"
    self.isShown = isShown && canMoveBack && isatty(STDERR_FILENO) == 1
  }

  mutating func begin(_ stage: RunStage) {
    end()
    self.stage = stage
    stageBegan = clock.now
  }

  mutating func advance(_ progress: RunProgress) {
    guard isShown, let stage else { return }
    let now = clock.now
    guard now - lastShown >= .milliseconds(200) else { return }
    lastShown = now
    let text = ProgressText(stage, progress, milliseconds: (now - stageBegan).wholeMilliseconds).text
    ErrorReport.print("\r\(text)\u{1B}[K")
  }

  /// Ends the last stage and takes the line away.
  mutating func end() {
    if let stage { milliseconds[stage, default: 0] += (clock.now - stageBegan).wholeMilliseconds }
    stage = nil
    if isShown { ErrorReport.print("\r\u{1B}[K") }
  }
}

extension Duration {
  var wholeMilliseconds: Int {
    Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
