import ByteStreams

/// What monitoring reads after a pass: the time of the last one that did its work, and figures for Prometheus.
package struct PassRecord {
  private let layout: DropLayout
  private let started: Moment
  private let ended: Moment

  package init(folder: String, started: Moment, ended: Moment) {
    layout = DropLayout(root: folder)
    (self.started, self.ended) = (started, ended)
  }

  /// Writes `last-success`, unless the pass failed, and the figures.
  ///
  /// - Parameter metricsPath: where another program looks for figures; beside the ledger when nil.
  package func write(_ report: PassReport, metricsPath: String?) throws {
    if report.isSuccess { try put("\(ended.text) \(ended.seconds)\n", at: layout.lastSuccess, isPublic: false) }
    try put(figures(report), at: metricsPath ?? layout.metrics, isPublic: true)
  }

  private func put(_ text: String, at path: String, isPublic: Bool) throws {
    let file = try AtomicFile(path: path, isPublic: isPublic)
    try file.write(Array(text.utf8))
    _ = try file.commit()
  }

  /// In the text format of Prometheus: each figure with its type.
  private func figures(_ report: PassReport) -> String {
    var text = gauge("last_run_timestamp_seconds", "When the last pass ended.", [("", ended.seconds)])
    if let success = report.isSuccess ? ended.seconds : lastSuccess {
      text += gauge("last_success_timestamp_seconds", "When a pass last ended without a failure.", [("", success)])
    }
    text += gauge("last_exit_code", "Exit code of the last pass.", [("", Int(report.exitCode))])
    text += gauge("last_duration_seconds", "Length of the last pass.", [("", max(0, ended.seconds - started.seconds))])
    text += gauge(
      "drops", "Drops of the last pass by what became of them.",
      [
        ("{state=\"done\"}", report.done), ("{state=\"duplicate\"}", report.duplicates),
        ("{state=\"failed\"}", report.failed), ("{state=\"waiting\"}", report.waiting),
      ])
    text += gauge("rows_read", "Rows and charge lines read in the last pass.", [("", report.rowsRead)])
    text += gauge("rows_rejected", "Rows and charge lines rejected in the last pass.", [("", report.rowsRejected)])
    text += gauge(
      "findings", "Findings of the last pass by status.",
      report.findings.sorted { $0.key < $1.key }.map { ("{status=\"\($0.key)\"}", $0.value) })
    return text
  }

  private var lastSuccess: Int? {
    guard let bytes = try? FileBytes.all(of: layout.lastSuccess) else { return nil }
    return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).last.flatMap { Int($0) }
  }

  private func gauge(_ name: String, _ help: String, _ values: [(labels: String, value: Int)]) -> String {
    guard !values.isEmpty else { return "" }
    let full = "infusion_charges_\(name)"
    return "# HELP \(full) \(help)\n# TYPE \(full) gauge\n"
      + values.map { "\(full)\($0.labels) \($0.value)\n" }.joined()
  }
}
