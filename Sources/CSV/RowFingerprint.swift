/// 128 bits that stand for some cells: equal cells have equal ones, and different ones differ for all practical purposes.
@usableFromInline package struct RowFingerprint: Hashable, Sendable {
  @usableFromInline private(set) var first: UInt64 = 0x9e37_79b9_7f4a_7c15
  @usableFromInline private(set) var second: UInt64 = 0xc2b2_ae3d_27d4_eb4f

  package init() {}

  /// The half of it, never 0: enough where a mistake only costs time.
  package var short: UInt64 { first | 1 }

  @inlinable package static func == (left: RowFingerprint, right: RowFingerprint) -> Bool {
    left.first == right.first && left.second == right.second
  }

  /// The first half is mixed well enough to stand for all of it.
  @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(first) }

  /// Adds one cell; its length is part of it, so that cells cannot run into each other, and so is its place.
  package mutating func add(_ cell: Span<UInt8>, place: Int = 0) {
    add(UInt64(place) << 32 | UInt64(cell.count), FieldScanner.word(cell, at: 0))
    var offset = 8
    while offset < cell.count {
      add(FieldScanner.word(cell, at: offset), FieldScanner.word(cell, at: offset + 8))
      offset += 16
    }
  }

  /// Each half takes both words in, each word on the other side of a product.
  @inline(__always)
  private mutating func add(_ left: UInt64, _ right: UInt64) {
    first = Self.mixed(first ^ left, right ^ 0xa076_1d64_78bd_642f)
    second = Self.mixed(second ^ right, left ^ 0xe703_7ed1_a0b4_28db)
  }

  @inline(__always)
  private static func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}

/// The columns by which rows of one or several files are told apart, each in its place.
package struct FingerprintColumns: Sendable {
  fileprivate let columns: [(place: Int, column: Int)]

  /// - Parameter columns: in their places; nil for one that the file lacks, which is as if it were blank.
  package init(_ columns: [Int?]) {
    self.columns = columns.enumerated().compactMap { place, column in column.map { (place, $0) } }
  }
}

extension RecordCopy {
  /// Of the values in some columns that are not blank.
  package func fingerprint(of columns: FingerprintColumns) -> RowFingerprint {
    var fingerprint = RowFingerprint()
    let bytes = bytes.span
    for (place, column) in columns.columns where column < count && !values[column].isEmpty {
      fingerprint.add(bytes.extracting(values[column]), place: place)
    }
    return fingerprint
  }
}
