import ByteStreams
import CSV
import Infusion

/// Rows of the medication record of some visits, as they are written.
struct RecordPage: Sendable {
  /// Where a row stands in the bytes, and when it happened: minutes after 1970.
  struct Place: Sendable {
    let minute: Int
    let bytes: Range<Int>
  }

  let style: RecordStyle
  private(set) var places: [Place] = []
  private var writer = RecordWriter()
  /// The rows one behind the other.
  private(set) var bytes: [UInt8] = []
  /// The day of the last visit, days after 1970; later visits have no earlier rows.
  private(set) var lastDay = 0

  init(style: RecordStyle) {
    self.style = style
  }

  /// Makes the rows a gzip member; their places stand for nothing any more.
  mutating func compress() {
    bytes = GzipMember.compressed(bytes)
  }

  static func header(of style: RecordStyle) -> [UInt8] {
    var writer = RecordWriter()
    for name in style.header { writer.text(name) }
    writer.endRow()
    return writer.takeBytes()
  }

  /// Adds a visit's rows by time; of some visits one row stands twice, as exports have it.
  ///
  /// - Parameter patients: how many there are; they come again.
  mutating func add(_ visit: Visit, patients: Int, draw: inout Draw) {
    lastDay = Int(visit.day.daysSince1970)
    var rows: [(minute: Int, giving: Int, row: RecordRow)] = []
    for (place, giving) in visit.givings.enumerated() {
      for row in style.rows(of: giving, wordedAs: visit.number + place) { rows.append((row.minute, place, row)) }
    }
    // Rows of one minute stay in the order in which they were given.
    let sorted = rows.enumerated().sorted { ($0.element.minute, $0.offset) < ($1.element.minute, $1.offset) }
    let twice = draw.happens(inThousand: 10) ? draw.number(below: visit.givings.count) : nil
    for (_, (_, place, row)) in sorted {
      append(row, visit.givings[place], place, of: visit, patients)
      if place == twice { append(row, visit.givings[place], place, of: visit, patients) }
    }
  }

  private mutating func append(_ row: RecordRow, _ giving: Giving, _ place: Int, of visit: Visit, _ patients: Int) {
    let step = giving.step
    let order = String(visit.number * 20 + place)
    let isBilled = giving.isGiven && giving.drug.code != nil
    writer.text(visit.encounterID)
    writer.text("P" + padded(visit.patient % patients, to: 7))
    writer.text(visit.template.place.setting.rawValue)
    writer.text(visit.placeOfService)
    writer.text(visit.isMedicare ? "Medicare" : "Commercial")
    writer.text(order)
    writer.text(giving.drug.text)
    writer.text(isBilled ? giving.drug.code?.description ?? "" : "")
    writer.text(step.manner.route)
    writer.text(step.manner.technique)
    writer.text(row.action)
    writer.text(step.isIntoVein ? visit.sites[step.site] : "")
    writer.text(step.lumen)
    writer.text(style == .intervals ? order : "")
    time(row.minute, of: visit)
    if style == .intervals { row.stop.map { time($0, of: visit) } ?? writer.empty() }
    amounts(row, giving)
    writer.text(step.manner == .flush ? "flush" : step.purpose)
    writer.text(step.isPrimaryReason ? "yes" : "")
    writer.text(step.secondSiteReason)
    opened(row, giving)
    writer.endRow()
    let start = bytes.count
    bytes += writer.takeBytes()
    places.append(
      Place(minute: Int(visit.day.daysSince1970) * 1_440 + row.minute, bytes: start..<bytes.count))
  }

  private mutating func time(_ minute: Int, of visit: Visit) {
    let date = visit.date(of: minute)
    let (hour, rest) = (minute % 1_440 / 60, minute % 60)
    writer.text("\(date) \(padded(hour, to: 2)):\(padded(rest, to: 2))")
  }

  private mutating func amounts(_ row: RecordRow, _ giving: Giving) {
    writer.text(row.holdsDose ? giving.drug.dose.description : "")
    writer.text(row.holdsDose ? giving.drug.unit : "")
    writer.text(row.holdsDose ? giving.drug.milliliters : "")
    writer.text(row.rate.map(String.init) ?? "")
    writer.text(giving.step.pushMinutes.map(String.init) ?? "")
  }

  private mutating func opened(_ row: RecordRow, _ giving: Giving) {
    let opened = row.holdsDose && giving.isGiven ? giving.drug.opened : nil
    writer.text(opened?.description ?? "")
    writer.text(opened == nil ? "" : giving.drug.unit)
    writer.text(opened == nil ? "" : "yes")
  }
}
