import Testing

@testable import Pipeline

@Suite("Each spelling is looked at once")
struct SpellingCacheTests {
  @Test("However many spellings there are, each keeps its own value and is asked for once")
  func manySpellings() {
    var cache = SpellingCache<String>()
    var asked = 0
    let spellings = (0..<3_000).map { String(repeating: "x", count: $0 % 37) + "\($0)" } + ["", "a\u{0}", "a"]
    for _ in 0..<3 {
      for spelling in spellings + ["a", "a"] {
        let bytes = Array("<\(spelling)>".utf8)
        let value = cache.value(bytes, 1..<bytes.count - 1) { text in
          asked += 1
          return text + "!"
        }
        #expect(value == spelling + "!")
      }
    }
    #expect(asked == spellings.count)
    #expect(cache.count == spellings.count)
  }

  @Test("A spelling that is repeated is not looked at again, until another comes")
  func repeatedSpellings() {
    var last = RepeatedSpelling<Int>()
    var asked: [String] = []
    for spelling in ["A", "A", "AB", "AB", "A", "B"] {
      let bytes = Array(spelling.utf8)
      let length = last.value(bytes, 0..<bytes.count) { text in
        asked.append(text)
        return text.count
      }
      #expect(length == spelling.count)
    }
    #expect(asked == ["A", "AB", "A", "B"])
  }
}
