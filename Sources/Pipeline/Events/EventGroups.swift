import CSV
import Infusion

/// Which entries of an encounter are of one order: bag, else order, else route and site; always the drug (input IN-30).
///
/// Nurses name the bag where they hang it and not where they take it down. An event that names less than others of its
/// order is put to them: to the one bag or site that they name, and where they name several, all of them are taken
/// together, one behind the other.
struct EventGroups {
  private enum Key: Hashable {
    case bag(DrugKey, RowFingerprint)
    case order(DrugKey, RowFingerprint)
    case site(DrugKey, Route, String?)
    /// All sites of a drug that went in without bag and order.
    case anySite(DrugKey, Route)
  }

  private struct Bag: Hashable {
    let drug: DrugKey
    let id: RowFingerprint
  }

  /// The one order of each bag; nil for a bag that several orders name.
  private var orderOfBag: [Bag: RowFingerprint?] = [:]
  /// Orders, and drugs without one, of which some events name no bag or no site.
  private var vague: Set<Key> = []

  /// The entries of each order; orders come as the input first names them.
  static func orders(of entries: [MAREntry]) -> [[MAREntry]] {
    let groups = EventGroups(entries)
    var places: [Key: Int] = [:]
    var orders: [[MAREntry]] = []
    for entry in entries {
      let key = groups.key(of: entry)
      let place = places[key, default: orders.count]
      if place == orders.count {
        places[key] = place
        orders.append([])
      }
      orders[place].append(entry)
    }
    return orders
  }

  private init(_ entries: [MAREntry]) {
    for entry in entries {
      guard let bag = entry.tag.bag, let order = entry.tag.order else { continue }
      let known = orderOfBag.updateValue(order, forKey: Bag(drug: entry.row.drug, id: bag))
      if let known, known != order { orderOfBag[Bag(drug: entry.row.drug, id: bag)] = .some(nil) }
    }
    for entry in entries where entry.tag.isEvent && entry.tag.bag == nil {
      if let order = entry.tag.order {
        vague.insert(.order(entry.row.drug, order))
      } else if entry.row.site == nil {
        vague.insert(.anySite(entry.row.drug, entry.row.route))
      }
    }
  }

  private func key(of entry: MAREntry) -> Key {
    let drug = entry.row.drug
    if let bag = entry.tag.bag {
      guard let order = entry.tag.order ?? orderOfBag[Bag(drug: drug, id: bag)] ?? nil else { return .bag(drug, bag) }
      return vague.contains(.order(drug, order)) ? .order(drug, order) : .bag(drug, bag)
    }
    if let order = entry.tag.order { return .order(drug, order) }
    let anySite = Key.anySite(drug, entry.row.route)
    return vague.contains(anySite) ? anySite : .site(drug, entry.row.route, entry.row.site?.lowercased())
  }
}
