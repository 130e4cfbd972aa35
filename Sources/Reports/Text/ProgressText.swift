import Pipeline

/// How far a stage of a run has come, in one line for a terminal.
package struct ProgressText {
  package let text: String

  /// - Parameter milliseconds: since the stage began.
  package init(_ stage: RunStage, _ progress: RunProgress, milliseconds: Int) {
    var words = [stage.rawValue]
    if progress.parts > 0 { words[0] += " \(100 * progress.partsDone / progress.parts) %" }
    if progress.rows > 0, milliseconds > 0 {
      words.append("\(grouped(progress.rows * 1_000 / milliseconds)) rows/s")
    }
    if progress.partsDone > 0 {
      let left = milliseconds * (progress.parts - progress.partsDone) / progress.partsDone / 1_000
      words.append(left < 60 ? "\(left) s left" : "\(left / 60) min \(left % 60) s left")
    }
    text = words.joined(separator: ", ")
  }
}
