import Infusion

/// What a visit supports, what was billed for it, and what went wrong on the way.
struct Bill: Sendable {
  let supported: [BilledLine]
  let billed: [BilledLine]
  /// The mistake, by name; nil for a bill that is right.
  let error: String?

  /// - Parameter errorsInThousand: how many bills of a thousand have a mistake, where one can be made.
  init(of visit: Visit, codes: BillingCodes, errorsInThousand: Int, draw: inout Draw) {
    supported = visit.supported
    guard draw.happens(inThousand: errorsInThousand) else {
      (billed, error) = (supported, nil)
      return
    }
    let slips = visit.template.slips.map { slip in
      PlantedError(name: slip.kind) { lines, _, _, _ in
        PlantedError.adding(slip.code.units, of: slip.code.code, on: visit.date(of: visit.givings[0].start), to: lines)
      }
    }
    // A visit's own mistakes come twice as often as any other.
    var kinds = slips + slips + PlantedError.all
    while !kinds.isEmpty {
      let kind = kinds.remove(at: draw.number(below: kinds.count))
      guard let lines = kind.plant(supported, codes, visit.isMedicare, &draw) else { continue }
      (billed, error) = (lines, kind.name)
      return
    }
    (billed, error) = (supported, nil)
  }
}
