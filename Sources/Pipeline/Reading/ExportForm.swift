import Coding

/// Where a record of a file says whose it is.
struct RecordShape {
  let encounterID: Int?
  /// The number of cells that a record must have.
  let count: Int

  init<Field>(_ header: HeaderMap<Field>) {
    (encounterID, count) = (header[.encounterID], header.headers.count)
  }
}

/// How the rows of one export are put together with others, once its header is found and its times are settled.
///
/// An object, since it is handed on with every row.
final class ExportForm {
  let shape: RecordShape
  /// The column of billed codes.
  let code: Int?
  let days: DayReader

  init(_ header: HeaderMap<MARField>, read intake: MARIntake, _ rule: Policy.DateRule) {
    (shape, code, days) = (RecordShape(header), header[.billedCode], DayReader(intake, rule))
  }

  init(_ header: HeaderMap<ChargeField>, read intake: ChargeIntake) {
    (shape, code, days) = (RecordShape(header), header[.code], DayReader(intake))
  }
}
