import Infusion

/// A stretch of a fluid run that nothing else overlaps, within one day.
struct FluidPiece {
  let interval: Interval
  let run: Administration

  /// Shape: sorted by start, disjoint; a minute that two runs share belongs to the earlier run.
  static func pieces(of runs: [Administration], _ shortening: Shortening) -> [FluidPiece] {
    var counted = IntervalSet()
    var pieces: [FluidPiece] = []
    for run in runs {
      let own = run.running.subtracting(shortening.minutes(at: run.site)).subtracting(counted)
      pieces += own.intervals.flatMap(DatesOfService.piecesByDay).map { FluidPiece(interval: $0, run: run) }
      counted = counted.union(own)
    }
    return pieces.inOrder { $0.interval.start < $1.interval.start }
  }

  /// The pieces that count: all, or by choice those of stretches long enough by themselves (coding-rules DSP-06).
  static func counted(_ pieces: [FluidPiece], _ shortening: Shortening, on sheet: Worksheet) -> [FluidPiece] {
    guard sheet.policy.hydrationAccumulation == .eachSegmentFrom31 else { return pieces }
    var segments: [[FluidPiece]] = []
    for piece in pieces {
      if let segment = segments.last, piece.continues(segment, shortening) {
        segments[segments.count - 1].append(piece)
      } else {
        segments.append([piece])
      }
    }
    return segments.filter { segment in
      segment.reduce(0) { $0 + $1.interval.minutes } >= sheet.thresholds.shortestHydration
    }.flatMap(\.self)
  }

  /// `10:00-10:20 (20 min) + 10:35-11:30 (55 min) = `; empty for fewer than two pieces.
  static func sum(of pieces: [FluidPiece]) -> String {
    guard pieces.count > 1 else { return "" }
    return pieces.map { "\(IntervalSet([$0.interval]).clock) (\($0.interval.minutes) min)" }.joined(separator: " + ")
      + " = "
  }

  /// Whether no drug parts it from these pieces; a pause or a change of bags within one run does not.
  private func continues(_ segment: [FluidPiece], _ shortening: Shortening) -> Bool {
    let end = segment.map(\.interval.stop).max() ?? interval.start
    if interval.start <= end { return true }
    guard segment.contains(where: { $0.run.index == run.index }) else { return false }
    let gap = IntervalSet(Interval(end, interval.start))
    return gap.subtracting(shortening.minutes(at: run.site)) == gap
  }
}
