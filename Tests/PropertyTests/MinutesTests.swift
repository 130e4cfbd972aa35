import Coding
import Infusion
import Testing

/// Units against minutes that the tests count for themselves.
@Suite struct MinutesTests {
  @Test func unitsOfFluidsAreThoseOfTheMinutesThatFluidsRanAlone() {
    everyCase { tried in
      let timeline = Timeline(tried)
      guard !tried.isWithheld, timeline.isPlain else { return nil }
      let alone = timeline.fluids.subtracting(timeline.taken).count
      let services = tried.derivation.services
      let first = units(.hydrationFirstHour, in: services)
      let further = units(.hydrationHour, in: services)
      let hasDrug = services.contains { $0.service == .infusionInitial || $0.service == .pushInitial }
      let wanted = hasDrug ? (0, later(alone)) : (alone >= 31 ? 1 : 0, extra(alone))
      guard (first, further) != wanted else { return nil }
      return "\(alone) min of fluids alone are \(wanted) first and further hours, not \((first, further))"
    }
  }

  @Test func hoursOfAnInfusionAreThoseOfItsMinutes() {
    everyCase { tried in
      let timeline = Timeline(tried)
      let infusions = tried.derivation.services.filter { firstHours[$0.service] != nil || hours.contains($0.service) }
      let complaints = Dictionary(grouping: infusions, by: \.rows).compactMap { rows, services in
        complaint(about: services, of: timeline.minutes(of: rows))
      }
      return complaints.min()
    }
  }
}

/// Coding-rules 0.4, written out again.
private func extra(_ minutes: Int) -> Int { minutes < 91 ? 0 : (minutes - 31) / 60 }
private func later(_ minutes: Int) -> Int { minutes < 31 ? 0 : (minutes + 29) / 60 }

/// Services of a first hour, and whether all their minutes count, whatever else runs.
private let firstHours: [Service: Bool] = [
  .infusionInitial: true, .subcutaneousInfusionFirstHour: true, .arterialInfusionFirstHour: true,
  .infusionSequential: false,
]
private let hours: Set<Service> = [.infusionHour, .subcutaneousInfusionHour, .arterialInfusionHour]

private func units(_ service: Service, in services: [DerivedService]) -> Int {
  services.filter { $0.service == service }.reduce(0) { $0 + $1.units }
}

/// What is wrong with the hours of one infusion.
private func complaint(
  about services: [DerivedService], of minutes: (own: Timeline.Minutes, others: Timeline.Minutes)
) -> String? {
  let ran = minutes.own.count
  let further = services.filter { hours.contains($0.service) }.reduce(0) { $0 + $1.units }
  let first = services.first { firstHours[$0.service] != nil }
  if first != nil, ran < 16 { return "an infusion of \(ran) min has a first hour" }
  let most = first == nil ? later(ran) : extra(ran)
  // Minutes beside another infusion may count for that one.
  let isExact = first.flatMap { firstHours[$0.service] } == true || minutes.own.isDisjoint(with: minutes.others)
  guard further > most || (isExact && further < most) else { return nil }
  return "\(ran) min are \(isExact ? "" : "at most ")\(most) further hours, not \(further)"
}
