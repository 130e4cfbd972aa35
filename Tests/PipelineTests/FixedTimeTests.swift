import Infusion
import TestSupport
import Testing

@testable import Pipeline

@Suite("Times whose digits have fixed places")
struct FixedTimeTests {
  @Test(
    "Layouts that nearly all of an export have need no second look",
    arguments: [
      ("2026-01-05", TimeForm.iso, "2026-01-05", nil), ("2026-01-05 09:07", .iso, "2026-01-05", 547),
      ("2024-02-29T23:59:59", .iso, "2024-02-29", 1_439), ("01/05/2026 00:00", .slashed(.monthDay), "2026-01-05", 0),
      ("01/05/2026 00:00", .slashed(.dayMonth), "2026-05-01", 0), ("20260105", .compact, "2026-01-05", nil),
      ("202601050907", .compact, "2026-01-05", 547), ("20260105090759", .compact, "2026-01-05", 547),
    ] as [(String, TimeForm, String, Int?)])
  func fixed(_ text: String, _ form: TimeForm, _ date: String, _ minute: Int?) {
    let time = FixedTime.read(text.utf8.span, as: form)
    #expect(time == TimeText(date: CivilDate(iso: date), minuteOfDay: minute))
  }

  @Test("What is read at a glance is read the same step by step, and nothing else is read")
  func sameAsStepByStep() throws {
    let seed = UInt64.random(in: .min ... .max)
    print("FixedTimeTests.sameAsStepByStep seed \(seed)")
    var draw = Draw(seed: seed)
    let layouts = [
      "2026-01-05", "2026-01-05 09:07", "2026-01-05T09:07:31", "01/05/2026", "01/05/2026 09:07", "12/31/2026 23:59:00",
      "20260105", "202601050907", "20260105090759", "2026-01-05 09:07Z", "1/5/2026 9:07 AM", "2026/01/05 09:07",
    ]
    let alphabet = Array("00112233456789-/: TZap.".utf8)
    var atAGlance = 0
    for round in 0..<200_000 {
      var text = Array((layouts.randomElement(using: &draw) ?? "").utf8)
      for _ in 0..<Int.random(in: 0...3, using: &draw) {
        text[Int.random(in: 0..<text.count, using: &draw)] = alphabet.randomElement(using: &draw) ?? 0
      }
      for form in TimeForm.all(.monthDay) + [.slashed(.dayMonth)] {
        guard let time = FixedTime.read(text.span, as: form) else { continue }
        atAGlance += 1
        let same = TimeParser.read(text.span, as: form) == time
        #expect(same, "seed \(seed), round \(round), \(String(decoding: text, as: UTF8.self)) as \(form)")
        if !same { return }
      }
    }
    #expect(atAGlance > 10_000)
  }

  @Test("Years from 1990 to 2100 are plausible, and no others")
  func plausibleYears() throws {
    for (day, isPlausible) in [
      ("1989-12-31", false), ("1990-01-01", true), ("2100-12-31", true), ("2101-01-01", false),
    ] {
      let outcome = try MARFixture("encounter_id,drug,route,start,stop").read("7,ketorolac,IV,\(day) 09:00,")
      if case .row = outcome { #expect(isPlausible, "\(day)") } else { #expect(!isPlausible, "\(day)") }
    }
  }
}
