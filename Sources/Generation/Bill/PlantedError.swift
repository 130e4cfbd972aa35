import Infusion

/// A mistake put into a bill that was right.
struct PlantedError: Sendable {
  /// What it is called in the answer.
  let name: String
  /// The bill with the mistake; nil where it cannot be made.
  let plant: @Sendable (_ lines: [BilledLine], _ codes: BillingCodes, _ isMedicare: Bool, inout Draw) -> [BilledLine]?

  /// Mistakes of every kind of visit; templates add their own.
  static let all: [PlantedError] = [
    PlantedError(name: "missed_charge") { lines, codes, _, draw in
      let orphans = codes.orphans(of: lines).count
      let places = lines.indices.filter { place in
        var rest = lines
        rest.remove(at: place)
        return !lines[place].isDrug && codes.orphans(of: rest).count == orphans
      }
      return without(places, of: lines, &draw)
    },
    PlantedError(name: "missing_parent") { lines, codes, _, draw in
      let places = lines.indices.filter { place in
        var rest = lines
        rest.remove(at: place)
        return codes.initials.contains(lines[place].code) && !codes.orphans(of: rest).isEmpty
      }
      return without(places, of: lines, &draw)
    },
    PlantedError(name: "extra_hour") { lines, codes, _, draw in
      let places = lines.indices.filter { codes.hours[lines[$0].code] != nil || codes.isHour(lines[$0].code) }
      guard !places.isEmpty else { return nil }
      let line = lines[draw.one(of: places)]
      return adding(1, of: codes.hours[line.code] ?? line.code, on: line.date, to: lines)
    },
    PlantedError(name: "lost_hour") { lines, codes, _, draw in
      var lines = lines
      let places = lines.indices.filter { codes.isHour(lines[$0].code) }
      guard !places.isEmpty else { return nil }
      let place = draw.one(of: places)
      lines[place].units -= 1
      if lines[place].units == 0 { lines.remove(at: place) }
      return lines
    },
    PlantedError(name: "push_as_infusion") { moving($0, by: $1.pushesAsInfusions, &$3) },
    PlantedError(name: "infusion_as_push") { moving($0, by: $1.infusionsAsPushes, &$3) },
    PlantedError(name: "second_initial") { moving($0, by: $1.followersAsInitials, &$3) },
    PlantedError(name: "sequential_as_concurrent") { moving($0, by: $1.sequentialAsConcurrent, &$3) },
    PlantedError(name: "concurrent_as_sequential") { moving($0, by: $1.concurrentAsSequential, &$3) },
    PlantedError(name: "duplicate_line") { lines, _, _, draw in
      // Of a code on two lines nobody can say which of them is too much.
      let places = lines.indices.filter { place in
        !lines[place].isDrug && lines.count { $0.code == lines[place].code } == 1
      }
      return places.isEmpty ? nil : lines + [lines[draw.one(of: places)]]
    },
    PlantedError(name: "wrong_day") { lines, _, _, draw in
      var lines = lines
      let places = lines.indices.filter { !lines[$0].isDrug }
      guard !places.isEmpty, Set(lines.map(\.date)).count == 1 else { return nil }
      let place = draw.one(of: places)
      lines[place].date = CivilDate(daysSince1970: lines[place].date.daysSince1970 + 1)
      return lines
    },
    PlantedError(name: "second_site_unmarked") { lines, _, _, _ in
      var lines = lines
      guard let place = lines.firstIndex(where: { $0.modifiers.contains(.distinctService) }) else { return nil }
      lines[place].modifiers = []
      return lines
    },
    PlantedError(name: "drug_units") { lines, _, _, draw in
      var lines = lines
      let places = lines.indices.filter { lines[$0].isDrug && !lines[$0].modifiers.contains(BilledLine.wasted) }
      guard !places.isEmpty else { return nil }
      let place = draw.one(of: places)
      let isTooFew = draw.happens(inThousand: 500) && lines[place].units > 1
      lines[place].units += isTooFew ? -1 : lines[place].units * 9
      return lines
    },
    PlantedError(name: "waste_missing") { lines, _, isMedicare, draw in
      guard isMedicare else { return nil }
      return without(lines.indices.filter { lines[$0].modifiers.contains(BilledLine.wasted) }, of: lines, &draw)
    },
  ]

  private static func without(_ places: [Int], of lines: [BilledLine], _ draw: inout Draw) -> [BilledLine]? {
    guard !places.isEmpty else { return nil }
    var lines = lines
    lines.remove(at: draw.one(of: places))
    return lines
  }

  /// The lines with units of a code that giving a drug has, in the line of the code where it has one.
  static func adding(
    _ units: Int, of code: ProcedureCode, on date: CivilDate, to lines: [BilledLine]
  ) -> [BilledLine] {
    var lines = lines
    let line = BilledLine(date: date, code: code, modifiers: [], units: units, isDrug: false)
    if let place = lines.firstIndex(where: { $0.key == line.key }) {
      lines[place].units += units
    } else {
      lines.insert(line, at: lines.firstIndex(where: \.isDrug) ?? lines.count)
    }
    return lines
  }

  /// One unit billed by another code.
  private static func moving(
    _ lines: [BilledLine], by codes: [ProcedureCode: ProcedureCode], _ draw: inout Draw
  ) -> [BilledLine]? {
    let places = lines.indices.filter { place in
      guard let other = codes[lines[place].code], lines[place].modifiers.isEmpty else { return false }
      // Of a code on two lines nobody can say which of them is too much.
      return !lines.contains { $0.code == other && !$0.modifiers.isEmpty }
    }
    guard !places.isEmpty else { return nil }
    let place = draw.one(of: places)
    let line = lines[place]
    guard let other = codes[line.code] else { return nil }
    var rest = lines
    rest[place].units -= 1
    if rest[place].units == 0 { rest.remove(at: place) }
    return adding(1, of: other, on: line.date, to: rest)
  }
}
