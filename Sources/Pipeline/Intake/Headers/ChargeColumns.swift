import CSV

/// The columns of a charge export by field, ready for reading rows: nil where the file has none.
struct ChargeColumns: Sendable {
  let encounterID, code, units, serviceDate, setting, placeOfService, amount, lineID, revenueCode, status: Int?
  let modifiers: [Int?]
  /// The columns of all fields.
  let all: FingerprintColumns
  /// The number of cells that a record must have.
  let count: Int

  init(_ map: HeaderMap<ChargeField>) {
    (encounterID, code, units, serviceDate) = (map[.encounterID], map[.code], map[.units], map[.serviceDate])
    (setting, placeOfService, amount) = (map[.setting], map[.placeOfService], map[.amount])
    (lineID, revenueCode, status) = (map[.lineID], map[.revenueCode], map[.status])
    modifiers = ChargeField.allModifiers.map { map[$0] }
    all = FingerprintColumns(ChargeField.allCases.map { map[$0] })
    count = map.headers.count
  }
}
