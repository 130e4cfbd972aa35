import Testing

@testable import CSV

@Suite struct DialectTests {
  @Test(
    "The delimiter is found from the header and the first records",
    arguments: [
      ("comma", "csn,drug,route\n1,a,IV\n2,b,IV\n", Dialect.comma),
      ("tab", "csn\tdrug, name\n1\ta, b\n", .tab),
      ("tab, with more commas", "csn\tdrug, name, form\n1\ta, b, c\n", .tab),
      ("semicolon with decimal commas", "csn;dose;rate\n1;1,5;2,5\n2;2,5;3,5\n3;1,0;2,0\n", .semicolon),
      ("pipe", "csn|drug\n1|a;b\n2|c;d\n", .pipe),
      ("delimiters of another kind in quotes", "csn,drug\n1,\"a;b;c\"\n2,\"d;e;f\"\n", .comma),
      (
        "a report's lines above the header",
        "Report run 1/5/2026; all units\nPage 1\n\ncsn,drug,note\n1,a,x;y\n2,b,z\n", .comma
      ),
      ("one column", "csn\n1\n2\n", .comma),
      ("header only, no line end", "csn;drug", .semicolon),
      ("a trailer", "csn|drug|route\n1|a|IV\n2|b|IV\nTotal rows: 2\n", .pipe),
      ("nothing", "", .comma),
      ("a spreadsheet's own line", "sep=;\ncsn;dose\n1;1,5\n2;2,5\n", .semicolon),
      ("CR line ends", "csn;drug, form\r1;a, b\r2;c, d\r", .semicolon),
      ("line ends in quotes", "csn|drug\n1|\"a,\nb,\n\"\n2|\"c,d\"\n", .pipe),
      ("a header with a number and a blank", "csn,drug,2nd dose,\n1,a;b,c;d,\n2,e;f,g;h,\n", .comma),
      ("rows of other widths", "csn;drug;route\n1;a\n2;b;IV\n3;c;IV;x\n4;d;IV\n", .semicolon),
      ("dates, times and decimal commas", "csn;start;dose\n1;5,1,2026 9:00;1,5\n2;6,1,2026 9:00;2,5\n", .semicolon),
    ])
  func detection(_ name: String, _ text: String, _ expected: Dialect) {
    #expect(Dialect.detect(in: Array(text.utf8), isWhole: true) == expected, "\(name)")
    #expect(Dialect.detect(in: Array(text.utf8)) == expected, "\(name), taken for a part")
  }

  @Test("A quote cut off at the end of the sample does no harm")
  func cutSample() {
    #expect(Dialect.detect(in: Array("csn;drug\n1;\"a,b\"\n2;\"c,d".utf8)) == .semicolon)
  }
}
