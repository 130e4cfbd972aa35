import CSV
import CodeTables
import Infusion

/// Entries that were saved again: the version saved last holds.
///
/// Versions of one entry share its event id; where the export has none, encounter, order, drug, time and action. Versions
/// saved at the same time are two entries.
enum Corrections {
  private enum Entry: Hashable {
    case named(RowFingerprint)
    case described(
      container: RowFingerprint?, drug: DrugKey, route: Route?, site: String?, time: ClockTime?, action: ActionWord)

    init(_ entry: MAREntry) {
      if let id = entry.tag.version?.eventID {
        self = .named(id)
      } else {
        let isFree = entry.tag.container == nil
        self = .described(
          container: entry.tag.container, drug: entry.row.drug, route: isFree ? entry.row.route : nil,
          site: isFree ? entry.row.site : nil, time: entry.time ?? entry.row.due, action: entry.tag.meaning)
      }
    }
  }

  /// The entries without those of which a later version is here; in the order given.
  static func latest(of entries: [MAREntry]) -> [MAREntry] {
    guard entries.contains(where: { $0.tag.version?.savedAt != nil }) else { return entries }
    var newest: [Entry: ClockTime] = [:]
    for entry in entries {
      guard let savedAt = entry.tag.version?.savedAt else { continue }
      newest[Entry(entry)] = max(newest[Entry(entry)] ?? savedAt, savedAt)
    }
    return entries.filter { entry in
      guard let savedAt = entry.tag.version?.savedAt else { return true }
      return newest[Entry(entry)] == savedAt
    }
  }
}
