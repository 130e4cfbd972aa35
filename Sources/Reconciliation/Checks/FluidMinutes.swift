import Coding
import Infusion

extension BillingChecks {
  /// Example: 96361 for saline that ran beside an antibiotic, or for 30 minutes of it alone.
  static let fluidsWithoutTheirMinutes = BillingCheck(
    rule: CheckRule(
      "CHK-08", "Fluids are billed only for more than 30 minutes in which no other infusion ran.", severity: .error,
      evidence: "S11 S18 S31 S33")
  ) { _, documentation, findings in
    let surplus = findings.surplus { documentation.roles.isCode($0, of: Service.hydrations) }
    guard !surplus.isEmpty else { return [] }
    let isShort = documentation.derivation.notices.contains { $0.kind == .hydrationShort }
    let beside = documentation.infusedBesideFluids.sorted().joined(separator: ", ")
    return surplus.flatMap { place in
      var hits: [CheckHit] = []
      if !beside.isEmpty {
        hits.append(
          CheckHit(
            key: "HYD_CONCURRENT", at: .finding(place),
            sentence: "Minutes in which \(beside) ran are not minutes of fluids.",
            saidBy: [NoticeKind.hydrationShort.rawValue]))
      }
      if isShort {
        hits.append(
          CheckHit(
            key: "HYD_SHORT", at: .finding(place),
            sentence: "What is left of the fluids is too short to be billed.",
            saidBy: [NoticeKind.hydrationShort.rawValue]))
      }
      return hits
    }
  }
}

extension Documentation {
  /// Names of drugs infused while fluids ran, as far as the record has both their ends.
  fileprivate var infusedBesideFluids: Set<String> {
    let used = usedRows
    let fluids = used.filter { $0.drugClass == .hydration && $0.route.isIntravenous }.compactMap(\.span)
    return Set(
      used.filter { row in
        guard row.drugClass != .hydration, row.mayBeInfused, let span = row.span else { return false }
        return fluids.contains { $0.start < span.stop && span.start < $0.stop }
      }.map(\.drugName))
  }
}

extension MARRow {
  /// Whether its start and stop are those of an infusion; pumps sent home do not count (coding-rules RD-08).
  fileprivate var mayBeInfused: Bool {
    switch technique {
    case .infusion, .subcutaneousInfusion: true
    case .unknown: route.isIntravenous
    case .push, .injection, .longPump, .pumpRefill, .onBodyInjector: false
    }
  }

  fileprivate var span: Interval? {
    guard let start, let stop, start < stop else { return nil }
    return Interval(start, stop)
  }
}
