import Coding

/// How exports are read, found out from their headers and first rows.
extension ExportIntake {
  /// How the rows of a medication record are put together with others.
  func form(_ header: HeaderMap<MARField>, read intake: MARIntake) -> ExportForm {
    ExportForm(header, read: intake, job.configuration.policy.dateRule)
  }

  func marIntake(of table: ExportTable<MARField>, path: String) throws(RunError) -> MARIntake {
    try marIntake(table.header, sample: table.sample, path: path)
  }

  func marIntake(
    _ header: HeaderMap<MARField>, sample: [IntakeRecord], path: String
  ) throws(RunError) -> MARIntake {
    var settings = FileSettings(name: path, configuration: job.configuration)
    settings.minutesSince = job.configuration.minutesSince
    return try rethrowing(
      as: RunError.intake,
      try MARIntake(
        header: header, sample: sample, settings: settings, vocabulary: vocabulary, drugs: drugs,
        isRelevantCode: job.tables.relevance))
  }

  func chargeIntake(of table: ExportTable<ChargeField>, path: String) throws(RunError) -> ChargeIntake {
    try chargeIntake(table.header, sample: table.sample, path: path)
  }

  func chargeIntake(
    _ header: HeaderMap<ChargeField>, sample: [IntakeRecord], path: String
  ) throws(RunError) -> ChargeIntake {
    try rethrowing(
      as: RunError.intake,
      try ChargeIntake(
        header: header, sample: sample,
        settings: FileSettings(name: path, configuration: job.configuration), vocabulary: vocabulary,
        isRelevantCode: job.tables.relevance, isVisitCode: job.tables.isVisit))
  }
}
