extension Dialect {
  /// How many of a file's first bytes are plenty for `detect`.
  package static let sampleSize = 1 << 16

  private static let recordsLookedAt = 100
  /// The rarer a byte is in prose, the more it says when it stands in every record: the first of equals wins.
  private static let candidates: [Delimiter] = [.tab, .pipe, .semicolon, .comma]

  /// The dialect that the header and the first records of a file speak.
  ///
  /// A delimiter fits when most records have the same number of fields, at least two, and the first record of that
  /// width reads like a header; lines of a report above the header do no harm. Comma when nothing fits.
  ///
  /// - Parameters:
  ///   - sample: the first bytes of the file; those beyond `sampleSize` are not looked at.
  ///   - isWhole: whether the sample is all of the file; otherwise its last record may be cut and does not count.
  package static func detect(in sample: [UInt8], isWhole: Bool = false) -> Dialect {
    let isWhole = isWhole && sample.count <= sampleSize
    let sample = Array(sample.prefix(sampleSize))
    var best = Dialect()
    var bestFit = Fit.none
    for delimiter in candidates {
      let dialect = Dialect(delimiter: delimiter)
      let fit = Fit(of: firstRecords(of: sample, in: dialect, isWhole: isWhole))
      if bestFit < fit { (best, bestFit) = (dialect, fit) }
    }
    return best
  }

  private static func firstRecords(of sample: [UInt8], in dialect: Dialect, isWhole: Bool) -> [Record] {
    var reader = RecordReader(dialect: dialect)
    var records: [Record] = []
    reader.append(sample)
    while records.count < recordsLookedAt, let record = try? reader.next() { records.append(record) }
    // A sample without one whole record, or a whole file: what is left counts as well.
    if isWhole || records.isEmpty {
      reader.finish()
      while records.count < recordsLookedAt, let record = try? reader.next() { records.append(record) }
    }
    return records
  }
}

/// How well one delimiter explains the first records.
private struct Fit: Comparable {
  /// Records in a thousand that have the commonest number of fields; 0 when that is one field.
  let share: Int
  /// Whether the first of them reads like a header.
  let hasHeader: Bool

  static let none = Fit(share: 0, hasHeader: false)

  private init(share: Int, hasHeader: Bool) {
    self.share = share
    self.hasHeader = hasHeader
  }

  init(of records: [Record]) {
    var counts: [Int: Int] = [:]
    for record in records { counts[record.count, default: 0] += 1 }
    guard
      let (width, count) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), width > 1,
      let first = records.first(where: { $0.count == width })
    else {
      self = .none
      return
    }
    self.init(share: 1000 * count / records.count, hasHeader: Self.readsLikeHeader(first))
  }

  static func < (left: Fit, right: Fit) -> Bool {
    if left.hasHeader != right.hasHeader { return right.hasHeader }
    return left.share < right.share
  }

  /// Names begin with a letter (of any script) or an underscore; values of an export seldom all do.
  private static func readsLikeHeader(_ record: Record) -> Bool {
    (0..<record.count).allSatisfy { field in
      guard let first = record.bytes(field).first else { return false }
      return (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first) || first == 0x5F || first >= 0x80
    }
  }
}
