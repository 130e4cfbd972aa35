import Infusion

/// Looks whether any bill of a run carries a drug; where none does, drugs are billed elsewhere (coding-rules CHK-18).
struct DrugLineSearch {
  private let isRelevantCode: @Sendable (ProcedureCode) -> Bool
  private var answers = SpellingCache<Bool>()
  private(set) var found = false

  init(isRelevantCode: @escaping @Sendable (ProcedureCode) -> Bool) {
    self.isRelevantCode = isRelevantCode
  }

  mutating func look(at record: IntakeRecord, code column: Int?) {
    let code = record.range(column)
    guard !found, !code.isEmpty else { return }
    let isRelevantCode = isRelevantCode
    found = answers.value(record.bytes, code) { text in
      guard let (code, _) = ChargeCells.codeAndModifiers(text) else { return false }
      return !code.isService && isRelevantCode(code)
    }
  }
}
