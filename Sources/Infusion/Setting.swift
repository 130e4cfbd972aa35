/// Who bills: the hospital's outpatient claim or the physician's.
package enum Setting: String, CaseIterable, Sendable {
  case facility
  case professional
}
