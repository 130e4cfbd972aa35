import Foundation
import Generation
import Infusion
import Testing

private func plan(_ encounters: Int = 1_700) throws -> Plan {
  Plan(encounters: encounters, firstDay: try #require(CivilDate(iso: "2026-01-05")))
}

@Test func bytesDoNotDependOnTheNumberOfWorkers() throws {
  let alone = try Generated(plan())
  var plan = try plan()
  plan.jobs = 4
  let together = try Generated(plan)
  for name in ["mar", "charges", "answer"] { #expect(try alone.bytes(of: name) == together.bytes(of: name)) }
}

@Test func anotherSeedMakesOtherVisits() throws {
  var plan = try plan(50)
  let first = try Generated(plan).bytes(of: "mar")
  plan.seed = 2
  #expect(try Generated(plan).bytes(of: "mar") != first)
}

@Test func byTimeTheSameRowsStandInOrderOfTheirTimes() throws {
  let grouped = try Generated(plan()).lines(of: "mar")
  var plan = try plan()
  plan.order = .byTime
  let byTime = try Generated(plan).lines(of: "mar")
  #expect(byTime.first == grouped.first)
  #expect(byTime.sorted() == grouped.sorted())
  #expect(byTime != grouped)
  let times = byTime.dropFirst().map { $0.firstMatch(of: /\d{4}-\d\d-\d\d \d\d:\d\d/)?.output ?? "" }
  #expect(times == times.sorted())
}

@Test(arguments: Plan.Order.allCases)
func compressedTheRecordHasTheSameRows(order: Plan.Order) throws {
  var plan = try plan()
  plan.order = order
  let plain = try Generated(plan).findings()
  plan.isCompressed = true
  let compressed = try Generated(plan)
  #expect(try compressed.bytes(of: "mar").prefix(2) == Data([0x1F, 0x8B]))
  #expect(try compressed.findings() == plain)
}

@Test func noEncounterIsAHeaderAlone() throws {
  let generated = try Generated(plan(0))
  #expect(try generated.lines(of: "mar").count == 1)
  #expect(try generated.lines(of: "charges").count == 1)
  #expect(try generated.lines(of: "answer").count == 1)
}
