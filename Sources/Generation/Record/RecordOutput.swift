import ByteStreams

/// Puts out the rows of the record in the order that is wanted.
///
/// By time, rows wait until no later encounter can have an earlier one: two or three days' rows are held, however long the
/// record.
struct RecordOutput {
  private let sink: any ByteSink
  private let order: Plan.Order
  private let isCompressed: Bool
  private var waiting: [(minute: Int, row: ArraySlice<UInt8>)] = []

  init(_ sink: any ByteSink, plan: Plan) {
    self.sink = sink
    order = plan.order
    isCompressed = plan.isCompressed
  }

  func put(_ bytes: [UInt8]) throws {
    try sink.write(isCompressed ? GzipMember.compressed(bytes) : bytes)
  }

  mutating func put(_ page: RecordPage) throws {
    guard order == .byTime else { return try sink.write(page.bytes) }
    waiting += page.places.map { ($0.minute, page.bytes[$0.bytes]) }
    try release(before: page.lastDay * 1_440)
  }

  mutating func finish() throws {
    try release(before: .max)
  }

  private mutating func release(before minute: Int) throws {
    // Rows of one minute stay in the order of their encounters.
    let sorted = waiting.enumerated().sorted { ($0.element.minute, $0.offset) < ($1.element.minute, $1.offset) }
    let ready = sorted.prefix { $0.element.minute < minute }
    guard !ready.isEmpty else { return }
    try put(ready.flatMap(\.element.row))
    waiting = sorted.dropFirst(ready.count).map(\.element)
  }
}
