import Coding
import Infusion

/// What comparing takes from the tables of a year and from the choices of an organisation: the same for all encounters.
final class ComparingYear: Sendable {
  let roles: CodeRoles
  let thresholds: Thresholds
  /// Ingredients of the drug codes that are known; lines of others are not judged.
  let drugs: [ProcedureCode: DrugKey]
  /// Whether bills carry drugs at all.
  let billsDrugs: Bool
  let edits: BillingEdits
  /// The choices by which encounters were coded.
  let policy: Policy

  init(
    roles: CodeRoles, thresholds: Thresholds, drugs: [ProcedureCode: DrugKey], billsDrugs: Bool, edits: BillingEdits,
    policy: Policy
  ) {
    self.roles = roles
    self.thresholds = thresholds
    self.drugs = drugs
    self.billsDrugs = billsDrugs
    self.edits = edits
    self.policy = policy
  }
}
