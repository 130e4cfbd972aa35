import CSV
import Infusion

/// The rows of all exports of a run on one stream (docs/distributed.md): each is a tag, a delimiter, and a record as it
/// stands in its export.
struct RowStream {
  /// Of which export a row is, and where it stands there.
  struct Tag: Equatable {
    let role: RunSummary.InputFile.Role
    /// From 0.
    var file = 0
    /// Line and row, from 1; nil where the tag does not say.
    var place: (line: Int, row: Int)?

    /// Reads `m`, `c`, or with a place `m1:412:411`: file, line, row, each from 1.
    init?(_ text: ArraySlice<UInt8>) {
      switch text.first {
      case UInt8(ascii: "m"): role = .mar
      case UInt8(ascii: "c"): role = .charges
      default: return nil
      }
      guard text.count > 1 else { return }
      let numbers = text.dropFirst().split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        .map(Self.number)
      guard numbers.count == 3, let file = numbers[0], let line = numbers[1], let row = numbers[2] else { return nil }
      self.file = file - 1
      place = (line, row)
    }

    /// Whether its numbers are such as can be kept.
    var fits: Bool {
      [file + 1, place?.line ?? 1, place?.row ?? 1].allSatisfy { $0 <= SourceRow.largestNumber }
    }

    /// Digits that are not zero together; what is too large for a tag comes as a number that is too large.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
      guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return nil }
      let number = digits.reduce(0) { min($0 * 10 + Int($1 - UInt8(ascii: "0")), SourceRow.largestNumber + 1) }
      return number > 0 ? number : nil
    }

    static func == (left: Tag, right: Tag) -> Bool {
      left.role == right.role && left.file == right.file && left.place?.line == right.place?.line
        && left.place?.row == right.place?.row
    }
  }

  /// How its rows are cut, also those that were put aside.
  let dialect: Dialect
  private let path: String
  private var text: TextRecords
  private var tagged = RecordCopy()
  private var cutter: RecordCutter
  private var unplaced: [RunSummary.InputFile.Role: Int] = [:]

  /// Opens a stream; its cells are separated by commas unless the job says otherwise.
  init(path: String, job: Job) throws(RunError) {
    dialect = job.dialect ?? .comma
    self.path = path
    cutter = RecordCutter(dialect: dialect)
    do {
      text = try TextRecords(
        path: path, dialect: dialect, encoding: job.encoding, maxFieldBytes: job.maxFieldBytes)
    } catch {
      throw .bytes(error)
    }
  }

  /// Whether the rows so far may hold what is no text; then each has to be asked.
  var isDoubtful: Bool { text.isDoubtful }

  /// Copies the next row without its tag, which has a place; nil at the end.
  ///
  /// - Throws: `RunError.untagged` for a row without a tag, `RunError.tooLargeTag` for one with too large a number.
  mutating func next(into row: inout RecordCopy) throws(RunError) -> Tag? {
    guard try text.next(into: &tagged) else { return nil }
    let raw = tagged.raw
    guard let end = raw.firstIndex(of: dialect.delimiter.rawValue), var tag = Tag(raw[..<end]) else {
      throw .untagged(file: path, line: tagged.line)
    }
    let place = tag.place ?? nextPlace(of: tag.role)
    tag.place = place
    guard tag.fits else { throw .tooLargeTag(stream: path, line: tagged.line) }
    let bytes = tagged.bytes
    cutter.cut(bytes.span.extracting(end + 1..<raw.endIndex), line: place.line, into: &row)
    return tag
  }

  /// Rows without a place are numbered as they come, each kind apart.
  private mutating func nextPlace(of role: RunSummary.InputFile.Role) -> (line: Int, row: Int) {
    let row = (unplaced[role] ?? 0) + 1
    unplaced[role] = row
    return (row, row)
  }
}
