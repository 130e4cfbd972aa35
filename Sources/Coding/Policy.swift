import Infusion

/// The choices that the specification leaves to an organisation (coding-rules Part 6).
package struct Policy: Sendable {
  /// What starts a pump that the patient takes home (TIME-21).
  package enum PumpHomeCode: String, CaseIterable, Sendable {
    case cpt = "96416"
    case homePump = "G0498"
  }

  /// Which day the units of an infusion over midnight carry (DSP-12).
  package enum DateRule: String, CaseIterable, Sendable {
    case startDate = "START_DATE"
    case splitByDay = "SPLIT_BY_DAY"
  }

  package var pumpHomeCode = PumpHomeCode.cpt
  package var dateRule = DateRule.startDate

  /// Every choice at its default.
  package init() {}

  /// Names of all options, as configuration and command line spell them.
  package static let names = ["pump_home_code", "dos_rule"]

  /// Makes a choice by name.
  package mutating func set(_ name: String, to value: String) throws(PolicyError) {
    switch name {
    case "pump_home_code": pumpHomeCode = try Self.choice(value, of: name)
    case "dos_rule": dateRule = try Self.choice(value, of: name)
    default: throw .unknownName(name, known: Self.names)
    }
  }

  /// Choices that are not at their default, by name.
  package var changed: [String: String] {
    var changed: [String: String] = [:]
    let standard = Policy()
    if pumpHomeCode != standard.pumpHomeCode { changed["pump_home_code"] = pumpHomeCode.rawValue }
    if dateRule != standard.dateRule { changed["dos_rule"] = dateRule.rawValue }
    return changed
  }

  private static func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ text: String, of name: String
  ) throws(PolicyError) -> Value {
    guard let value = Value(rawValue: text) else {
      throw .unknownValue(name: name, value: text, known: Value.allCases.map(\.rawValue))
    }
    return value
  }
}

/// A policy choice that does not exist.
package enum PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
  case unknownName(String, known: [String])
  case unknownValue(name: String, value: String, known: [String])

  package var description: String {
    switch self {
    case .unknownName(let name, let known): "no policy is called \(name); known: \(known.joined(separator: ", "))"
    case .unknownValue(let name, let value, let known):
      "policy \(name) takes \(known.joined(separator: " or ")), not \"\(value)\""
    }
  }
}
