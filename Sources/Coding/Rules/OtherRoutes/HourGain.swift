import Infusion

/// A unit gained while the minutes of several runs are added, dated by the run that earns it (coding-rules DOS-02).
struct HourGain {
  let run: Giving
  let isFirstHour: Bool
  let furtherHours: Int
  /// Minutes of this run and those before it.
  let minutesSoFar: Int

  /// The gains of runs that share one first hour.
  ///
  /// - Parameter runs: in order of time; minutes that run together count once.
  static func gains(of runs: [Giving], _ thresholds: Thresholds) -> [HourGain] {
    var counted = IntervalSet()
    var hours = 0
    return runs.map { run in
      let isFirst = counted.isEmpty
      counted = counted.union(run.running)
      let gained = thresholds.hoursBeyondFirst(counted.minutes) - hours
      hours += gained
      return HourGain(run: run, isFirstHour: isFirst, furtherHours: gained, minutesSoFar: counted.minutes)
    }
  }
}
