import CSV
import Infusion

/// Some encounters that follow one another, written.
struct Batch: Sendable {
  var record: RecordPage
  var charges: [UInt8] = []
  var answer: [UInt8] = []
  var counts = GenerationCounts()

  static let chargesHeader = header([
    "encounter_id", "line_id", "service_date", "code", "units", "modifiers", "setting", "pos",
  ])
  static let answerHeader = header([
    "encounter_id", "service_date", "code", "modifiers", "supported_units", "billed_units", "status", "drug_line",
    "error", "visit", "setting",
  ])

  init(style: RecordStyle) {
    record = RecordPage(style: style)
  }

  mutating func add(_ visit: Visit, _ bill: Bill, codes: BillingCodes, patients: Int, draw: inout Draw) {
    record.add(visit, patients: patients, draw: &draw)
    addCharges(visit, bill)
    addAnswer(visit, bill, codes)
    counts.encounters += 1
    counts.chargeLines += bill.billed.count
    counts.visits[visit.template.name, default: 0] += 1
    if let error = bill.error { counts.errors[error, default: 0] += 1 }
  }

  private mutating func addCharges(_ visit: Visit, _ bill: Bill) {
    var writer = RecordWriter()
    for (place, line) in bill.billed.enumerated() {
      writer.text(visit.encounterID)
      writer.text("L\(visit.number)-\(place + 1)")
      writer.number(decimal: line.date.description)
      writer.text(line.code.description)
      writer.number(line.units)
      writer.text(line.modifiers.map(\.description).joined(separator: " "))
      writer.text(visit.template.place.setting.rawValue)
      writer.text(visit.placeOfService)
      writer.endRow()
    }
    charges += writer.takeBytes()
  }

  private mutating func addAnswer(_ visit: Visit, _ bill: Bill, _ codes: BillingCodes) {
    var writer = RecordWriter()
    let answers = Answer.all(
      of: bill, codes: codes, isQuestion: visit.template.isQuestion, day: visit.date(of: visit.givings[0].start))
    for answer in answers {
      writer.text(visit.encounterID)
      writer.number(decimal: answer.key.date.description)
      writer.text(answer.key.code.description)
      writer.text(answer.key.apart.map(\.description).joined(separator: " "))
      writer.number(answer.supportedUnits)
      writer.number(answer.billedUnits)
      writer.text(answer.status.rawValue)
      writer.text(answer.isDrug ? "yes" : "no")
      writer.text(bill.error ?? "")
      writer.text(visit.template.name)
      writer.text(visit.template.place.setting.rawValue)
      writer.endRow()
    }
    self.answer += writer.takeBytes()
  }

  private static func header(_ names: [String]) -> [UInt8] {
    var writer = RecordWriter()
    for name in names { writer.text(name) }
    writer.endRow()
    return writer.takeBytes()
  }
}
