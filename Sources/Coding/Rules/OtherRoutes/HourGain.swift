import Infusion

/// A unit gained while the minutes of several runs are added, dated by the run that earns it (coding-rules DOS-02).
struct HourGain {
  let run: Giving
  /// The run's own day, or by choice the day of these minutes (coding-rules DSP-12).
  let date: CivilDate
  let isFirstHour: Bool
  let furtherHours: Int
  /// Minutes of this run and those before it.
  let minutesSoFar: Int

  /// The gains of runs that share one first hour.
  ///
  /// - Parameter runs: in order of time; minutes that run together count once.
  static func gains(of runs: [Giving], on sheet: Worksheet) -> [HourGain] {
    var minutes = 0
    var hours = 0
    return pieces(of: runs, on: sheet).map { piece in
      let before = minutes
      minutes += piece.minutes
      let gained = sheet.thresholds.hoursBeyondFirst(minutes) - hours
      hours += gained
      // Every run is long enough by itself; a piece of one cut at midnight need not be.
      let least = sheet.thresholds.shortestInfusion
      return HourGain(
        run: piece.run, date: piece.date, isFirstHour: before < least && minutes >= least, furtherHours: gained,
        minutesSoFar: minutes)
    }
  }

  /// Minutes of one run that none before it has, of one day or of all.
  private struct Piece {
    let run: Giving
    let date: CivilDate
    let minutes: Int
  }

  private static func pieces(of runs: [Giving], on sheet: Worksheet) -> [Piece] {
    var counted = IntervalSet()
    var pieces: [(interval: Interval, run: Giving)] = []
    var whole: [Piece] = []
    for run in runs {
      let own = run.running.subtracting(counted)
      counted = counted.union(run.running)
      whole.append(Piece(run: run, date: run.date ?? sheet.firstDate, minutes: own.minutes))
      pieces += own.intervals.flatMap(DatesOfService.piecesByDay).map { ($0, run) }
    }
    guard sheet.policy.dateRule == .splitByDay else { return whole }
    return pieces.sorted { $0.interval.start < $1.interval.start }.map { piece in
      Piece(run: piece.run, date: piece.interval.start.date, minutes: piece.interval.minutes)
    }
  }
}
