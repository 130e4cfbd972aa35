import CodeTables
import Coding
import Foundation
import Infusion
import TestSupport

/// One random encounter with what the engine derives from it.
struct Case: Sendable {
  let encounter: Encounter
  /// Seeds the choices that a property makes on this case, so that shrinking repeats them.
  let seed: UInt64
  let derivation: Derivation

  init(_ encounter: Encounter, seed: UInt64) {
    self.encounter = encounter
    self.seed = seed
    derivation = Engine.derivation(of: encounter)
  }

  var draw: Draw { Draw(seed: seed) }

  /// The tables in force on its days.
  var year: CodingYear { Engine.year(of: encounter) }
}

/// The encounters that every property is tried on.
enum Sample {
  /// Set by the environment variable SEED; always the same without it, so that a change is to blame for a failure.
  ///
  /// `scripts/fuzz-coding` sets new ones.
  static let seed = number("SEED") ?? 2_026
  /// Set by the environment variable COUNT.
  static let count = Int(number("COUNT") ?? 2_500)

  static let cases: [Case] = {
    print("PropertyTests: SEED=\(seed) COUNT=\(count)")
    return (0..<count).map { place in
      var draw = Draw(seed: seed &+ UInt64(place) &* 0x2545_F491_4F6C_DD1D)
      return Case(RandomEncounter.encounter(from: &draw), seed: draw.next())
    }
  }()

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }
}
