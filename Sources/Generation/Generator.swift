import ByteStreams
import CodeTables
import Coding
import Infusion
import Pipeline

/// The main flow: visits are drawn by their numbers alone, written in batches side by side, and put out in order.
package struct Generator: Sendable {
  package let plan: Plan
  private let templates: [VisitTemplate]
  private let codes: BillingCodes

  private static let encountersInBatch = 500

  /// - Throws: `GenerationError` where a template cannot be read or names a code that the tables do not know.
  package init(_ plan: Plan, tables: CodeTables) throws(GenerationError) {
    self.plan = plan
    let parser = TemplateParser(shelf: try StockedDrug.shelf())
    templates =
      try parser.templates(in: VisitTemplate.clinicVisits) + parser.templates(in: VisitTemplate.emergencyVisits)
      + parser.templates(in: VisitTemplate.officeVisits)
    codes = BillingCodes(tables.year(for: plan.firstDay).codeBook)
    try check()
  }

  private func check() throws(GenerationError) {
    for template in templates {
      let steps = template.steps + template.later.flatMap(\.steps)
      let earned = steps.flatMap(\.outcomes).flatMap(\.supports) + template.slips.map(\.code)
      for code in earned where !codes.knows(code.code) {
        throw .unknownCode(code.code.description, visit: template.name)
      }
    }
  }

  /// Writes the three tables; their headers too.
  ///
  /// - Throws: `ByteStreamError`.
  package func write(record: any ByteSink, charges: any ByteSink, answer: any ByteSink) throws -> GenerationCounts {
    var counts = GenerationCounts()
    var recordOutput = RecordOutput(record, plan: plan)
    try recordOutput.put(RecordPage.header(of: plan.style))
    try charges.write(compressedIfWanted(Batch.chargesHeader))
    try answer.write(Batch.answerHeader)
    let starts = Array(stride(from: 0, to: plan.encounters, by: Self.encountersInBatch))
    try OrderedWork.run(
      over: starts, jobs: plan.jobs, makeWorker: { { start in self.batch(from: start) } },
      take: { (batch: Batch) in
        try recordOutput.put(batch.record)
        try charges.write(batch.charges)
        try answer.write(batch.answer)
        counts = counts + batch.counts
      })
    try recordOutput.finish()
    return counts
  }

  private func batch(from start: Int) -> Batch {
    var batch = Batch(style: plan.style)
    for place in start..<min(start + Self.encountersInBatch, plan.encounters) {
      var draw = Draw(seed: plan.seed, encounter: place)
      let drawn = draw.one(of: templates)
      let later = self.later(at: place)
      let first = later == nil ? place : place - 1
      let visit = Visit(
        later ?? drawn, number: place + 1, patient: first + 1, on: plan.day(ofEncounter: first), draw: &draw)
      let bill = Bill(of: visit, codes: codes, errorsInThousand: plan.errorsInThousand, draw: &draw)
      batch.add(visit, bill, codes: codes, patients: plan.patients, draw: &draw)
    }
    batch.counts.recordRows = batch.record.places.count
    if plan.isCompressed { batch.charges = GzipMember.compressed(batch.charges) }
    if plan.isCompressed, plan.order == .grouped { batch.record.compress() }
    return batch
  }

  /// The visit of a place whose patient was there before that day, as the place in front of it has it; nil for any other.
  private func later(at place: Int) -> VisitTemplate? {
    guard place > 0 else { return nil }
    var draw = Draw(seed: plan.seed, encounter: place - 1)
    guard let later = draw.one(of: templates).later.first, self.later(at: place - 1) == nil else { return nil }
    return later
  }

  private func compressedIfWanted(_ bytes: [UInt8]) -> [UInt8] {
    plan.isCompressed ? GzipMember.compressed(bytes) : bytes
  }
}
