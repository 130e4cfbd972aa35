/// The open findings of the older run, while those of the newer one are held against them.
///
/// Shape: each once, in the order of their file; a subject may have several.
struct OpenFindings {
  private(set) var findings: [ComparedFinding] = []
  private var bySubject: [ComparedFinding.Subject: [Int]] = [:]
  private var isMet: [Bool] = []

  mutating func add(_ finding: ComparedFinding) {
    bySubject[finding.subject, default: []].append(findings.count)
    findings.append(finding)
    isMet.append(false)
  }

  /// Takes the finding on the same subject that is not met yet, the most alike first; nil when there is none.
  ///
  /// - Parameter isExact: whether only one that does not differ will do.
  mutating func meet(_ finding: ComparedFinding, isExact: Bool) -> ComparedFinding? {
    let places = (bySubject[finding.subject] ?? []).filter { !isMet[$0] }
    let changes = places.map { (place: $0, count: finding.changes(from: findings[$0]).count) }
    guard let best = changes.min(by: { ($0.count, $0.place) < ($1.count, $1.place) }), !isExact || best.count == 0
    else { return nil }
    isMet[best.place] = true
    return findings[best.place]
  }

  /// Those that nothing met, in order.
  var unmet: [ComparedFinding] { zip(findings, isMet).filter { !$0.1 }.map(\.0) }
}
