import ArgumentParser
import DropFolder
import Foundation

/// The clock by which a pass names days and judges whether files are at rest.
struct JobClock: Sendable {
  /// The time when the program was told that it is; nil for the machine's clock.
  private let start: Date?

  /// - Parameter text: `2026-11-24T02:00:00Z`, the time that it is at the start.
  init(startingAt text: String?) throws {
    guard let text else {
      start = nil
      return
    }
    guard let date = try? Date(text, strategy: .iso8601) else {
      throw ValidationError("--now takes a time such as 2026-11-24T02:00:00Z, not \"\(text)\"")
    }
    start = date
  }

  /// The time, its day by the zone of this machine.
  var now: Moment {
    let date = start ?? Date()
    let parts = Calendar(identifier: .gregorian).dateComponents(in: .current, from: date)
    let day = [parts.year, parts.month, parts.day].map { number in
      let digits = String(number ?? 0)
      return digits.count < 2 ? "0" + digits : digits
    }
    return Moment(
      seconds: Int(date.timeIntervalSince1970), text: date.formatted(.iso8601), day: day.joined(separator: "-"))
  }
}
