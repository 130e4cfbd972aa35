import CSV
import Coding
import Infusion
import Pipeline
import Reconciliation
import Reports
import Testing

@Suite struct OtherTablesTests {
  @Test func writesAnEncounterWithItsCounts() {
    let billed = [
      ChargeLine(source: Fixture.source(1), code: ProcedureCode("96365"), units: 1, serviceDate: Fixture.day)
    ]
    let result = Reconciler(year: Fixture.year).findings(
      encounter: Fixture.encounter, derivation: Fixture.derivation, billed: billed)
    let text = table { writer in
      EncountersTable().writeHeader(to: &writer)
      EncountersTable().append(result, rowsUsed: 4, rowsRejected: 1, to: &writer)
    }
    let lines = text.split(separator: "\n")
    #expect(
      lines[0] == """
        encounter_id,first_service_date,last_service_date,setting,sites,suggested,billed,status,suggested_amount,\
        billed_amount,amount_difference,errors,warnings,infos,rows_used,rows_rejected
        """)
    #expect(lines.count == 2)
    #expect(lines[1].hasPrefix("E1,2026-01-05,2026-01-05,facility,PIV L AC,"))
    #expect(
      lines[1].hasSuffix(
        ",96365 x1,underbilled,,,,\(result.errors),\(result.warnings),\(result.infos),4,1"))
  }

  @Test func writesARejectedRowWithItsRecord() {
    let tables = RejectsTable(sources: ["a/mar.csv"], chargeSources: ["b/mar.csv"])
    let problem = RowProblem(
      source: Fixture.source(3), field: "start", value: "=1+1", rule: "IN-20", problem: "no time, or not one we know",
      fix: "write it as 2026-01-05 09:00", raw: Array("7,\"x\",=1+1".utf8))
    let text = table { writer in
      tables.writeHeader(to: &writer)
      tables.append(problem, of: .mar, to: &writer)
      tables.append(problem, of: .charges, to: &writer)
    }
    let rest =
      #",4,3,start,'=1+1,IN-20,"no time, or not one we know",write it as 2026-01-05 09:00,"7,""x"",=1+1""# + "\n"
    #expect(text == "file,line,row,field,value,rule,problem,fix,record\na/mar.csv\(rest)b/mar.csv\(rest)")
  }

  @Test func writesARecordThatIsNotUTF8Readably() {
    let problem = RowProblem(source: Fixture.source(1), rule: "IN-02", problem: "p", fix: "f", raw: [0x61, 0xFF, 0x62])
    let text = table { RejectsTable(sources: ["m.csv"], chargeSources: []).append(problem, of: .mar, to: &$0) }
    #expect(text == "m.csv,2,1,,,IN-02,p,f,a\u{FFFD}b\n")
  }

  @Test func writesTheCodesThatTheRecordSupports() {
    let codes = CodesTable(sources: ["mar.csv"], tables: { _ in Fixture.year })
    let text = table { writer in
      codes.writeHeader(to: &writer)
      codes.append(Fixture.derivation, of: Fixture.encounter, to: &writer)
    }
    let lines = text.split(separator: "\n")
    #expect(
      lines[0] == """
        encounter_id,service_date,setting,site,code,description,units,modifiers,reason_code,reason,rules,evidence,review
        """)
    #expect(lines.count == 1 + Fixture.derivation.charges.count)
    #expect(lines.contains { $0.hasPrefix("E1,2026-01-05,facility,PIV L AC,96366,") })
    #expect(
      lines.contains {
        $0.hasPrefix("E1,2026-01-05,facility,PIV L AC,96365,\"drug infusion into a vein, first hour\",1,,,")
          && $0.hasSuffix(",mar.csv:2,")
      })
  }

  @Test func namesThreeStoriesAndCountsTheRest() {
    let text = table { writer in
      CodesTable(sources: ["mar.csv"], tables: { _ in Fixture.year }).append(
        pushes(5, kind: nil), of: Fixture.encounter, to: &writer)
    }
    #expect(text.contains("Drug 1. Drug 2. Drug 3. And 2 more."))
    #expect(!text.contains("Drug 4"))
  }

  @Test(arguments: [(NoticeKind.noStopPush, "yes"), (.zeroMinutes, "")])
  func asksForReviewWhereANoticeDoes(kind: NoticeKind, review: String) {
    let text = table { writer in
      CodesTable(sources: ["mar.csv"], tables: { _ in Fixture.year }).append(
        pushes(1, kind: kind), of: Fixture.encounter, to: &writer)
    }
    #expect(text.hasSuffix(",\(kind.rawValue),Drug 1.,PUSH-01,mar.csv:2,\(review)\n"))
    #expect(text.count { $0 == "\n" } == 1)
  }

  @Test func tellsAnOpenQuestionThatTouchesNoCode() {
    var derivation = Derivation()
    for kind in [NoticeKind.concurrentChemo, .zeroMinutes] {
      derivation.notices.append(
        Notice(
          kind: kind, rules: ["CONC-05"], rows: [Fixture.source(2)], date: Fixture.day, sentence: "Two drugs at once"))
    }
    let text = table { writer in
      CodesTable(sources: ["mar.csv"], tables: { _ in Fixture.year }).append(
        derivation, of: Fixture.encounter, to: &writer)
    }
    #expect(text == "E1,2026-01-05,facility,,,,,,CONC_CHEMO,Two drugs at once.,CONC-05,mar.csv:3,yes\n")
  }

  /// One charge of several pushes, with one notice on it.
  private func pushes(_ count: Int, kind: NoticeKind?) -> Derivation {
    var derivation = Derivation()
    derivation.services = (1...count).map { number in
      DerivedService(
        service: .pushAdditional, serviceClass: .therapeutic, code: ProcedureCode("96375"), units: 1,
        serviceDate: Fixture.day, rules: ["PUSH-01"], rows: [Fixture.source(number)], story: "Drug \(number)")
    }
    derivation.notices = [kind].compactMap(\.self).map {
      Notice(kind: $0, rules: ["TIME-08"], rows: [], date: nil, sentence: "Look")
    }
    derivation.charges = [
      ExpectedCharge(
        code: ProcedureCode("96375"), serviceDate: Fixture.day, units: count, services: Array(0..<count),
        rules: ["PUSH-01"], rows: (1...count).map { Fixture.source($0) }, notices: kind == nil ? [] : [0])
    ]
    return derivation
  }
}
