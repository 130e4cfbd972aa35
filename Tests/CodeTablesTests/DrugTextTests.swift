import Infusion
import Testing

@testable import CodeTables

@Suite struct DrugTextTests {
  @Test(arguments: [
    ("DOXOrubicin 50 mg", ["doxorubicin", "50", "mg"]), ("500mL", ["500", "ml"]), ("D5W", ["d5w"]),
    ("Lactated Ringer's", ["lactated", "ringers"]), ("Herceptin®", ["herceptin"]), ("NaCl 0.9%", ["nacl", "0.9", "%"]),
    (".45 % saline", ["0.45", "%", "saline"]), ("1,000 mL", ["1000", "ml"]), ("0.90%", ["0.9", "%"]),
    ("riTUXimab-abbs", ["rituximab", "abbs"]), ("20 mEq/L", ["20", "meq", "l"]), ("  ", []), ("1,2", ["1", "2"]),
  ])
  func partsWordsNumbersAndPercents(text: String, tokens: [String]) {
    #expect(DrugText(text).tokens.map(\.text) == tokens)
  }

  @Test(arguments: [
    ("in NaCl 0.9% 100 mL IVPB", 100), ("20 mEq/1,000 mL", 1_000), ("1 L", 1_000), ("5 mL in NS 500mL", 500),
    ("2 mg/mL", nil), ("20 mEq/L", nil), ("50 cc", 50), ("no volume", nil),
  ])
  func findsTheVolume(text: String, milliliters: Int?) {
    #expect(DrugText(text).milliliters == milliliters.map { ExactDecimal($0) })
  }

  @Test func findsTheLongestNameFirst() {
    var index = NameIndex<String>()
    for name in ["sodium phosphate", "dexamethasone", "dexamethasone sodium", "iron", "iron sucrose"] {
      #expect(index.add(name, name) == nil)
    }
    #expect(index.add("Iron-Sucrose", "other") == "iron sucrose")
    let hits = index.hits(in: DrugText("IRON SUCROSE with dexamethasone sodium phosphate; irony"))
    #expect(hits.map(\.value) == ["iron sucrose", "dexamethasone sodium"])
  }
}
