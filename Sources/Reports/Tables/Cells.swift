import CSV
import Coding
import Infusion
import Pipeline
import Workbook

/// Where a table puts its cells, one by one: CSV, or a sheet of a workbook.
package protocol CellWriter {
  /// Text from the input or ours, which no spreadsheet may run.
  mutating func text(_ value: String)
  /// The same, appended by `body` as UTF-8.
  mutating func text(_ body: (inout [UInt8]) -> Void)
  /// A cell without content.
  mutating func empty()
  /// An empty cell when there is no number; so do the next two.
  mutating func number(_ value: Int?)
  mutating func day(_ date: CivilDate?)
  mutating func money(_ amount: ExactDecimal?)
  mutating func endRow()
}

extension RecordWriter: CellWriter {
  package mutating func number(_ value: Int?) {
    if let value { number { $0.append(decimal: value) } } else { empty() }
  }

  package mutating func day(_ date: CivilDate?) {
    if let date { number { date.write(to: &$0) } } else { empty() }
  }

  package mutating func money(_ amount: ExactDecimal?) {
    if let amount { number { amount.writeMoney(to: &$0) } } else { empty() }
  }
}

extension SheetRows: CellWriter {
  package mutating func text(_ body: (inout [UInt8]) -> Void) {
    var utf8: [UInt8] = []
    body(&utf8)
    text(String(decoding: utf8, as: UTF8.self))
  }

  package mutating func empty() { blank() }

  package mutating func number(_ value: Int?) {
    guard let value else { return blank() }
    whole(value)
  }

  package mutating func day(_ date: CivilDate?) {
    guard let date else { return blank() }
    let days = Int(date.daysSince1970)
    if Self.days.contains(days) { day(days) } else { text(date.description) }
  }

  package mutating func money(_ amount: ExactDecimal?) {
    guard let amount else { return blank() }
    self.amount(amount.money)
  }
}

/// Cells that several tables share.
extension CellWriter {
  mutating func header(_ columns: [String]) {
    for column in columns { text(column) }
    endRow()
  }

  mutating func code(_ code: ProcedureCode?) {
    if let code { text { code.write(to: &$0) } } else { empty() }
  }

  /// Suggested less billed; empty when neither is known.
  mutating func moneyDifference(_ suggested: ExactDecimal?, _ billed: ExactDecimal?) {
    money(suggested == nil && billed == nil ? nil : (suggested ?? .zero) - (billed ?? .zero))
  }

  mutating func joined(_ texts: [some UTF8Writable], by separator: String) {
    guard !texts.isEmpty else { return empty() }
    text { utf8 in
      for place in texts.indices {
        if place > 0 { separator.write(to: &utf8) }
        texts[place].write(to: &utf8)
      }
    }
  }

  /// One cell for each carried column, guarded as text (output OUT-02).
  mutating func carried(_ values: CarriedValues, in names: [String]) {
    for place in names.indices { text(place < values.texts.count ? values.texts[place] : "") }
  }

  mutating func yes(if fact: Bool) {
    if fact { text("yes") } else { empty() }
  }
}

extension ExactDecimal {
  /// Plain digits with at least two behind the point: `12.50`.
  var money: String {
    let text = description
    guard scale < 2 else { return text }
    return text + (scale == 0 ? ".00" : "0")
  }

  /// Appends `money`.
  func writeMoney(to utf8: inout [UInt8]) {
    guard mantissa >= 0, scale <= 2,
      let shifted = Int(exactly: mantissa)?.multipliedReportingOverflow(
        by: scale == 2 ? 1 : scale == 1 ? 10 : 100), !shifted.overflow
    else { return money.write(to: &utf8) }
    utf8.append(decimal: shifted.partialValue / 100)
    utf8.append(UInt8(ascii: "."))
    utf8.appendTwoDigits(shifted.partialValue % 100)
  }

  /// `money` with its thousands apart, for readers.
  var groupedMoney: String {
    let parts = money.split(separator: ".")
    guard mantissa >= 0, parts.count == 2, let whole = Int(parts[0]) else { return money }
    return "\(grouped(whole)).\(parts[1])"
  }
}

/// The headers of carried columns behind those of a table.
enum CarriedHeaders {
  /// As the user names them; one that the table has itself is `carried_…`.
  static func headers(_ names: [String], behind columns: [String]) -> [String] {
    columns + names.map { columns.contains($0) ? "carried_\($0)" : $0 }
  }
}
