/// One record of a delimited file: where its fields stand, and the bytes they stand in.
///
/// Shape: at least one field. A value that shares the reader's buffer: cheap to use at once; a record that is kept
/// keeps the whole chunk alive, so copy out what is needed for longer.
package struct Record: Sendable {
  /// Where a field stands, counted from the first byte of the record.
  struct Field: Equatable, Sendable {
    let start: Int
    let end: Int
    let form: FieldText.Form
  }

  let buffer: [UInt8]
  let fields: [Field]
  let dialect: Dialect
  /// The 1-based physical line on which the record starts.
  package let line: Int
  /// Where the record stands in the buffer, as written, quotes included, the line end left out.
  let place: Range<Int>

  /// The number of fields.
  package var count: Int { fields.count }

  /// The record as written, quotes included, the line end left out.
  package var raw: ArraySlice<UInt8> { buffer[place] }

  /// Whether a field's value has no bytes.
  package func isEmpty(_ field: Int) -> Bool { bytes(field).isEmpty }

  /// A field's value; a copy only where quotes or escapes had to be undone.
  package func bytes(_ field: Int) -> ArraySlice<UInt8> {
    let place = fields[field]
    let (start, end) = (self.place.lowerBound + place.start, self.place.lowerBound + place.end)
    return place.isValue(in: buffer.span, offset: self.place.lowerBound)
      ? buffer[start..<end] : FieldText.value(of: buffer[start..<end], place.form, dialect)
  }

  /// A field's value as text; bytes that are no UTF-8 become U+FFFD.
  package func text(_ field: Int) -> String {
    String(decoding: bytes(field), as: UTF8.self)
  }
}
