/// The way into the body.
@usableFromInline package enum Route: String, CaseIterable, Sendable {
  case intravenous = "IV"
  case intraosseous = "IO"
  case intraArterial = "IA"
  case subcutaneous = "SC"
  case intramuscular = "IM"
  case intradermal = "ID"
  case intrathecal = "IT"
  case intraperitoneal = "IP"
  case intrapleural = "IPL"
  case intralesional = "IL"
  case intravesical = "IVES"
  case oral = "ORAL"
  case nasal = "NASAL"
  /// Topical, inhaled, rectal, eye, joint, nerve, implant and whatever else has no drug-administration code.
  case other = "OTHER"

  /// Whether the drug enters a vein; bone counts as vein (coding-rules SITE-09).
  package var isIntravenous: Bool { self == .intravenous || self == .intraosseous }
}
