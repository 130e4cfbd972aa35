import Infusion

/// The words of a drug's text that no name and no plain word explains: perhaps a drug that no table knows.
///
/// Source: input IN-40, IN-41; the bounds are our own.
struct UnexplainedWords {
  private let text: DrugText
  private let units: Set<String>
  /// Places of the words; ascending, may be empty.
  private let places: [Int]
  /// Where known drugs are named, fluids left out; in order of place.
  private let drugs: [Range<Int>]

  init(_ text: DrugText, _ hits: [(range: Range<Int>, substance: Substance)], _ plainWords: PlainWords) {
    let drugs = hits.filter { !$0.substance.isFluid }.map(\.range)
    self.text = text
    self.drugs = drugs
    units = plainWords.units
    places = text.tokens.indices.filter { place in
      !plainWords.explains(text.tokens[place], besideDrug: !drugs.isEmpty)
        && !hits.contains { $0.range.contains(place) }
    }
  }

  /// Whether they name a drug of their own, so that what is known of the text is not what was given.
  ///
  /// Beside fluid every unexplained word does: `zorbamycin in saline` must not become hydration. Beside a known drug
  /// that has the text to itself none does (`Zorbabrand (ondansetron) 4 mg`); a word does
  /// - before it, with a strength or a joint in between: `zorbamycin 1 g in lidocaine 1 %`, `zorbamycin + ondansetron`;
  /// - behind it, added with `+`, `&`, `and`, `plus`, or with `/` or `-` to the bare name: `ondansetron/zorbamycin`;
  /// - behind its strength, with a strength too: `ondansetron 8 mg, zorbamycin 1 g`.
  var nameADrug: Bool {
    guard let first = drugs.first else { return !places.isEmpty }
    return places.contains { place in
      place < first.lowerBound
        ? isApart(place, from: first.lowerBound) : isAdded(place) || (isListed(place) && hasStrength(place))
    }
  }

  // MARK: Before the known drug

  private static let additions: Set<String> = ["and", "plus"]
  private static let joints = additions.union(["with", "w", "in"])

  private func isApart(_ place: Int, from drug: Int) -> Bool {
    if place + 1 == drug, text.tokens[drug].signsBefore.contains(UInt8(ascii: "-")) { return !isAffix(place) }
    return (place + 1...drug).contains { next in
      let token = text.tokens[next]
      if !token.signsBefore.isDisjoint(with: Set("+&/".utf8)) { return true }
      return next < drug && (Self.joints.contains(token.text) || isStrength(at: next))
    }
  }

  // MARK: Behind the known drug

  private func isAdded(_ place: Int) -> Bool {
    let signs = text.tokens[place].signsBefore
    if !signs.isDisjoint(with: Set("+&".utf8)) { return true }
    if drugs.contains(where: { $0.upperBound == place }) {
      if signs.contains(UInt8(ascii: "/")) { return true }
      if signs.contains(UInt8(ascii: "-")) { return !isAffix(place) }
    }
    return Self.additions.contains(text.tokens[place - 1].text)
  }

  /// Whether the word at a hyphen is too short for a drug: `trastuzumab-anns`, `ado-trastuzumab`.
  private func isAffix(_ place: Int) -> Bool { text.tokens[place].text.count <= 4 }

  /// Whether it stands behind a strength, as the next of a list.
  private func isListed(_ place: Int) -> Bool {
    let before = text.tokens[place - 1]
    if Self.joints.contains(before.text), before.text != "in", place > 1 { return isUnit(text.tokens[place - 2]) }
    let isSigned = !text.tokens[place].signsBefore.isDisjoint(with: Set(",;/-".utf8))
    return isSigned && isUnit(before)
  }

  private func hasStrength(_ place: Int) -> Bool {
    text.tokens.indices.first { $0 > place && text.tokens[$0].number != nil }.map { number in
      (place..<number).allSatisfy(places.contains) && isStrength(at: number)
    } ?? false
  }

  // MARK: Strengths

  /// Whether a number with its unit or `%` starts here.
  private func isStrength(at place: Int) -> Bool {
    guard text.tokens[place].number != nil, place + 1 < text.tokens.count else { return false }
    return isUnit(text.tokens[place + 1])
  }

  private func isUnit(_ token: DrugText.Token) -> Bool { token.isPercent || units.contains(token.text) }
}
