import CSV

/// The columns of a file by field, ready for reading rows: nil where the file has none.
struct MARColumns: Sendable {
  let encounterID, patientID, setting, placeOfService, payer, department: Int?
  let drug, hcpcs, drugClass, route, technique, action, status, site, orderID, bagID, eventID, savedTime: Int?
  let start, actionTime, startDate, stop, stopDate, serviceDate, dueTime, lastSeenRunning, duration, durationUnit: Int?
  let volume, rate, rateUnit, pushMinutes, lesions: Int?
  let dose, doseUnit, opened, openedUnit, singleDose: Int?
  let purpose, primaryReason, secondSiteReason, encounterStart, encounterEnd: Int?
  let billedCode, billedUnits, billedModifiers: Int?
  /// The columns of all fields.
  let all: FingerprintColumns
  /// The number of cells that a record must have.
  let count: Int
  /// Whether the header of the rate column names millilitres an hour.
  let rateIsPerHour: Bool

  init(_ map: HeaderMap<MARField>) {
    (encounterID, patientID, setting) = (map[.encounterID], map[.patientID], map[.setting])
    (placeOfService, payer, department) = (map[.placeOfService], map[.payer], map[.department])
    (drug, hcpcs, drugClass, route) = (map[.drug], map[.hcpcs], map[.drugClass], map[.route])
    (technique, action, status, site) = (map[.technique], map[.action], map[.status], map[.site])
    (orderID, bagID) = (map[.orderID], map[.bagID])
    (eventID, savedTime) = (map[.eventID], map[.savedTime])
    // A file with a date column only keeps the whole moment in it.
    start = map[.start] ?? map[.actionTime] ?? map[.startDate]
    // In a file of intervals and events each kind may have a column for its times.
    actionTime = map[.start] == nil ? nil : map[.actionTime]
    startDate = start == map[.startDate] ? nil : map[.startDate]
    stop = map[.stop] ?? map[.stopDate]
    stopDate = map[.stop] == nil ? nil : map[.stopDate]
    (serviceDate, dueTime, lastSeenRunning) = (map[.serviceDate], map[.dueTime], map[.lastSeenRunning])
    (duration, durationUnit) = (map[.duration], map[.durationUnit])
    (volume, rate, rateUnit) = (map[.volume], map[.rate], map[.rateUnit])
    (pushMinutes, lesions) = (map[.pushMinutes], map[.lesions])
    (dose, doseUnit) = (map[.dose], map[.doseUnit])
    (opened, openedUnit, singleDose) = (map[.opened], map[.openedUnit], map[.singleDose])
    (purpose, primaryReason, secondSiteReason) = (map[.purpose], map[.primaryReason], map[.secondSiteReason])
    (encounterStart, encounterEnd) = (map[.encounterStart], map[.encounterEnd])
    (billedCode, billedUnits, billedModifiers) = (map[.billedCode], map[.billedUnits], map[.billedModifiers])
    days = Set(
      [start, actionTime, stop, startDate, stopDate, serviceDate, dueTime, encounterStart, encounterEnd]
        .compactMap(\.self)
    ).sorted()
    all = FingerprintColumns(MARField.allCases.map { map[$0] })
    count = map.headers.count
    rateIsPerHour = map[.rate].map { FlowText.isMillilitersPerHour(header: map.headers[$0]) } ?? false
  }

  /// The columns that hold times.
  var times: [Int] {
    [
      start, actionTime, startDate, stop, stopDate, serviceDate, dueTime, lastSeenRunning, savedTime, encounterStart,
      encounterEnd,
    ].compactMap(\.self)
  }

  /// Those that may name a day on which something was done.
  let days: [Int]

  /// Those whose moments are compared with each other.
  var moments: [Int] { [start, actionTime, stop, lastSeenRunning, encounterStart, encounterEnd].compactMap(\.self) }
}
