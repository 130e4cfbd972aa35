import Infusion
import TestSupport
import Testing

@testable import Pipeline

@Suite("Numbers that are nothing but digits and a point")
struct PlainNumberTests {
  @Test("They are what the careful reader makes of them; all else is left to it")
  func sameAsCareful() {
    let seed = UInt64.random(in: .min ... .max)
    print("PlainNumberTests seed \(seed)")
    var draw = Draw(seed: seed)
    let alphabet = Array("0123456789900..-+, m".utf8)
    var plain = 0
    for round in 0..<50_000 {
      let text = (0..<Int.random(in: 0...22, using: &draw)).map { _ in
        alphabet[Int.random(in: 0..<(round.isMultiple(of: 2) ? 14 : alphabet.count), using: &draw)]
      }
      guard let number = NumberText.plain(text.span) else { continue }
      plain += 1
      let careful = NumberText.measured(String(decoding: text, as: UTF8.self))
      let isSame = careful?.number == number && careful?.unit == "" && careful?.number.scale == number.scale
      #expect(isSame, "seed \(seed), \(String(decoding: text, as: UTF8.self))")
      if !isSame { return }
    }
    #expect(plain > 1_000)
  }
}
