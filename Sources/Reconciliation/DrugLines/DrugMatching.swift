import Coding
import Infusion

/// Which billed drug is which documented one.
struct DrugMatching {
  /// A drug as documented and as billed, under one code.
  struct Pair {
    let total: DrugTotal
    let billed: BilledDrug
  }

  /// By day, then code; the days of the two may differ.
  private(set) var pairs: [Pair] = []
  /// One drug, documented under one code and billed under another.
  private(set) var otherCodes: [Pair] = []
  private(set) var notBilled: [DrugTotal] = []
  /// Billed and not documented, or not to be counted.
  private(set) var unmatched: [BilledDrug]

  init(_ totals: [DrugTotal], _ bill: [BilledDrug], billing: DrugBilling) {
    unmatched = bill
    notBilled = totals
    pairs = takePairs { $0.code == $1.code && $0.serviceDate == $1.date }
    pairs += takePairs { $0.code == $1.code }
    otherCodes = takePairs { $0.serviceDate == ($1.date ?? $0.serviceDate) && billing.areOneDrug($0.code, $1.code) }
  }

  private mutating func takePairs(_ belongs: (DrugTotal, BilledDrug) -> Bool) -> [Pair] {
    var found: [Pair] = []
    var left: [DrugTotal] = []
    for total in notBilled {
      if let place = unmatched.firstIndex(where: { belongs(total, $0) }) {
        found.append(Pair(total: total, billed: unmatched.remove(at: place)))
      } else {
        left.append(total)
      }
    }
    notBilled = left
    return found
  }
}
