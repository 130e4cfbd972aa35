import ArgumentParser
import ByteStreams
import Workbook

/// All sheets of a workbook as JSON, for `scripts/conformance-xlsx`; not for users.
struct ReadWorkbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read-workbook", abstract: "Print all cells of a workbook as JSON.", shouldDisplay: false)

  @Argument(help: "A workbook.")
  var file: String

  @Flag(help: "Print only how many rows and cells the first visible sheet has.")
  var count = false

  func run() throws {
    try ErrorReport.reporting {
      if let kind = ContentKind.ofStored(file), kind != .text, kind != .zip, kind != .workbook {
        throw ByteStreamError.unsupported(path: file, kind: kind)
      }
      let workbook = try WorkbookFile(path: file)
      try Terminal.write(count ? try Self.counts(workbook) : try Self.json(workbook) + "\n")
    }
  }

  private static func counts(_ workbook: WorkbookFile) throws -> String {
    let reader = try workbook.reader(of: try workbook.sheet(named: nil))
    var (rows, cells) = (0, 0)
    while let row = try reader.next() {
      rows += 1
      cells += row.count
    }
    return "\(rows) rows, \(cells) cells\n"
  }

  private static func json(_ workbook: WorkbookFile) throws -> String {
    let sheets = try workbook.sheets.map { sheet in
      let reader = try workbook.reader(of: sheet)
      var cells: [String] = []
      while let row = try reader.next() {
        for index in 0..<row.count where row.kind(index) != .notComputed {
          let place = CellReference.name(column: row.column(index), row: row.number)
          cells.append("[\"\(place)\", \(value(row.kind(index), row.text(index)))]")
        }
      }
      return "{\"name\": \(quoted(sheet.name)), \"cells\": [\(cells.joined(separator: ", "))]}"
    }
    return "{\"sheets\": [\(sheets.joined(separator: ", "))]}"
  }

  private static func value(_ kind: CellKind, _ text: String) -> String {
    switch kind {
    case .number: text.hasPrefix("-") ? "-" + withoutLeadingZeros(String(text.dropFirst())) : withoutLeadingZeros(text)
    case .boolean: text.lowercased()
    case .text, .error, .notComputed: quoted(text)
    case .date: quoted(iso(text))
    case .time: quoted(withSeconds(text))
    case .duration: quoted("PT\(seconds(text))S")
    }
  }

  private static func iso(_ date: String) -> String {
    let parts = date.split(separator: " ", maxSplits: 1).map(String.init)
    return parts.count == 2 ? parts[0] + "T" + withSeconds(parts[1]) : date
  }

  private static func withSeconds(_ clock: String) -> String {
    clock.utf8.count(where: { $0 == UInt8(ascii: ":") }) == 1 ? clock + ":00" : clock
  }

  private static func seconds(_ duration: String) -> String {
    let parts = withSeconds(duration).split(separator: ":")
    let last = parts[2].split(separator: ".", maxSplits: 1)
    let whole = (Int(parts[0]) ?? 0) * 3_600 + (Int(parts[1]) ?? 0) * 60 + (Int(last[0]) ?? 0)
    return last.count == 2 ? "\(whole).\(last[1])000" : "\(whole)"
  }

  private static func withoutLeadingZeros(_ number: String) -> String {
    let digits = number.drop { $0 == "0" }
    return digits.first?.isNumber == true ? String(digits) : "0" + digits
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case _ where scalar.value < 0x20: "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
