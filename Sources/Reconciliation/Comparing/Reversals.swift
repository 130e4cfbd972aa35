import Coding
import Infusion

extension Comparison {
  /// Lines for what is reversed beyond what was billed under the same day, code and modifiers (input section 2): a
  /// reversal takes nothing from another line, and a person must look for the charge that it belongs to.
  static func unmatched(_ reversals: [BilledNet]) -> [ComparedLine] {
    reversals.map { reversal in
      var line = CellKey(reversal).line
      line.billed = [reversal]
      line.status = .review
      return line
    }
  }

  /// Ties each net of which nothing stands to the missing code of its day, else of the encounter.
  mutating func recall(_ reversed: [BilledNet]) {
    for net in reversed {
      let places = lines.indices.filter { lines[$0].code == net.code && lines[$0].status == .missing }
      if let place = places.first(where: { lines[$0].date == net.date }) ?? places.first {
        lines[place].reversed.append(net)
      }
    }
  }
}
