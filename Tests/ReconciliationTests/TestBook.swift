import Coding
import Infusion

/// A small code book: enough of the families to compare with.
enum TestBook {
  static let year = CodingYear(
    year: 2026,
    thresholds: Thresholds(
      longestPush: 15, shortestInfusion: 16, shortestHydration: 31, furtherHourStarts: 91, hourMinutes: 60,
      pastTheHour: 31, repeatPushMinutes: 31, bagChangeGap: 5, keepOpenMillilitersPerHour: .zero,
      infusionMilliliters: .zero, pushWindow: 1, manyLesions: 8),
    codeBook: book, hierarchy: [], facilityPlacesOfService: [])

  static let book: CodeBook = {
    var entries: [ProcedureCode: CodeBook.Entry] = [:]
    var services: [CodeBook.ServiceKey: ProcedureCode] = [:]
    for row in rows {
      let code = ProcedureCode(row.code)
      entries[code] = CodeBook.Entry(
        code: code, description: row.words, kind: row.kind, family: row.family, isBarredInFacility: false)
      if let service = row.service { services[CodeBook.ServiceKey(service, row.serviceClass)] = code }
    }
    return CodeBook(entries: entries, parents: parents, services: services)
  }()

  private struct Row {
    let code: String
    let words: String
    let kind: CodeBook.Kind
    let family: CodeBook.Family
    let service: Service?
    let serviceClass: ServiceClass

    init(
      _ code: String, _ words: String, _ kind: CodeBook.Kind, _ family: CodeBook.Family, _ service: Service?,
      _ serviceClass: ServiceClass
    ) {
      self.code = code
      self.words = words
      self.kind = kind
      self.family = family
      self.service = service
      self.serviceClass = serviceClass
    }
  }

  private static let rows = [
    Row("96413", "chemo infusion, first hour", .initial, .chemo, .infusionInitial, .chemo),
    Row("96415", "chemo infusion, further hours", .addOn, .chemo, .infusionHour, .chemo),
    Row("96417", "further chemo drug, first hour", .addOn, .chemo, .infusionSequential, .chemo),
    Row("96409", "chemo push, the initial", .initial, .chemo, .pushInitial, .chemo),
    Row("96411", "push of a further chemo drug", .addOn, .chemo, .pushAdditional, .chemo),
    Row("96401", "cancer drug under the skin", .standAlone, .chemo, .injection, .chemo),
    Row("96402", "hormonal cancer drug", .standAlone, .chemo, .injection, .hormonal),
    Row("96365", "drug infusion, first hour", .initial, .therapeutic, .infusionInitial, .therapeutic),
    Row("96366", "drug infusion, further hours", .addOn, .therapeutic, .infusionHour, .therapeutic),
    Row("96367", "further drug, first hour", .addOn, .therapeutic, .infusionSequential, .therapeutic),
    Row("96368", "concurrent drug", .addOn, .therapeutic, .infusionConcurrent, .therapeutic),
    Row("96372", "injection", .standAlone, .therapeutic, .injection, .therapeutic),
    Row("96374", "drug push, the initial", .initial, .therapeutic, .pushInitial, .therapeutic),
    Row("96375", "push of a further drug", .addOn, .therapeutic, .pushAdditional, .therapeutic),
    Row("96376", "further push of a drug", .addOn, .therapeutic, .pushRepeat, .therapeutic),
    Row("96360", "fluids, first hour", .initial, .hydration, .hydrationFirstHour, .hydration),
    Row("96361", "fluids, further hours", .addOn, .hydration, .hydrationHour, .hydration),
    Row("51720", "cancer drug into the bladder", .neighbour, .chemo, .bladder, .chemo),
    Row("96523", "port flush", .standAlone, .other, .portFlush, .any),
    Row("36430", "transfusion", .neighbour, .other, .transfusion, .any),
    Row("96369", "infusion under the skin", .initial, .therapeutic, .subcutaneousInfusionFirstHour, .therapeutic),
    Row("96371", "second pump under the skin", .addOn, .therapeutic, .subcutaneousPump, .therapeutic),
    Row("96405", "few lesions", .standAlone, .chemo, .lesionsFew, .chemo),
    Row("96406", "many lesions", .standAlone, .chemo, .lesionsMany, .chemo),
    Row("96416", "pump start", .standAlone, .chemo, .pumpStart, .chemo),
    Row("96521", "pump refill", .standAlone, .chemo, .pumpRefillPortable, .any),
    Row("96381", "RSV antibody", .standAlone, .therapeutic, .rsvAntibody, .specialAntibody),
    Row("90471", "vaccine", .neighbour, .other, .vaccineFirst, .vaccine),
    Row("G0498", "pump sent home", .neighbour, .chemo, .pumpStartHome, .chemo),
    Row("36000", "placing a needle", .linePlacement, .other, nil, .any),
    Row("36591", "blood from a port", .bloodDraw, .other, nil, .any),
    Row("99211", "nurse visit", .nurseVisit, .other, nil, .any),
    Row("99284", "emergency visit", .visit, .other, nil, .any),
    Row("Q0081", "old code for a visit", .legacyVisit, .other, nil, .any),
  ]

  /// Codes that a record can support.
  static let derivable = Set(rows.filter { $0.service != nil }.map { ProcedureCode($0.code) })

  private static let parents: [ProcedureCode: Set<ProcedureCode>] = [
    "96415": ["96413", "96417"], "96417": ["96413"], "96411": ["96409", "96413"],
    "96366": ["96365", "96367"], "96367": ["96365", "96374", "96409", "96413"],
    "96368": ["96365", "96366", "96413", "96415"], "96375": ["96365", "96374", "96409", "96413"],
    "96376": ["96365", "96374", "96409", "96413"], "96361": ["96360", "96365", "96374", "96409", "96413"],
  ].reduce(into: [:]) { found, pair in found[ProcedureCode(pair.key)] = Set(pair.value.map { ProcedureCode($0) }) }
}
