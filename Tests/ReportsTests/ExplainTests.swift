import Infusion
import Testing

@testable import Coding
@testable import Reports

@Suite struct ExplainTests {
  private let sources = SourceNames(["in/mar.csv"])

  private func timeline(_ encounter: Encounter, _ derivation: Derivation, width: Int = 80, isColored: Bool = false)
    -> String
  {
    TimelineText(
      encounter: encounter, derivation: derivation, sources: sources, width: width, isColored: isColored
    ).text
  }

  @Test func drawsAMorning() {
    #expect(
      timeline(Fixture.encounter, Fixture.derivation) == """
        Encounter E1, facility, 2026-01-05

                                 08:00     09:00      10:00
                                 ┬─────────┬──────────┬──────────
        Access site 1: PIV L AC
          sodium chloride 0.9 %… ▒▒▒▒▒▒▒▒▒▒▒ 96361                08:00-09:00     60 min
          ondansetron                    ▲ 96375                  08:45
          vancomycin                       ██96365 96366████      09:00-10:31     91 min
        Other routes
          ceftriaxone, IM                              96372 ▲    10:40

        █ infusion   ▒ fluids, minutes that count   ▲ push or injection

        Supports no code
          Heparin flush at 10:45 flushed or locked the line, which has no code of its
            own (NB_FLUSH, ALG-03, CLS-30), mar.csv:6

        """)
  }

  @Test func arguesEachCode() {
    let text = DerivationText(derivation: argued, sources: sources, tables: { _ in Fixture.year }).text
    #expect(
      text == """
        The record supports 2 code lines

        96365-59 x1, 2026-01-05, PIV L AC
          Drug infusion into a vein, first hour
          - Vancomycin ran 09:00-10:31 (91 min) at PIV L AC: 91 min give what they give,
            and a little more = 1 unit
          HYD-02  Thirty minutes or less are never billable; from 31 minutes they are.
                  [S11,S18]
          Record: mar.csv:2-3; mar.csv:8
          See notice 1: STOP_ESTIMATED, a person must decide

        96366 x2, 2026-01-05, PIV L AC
          Drug infusion into a vein, each further hour
          - Vancomycin ran 09:00-10:31 (91 min) at PIV L AC: 91 min give what they give,
            and a little more = 2 units
          PUSH-02 A drug not yet pushed nor infused in the encounter earns one
                  additional-push unit. [K]
          As above: HYD-02
          Record: mar.csv:2-3; mar.csv:8

        Notices
          1 The stop is taken from the next bag. STOP_ESTIMATED, a person must decide
            (TIME-09), mar.csv:2
          2 It ran for no minute. ZERO_MINUTES, info (TIME-12)

        Steps
          1 One site is used (SITE-01 SITE-03), mar.csv:3

        Evidence: Sn = source n says it; the sources are listed by number; K =
        well-established coding practice, not read again at its source; U = unverified;
        no error rests on such a rule alone; D = a decision of this program, where
        sources leave a choice.

        Sources
          S11  CGS: hydration (from AHA Coding Clinic for HCPCS 1Q 2012)
          S18  QHR knowledge base: IV push 96374 (quotes CMS FAQ) (2012)

        """)
  }

  @Test func showsTheSumsBehindUnits() {
    let text = DerivationText(derivation: Fixture.derivation, sources: sources, tables: { _ in Fixture.year }).text
    #expect(text.contains("    91 min: a first hour from 16 min on\n"))
    #expect(
      text.contains(
        """
            91 min = 60 + 31; a further hour is earned at 91 min, the next at 151 min

        """))
    #expect(
      text.contains(
        """
            60 min; an hour is earned at 31 min, the next at 91 min

        """))
  }

  /// Fluids from 08:00 to 10:00 beside a drug that ran from 08:30 to 09:30.
  @Test func tellsMinutesOfFluidsThatCountFromOthers() {
    let encounter = Encounter(
      id: "E4", setting: .facility,
      rows: [
        Fixture.row(1, "saline", .hydration, .intravenous, .infusion, "A", from: 480, to: 600),
        Fixture.row(2, "cefepime", .therapeutic, .intravenous, .infusion, "A", from: 510, to: 570),
      ])
    let derivation = Coder(tables: { _ in Fixture.year }).derivation(of: encounter)
    #expect(
      timeline(encounter, derivation) == """
        Encounter E4, facility, 2026-01-05

                       08:00     08:30      09:00     09:30
                       ┬─────────┬──────────┬─────────┬──────────
        Access site 1: A
          saline       ▒▒96361▒▒▒▒░░░░░░░░░░░░░░░░░░░░▒▒▒▒▒▒▒▒▒▒▒ 08:00-10:00    120 min
          cefepime               ██████████████████████ 96365     08:30-09:30     60 min

        █ infusion   ░ fluids   ▒ fluids, minutes that count

        """)
  }

  /// A record that is not readable is not one that is not there.
  @Test(arguments: [
    (rejected: 2, incomplete: true, says: "2 rows of this encounter could not be read; the record is incomplete.\n"),
    (
      rejected: 0, incomplete: true,
      says: "Charge lines of this encounter could not be read; the bill is incomplete.\n"
        + "Nothing is documented for this encounter.\n"
    ),
    (rejected: 0, incomplete: false, says: "Nothing is documented for this encounter.\n"),
  ])
  func saysWhatIsLost(rejected: Int, incomplete: Bool, says: String) {
    let text = TimelineText(
      encounter: Encounter(id: "E9", setting: .facility, rows: []), derivation: Derivation(), sources: sources,
      rowsRejected: rejected, isIncomplete: incomplete
    ).text
    #expect(text == "Encounter E9, facility\n" + says)
  }

  @Test func saysLittleWithoutCodes() {
    let text = DerivationText(derivation: Derivation(), sources: sources, tables: { _ in Fixture.year }).text
    #expect(text == "The record supports 0 code lines\n")
  }

  /// Two charges that share a rule, a notice on the first and one that touches none, and a step.
  private var argued: Derivation {
    var derivation = Derivation()
    for (place, name) in ["96365", "96366"].enumerated() {
      derivation.services.append(
        DerivedService(
          service: .infusionHour, serviceClass: .therapeutic, code: ProcedureCode(name), units: place + 1,
          serviceDate: Fixture.day, rules: ["PUSH-02", "HYD-02"], rows: [Fixture.source(1), Fixture.source(2)],
          story: "Vancomycin ran 09:00-10:31 (91 min) at PIV L AC: 91 min give what they give, and a little more"))
      derivation.charges.append(
        ExpectedCharge(
          code: ProcedureCode(name), modifiers: place == 0 ? [Modifier("59")] : [], serviceDate: Fixture.day,
          units: place + 1, services: [place], rules: place == 0 ? ["HYD-02"] : ["HYD-02", "PUSH-02"],
          rows: [Fixture.source(1), Fixture.source(2), Fixture.source(7)], sites: ["PIV L AC"],
          notices: place == 0 ? [0] : []))
    }
    derivation.notices = [
      Notice(
        kind: .stopEstimated, rules: ["TIME-09"], rows: [Fixture.source(1)], date: nil,
        sentence: "The stop is taken from the next bag"),
      Notice(kind: .zeroMinutes, rules: ["TIME-12"], rows: [], date: nil, sentence: "It ran for no minute"),
    ]
    derivation.steps = [Step(rules: ["SITE-01", "SITE-03"], rows: [Fixture.source(2)], sentence: "One site is used")]
    return derivation
  }

  @Test(arguments: [60, 80, 100, 132])
  func staysWithinItsWidth(width: Int) {
    let texts = [
      timeline(Fixture.encounter, Fixture.derivation, width: width),
      DerivationText(
        derivation: Fixture.derivation, sources: sources, tables: { _ in Fixture.year }, width: width
      ).text,
    ]
    for line in texts.joined().split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  @Test(arguments: [
    (from: 540, to: 540, axis: "09:00"),
    (from: 545, to: 600, axis: "09:00     09:15"),
    (from: 0, to: 1_439, axis: "00:00  04:00"),
    (from: 600, to: 7_000, axis: "01-05   01-06"),
    (from: 0, to: 1_600_000, axis: "01-05"),
    (from: -2, to: 3, axis: "23:45"),
  ])
  func choosesAScaleForAnyStretch(from: Int, to: Int, axis: String) {
    let row = Fixture.row(1, "x", .therapeutic, .intravenous, .infusion, "A", from: from, to: to)
    let lines = timeline(Encounter(id: "E", setting: .facility, rows: [row]), Derivation()).split(separator: "\n")
    #expect(lines[1].drop { $0 == " " }.hasPrefix(axis), "\(lines[1])")
    for line in lines { #expect(line.count <= 80) }
  }

  @Test func colorsOnlyOnDemand() {
    let plain = timeline(Fixture.encounter, Fixture.derivation)
    let colored = timeline(Fixture.encounter, Fixture.derivation, isColored: true)
    #expect(!plain.contains("\u{1B}"))
    #expect(colored.contains("\u{1B}[34m"))
    #expect(colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain)
  }

  @Test func showsMissingTimesAsSuch() {
    var paused = Fixture.row(4, "paused", .therapeutic, .intravenous, .infusion, "A", from: 540, to: 660)
    paused.pauses = [
      Interval(ClockTime(Fixture.day, minuteOfDay: 580), ClockTime(Fixture.day, minuteOfDay: 620))
    ]
    let encounter = Encounter(
      id: "E2", setting: .facility,
      rows: [
        Fixture.row(1, "no stop", .therapeutic, .intravenous, .infusion, "A", from: 540, to: nil),
        Fixture.row(2, "no time", .therapeutic, .intravenous, .infusion, "A", from: nil, to: nil),
        Fixture.row(3, "no start", .therapeutic, .intravenous, .infusion, "A", from: nil, to: 600),
        paused,
      ])
    var derivation = Derivation()
    derivation.sites = [LogicalSite(names: ["A"])]
    #expect(
      timeline(encounter, derivation) == """
        Encounter E2, facility, 2026-01-05

                       09:00     09:30      10:00     10:30
                       ┬─────────┬──────────┬─────────┬──────────
        Access site 1: A
          no stop      █?                                         09:00-?
          paused       ██████████████              ██████████████ 09:00-11:00     80 min
          no start                          █?                    ?-10:00
          no time                                                 no time

        █ infusion   ? no stop documented

        """)
  }

  /// A pump of two days leaves the morning its room.
  @Test func drawsAPumpBeyondTheEdge() {
    var pump = Fixture.row(2, "pump", .chemo, .intravenous, .longPump, "PORT", from: 600, to: 3_360)
    let drug = Fixture.row(1, "drug", .chemo, .intravenous, .infusion, "PORT", from: 540, to: 600)
    pump.site = "PORT"
    let encounter = Encounter(id: "E5", setting: .facility, rows: [drug, pump])
    var derivation = Derivation()
    derivation.sites = [LogicalSite(names: ["PORT"])]
    #expect(
      timeline(encounter, derivation) == """
        Encounter E5, facility, 2026-01-05

                       09:00   09:15   09:30    09:45   10:00
                       ┬───────┬───────┬────────┬───────┬────────
        Access site 1: PORT
          drug         ██████████████████████████████████         09:00-10:00     60 min
          pump                                          ████████→ 10:00-08:00+2 2760 min

        █ infusion   → runs on after the visit

        """)
  }

  @Test func showsNightsAndSites() {
    let encounter = Encounter(
      id: "E3", setting: .professional,
      rows: [
        Fixture.row(1, "cisplatin", .chemo, .intravenous, .infusion, "PORT", from: 1_320, to: 1_560),
        Fixture.row(2, "cefazolin", .therapeutic, .intravenous, .infusion, "PIV", from: 1_350, to: 1_410),
        Fixture.row(3, "elsewhere", .therapeutic, .intravenous, .push, nil, from: 1_400, to: nil),
      ])
    var derivation = Derivation()
    derivation.sites = [LogicalSite(names: ["PORT", "PORT B"]), LogicalSite(names: ["PIV"])]
    #expect(
      timeline(encounter, derivation) == """
        Encounter E3, professional, place of service 11, 2026-01-05

                       22:00     23:00      01-06     01:00
                       ┬─────────┬──────────┬─────────┬──────────
        Access site 1: PORT, then PORT B
          cisplatin    ██████████████████████████████████████████ 22:00-02:00+1  240 min
        Access site 2: PIV
          cefazolin         ███████████                           22:30-23:30     60 min
        No access site
          elsewhere                  ▲                            23:20

        █ infusion   ▲ push or injection

        """)
  }

  @Test func cannotBeSteeredByTheInput() {
    let row = Fixture.row(
      1, "drug\u{1B}[31m\r\u{202E}x", .therapeutic, .intramuscular, .injection, nil, from: 540, to: nil)
    let text = timeline(Encounter(id: "E\u{7}", setting: .facility, rows: [row]), Derivation())
    #expect(text.contains("drug [31m  x, IM"))
    #expect(!text.contains("\u{7}"))
  }

  @Test func saysThatNothingIsDocumented() {
    let text = timeline(Encounter(id: "E9", setting: .facility), Derivation())
    #expect(text == "Encounter E9, facility\nNothing is documented for this encounter.\n")
  }
}

/// Every number of a source that a rule names leads to a document.
@Suite struct CitationTests {
  @Test func everyCitedSourceIsListed() {
    let cited = Set(RuleBook.all.flatMap(\.evidence).filter { $0.hasPrefix("S") })
    #expect(cited.subtracting(Citations.all.map(\.tag)) == [])
    #expect(cited.count > 30)
    #expect(Set(Citations.all.map(\.tag)).count == Citations.all.count)
  }
}

/// Minutes to units in words, at both sides of each mark.
@Suite struct SumsInWordsTests {
  @Test(arguments: [
    (60, "60 min; a further hour takes 91 min"), (90, "90 min = 60 + 30; a further hour takes 91 min"),
    (91, "91 min = 60 + 31; a further hour is earned at 91 min, the next at 151 min"),
    (151, "151 min = 60 + 60 + 31; further hours are earned at 91 and 151 min, the next at 211 min"),
    (
      211,
      "211 min = 60 + 60 + 60 + 31; further hours are earned at 91, 151 and 211 min, the next at 271 min"
    ),
  ])
  func beyondTheFirstHour(minutes: Int, words: String) {
    #expect(Fixture.year.thresholds.sumBeyondFirst(minutes) == words)
  }

  @Test(arguments: [
    (30, "30 min; an hour takes 31 min"), (31, "31 min; an hour is earned at 31 min, the next at 91 min"),
    (
      1_000,
      "1000 min = 16 x 60 + 40; hours are earned every 60 min from 31 to 991, the next at 1051 min"
    ),
  ])
  func fromNothing(minutes: Int, words: String) {
    #expect(Fixture.year.thresholds.sumFromNothing(minutes) == words)
  }

  /// Fluids parted by a drug: the pieces stand in the sum.
  @Test func piecesOfFluids() {
    let encounter = Encounter(
      id: "E", setting: .facility,
      rows: [
        Fixture.row(1, "saline", .hydration, .intravenous, .infusion, "A", from: 480, to: 600),
        Fixture.row(2, "cefepime", .therapeutic, .intravenous, .infusion, "A", from: 510, to: 570),
      ])
    let services = Coder(tables: { _ in Fixture.year }, explaining: true).derivation(of: encounter).services
    #expect(
      services.first { $0.service == .hydrationHour }?.arithmetic
        == "08:00-08:30 (30 min) + 09:30-10:00 (30 min) = 60 min; an hour is earned at 31 min, the next at 91 min")
  }

  @Test func withoutAReaderNobodyReckons() {
    let services = Coder(tables: { _ in Fixture.year }).derivation(of: Fixture.encounter).services
    #expect(services.map(\.arithmetic).joined() == "")
  }
}
