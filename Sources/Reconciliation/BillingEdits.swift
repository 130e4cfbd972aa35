import Coding
import Infusion

/// What a payer's published edits say of billed lines: unit limits (MUE) and pairs of codes (NCCI PTP).
///
/// Shape: look-ups by code, setting and day (nil where a line has none); a look-up that is absent is a table that was
/// not loaded, and its check is skipped.
package struct BillingEdits: Sendable {
  /// The most units of a code and day.
  package struct UnitLimit: Hashable, Sendable {
    package let units: Int
    package let indicator: LimitIndicator
    /// First day of the table that says so; nil when not known.
    package let effectiveFrom: CivilDate?

    package init(units: Int, indicator: LimitIndicator, effectiveFrom: CivilDate? = nil) {
      self.units = units
      self.indicator = indicator
      self.effectiveFrom = effectiveFrom
    }
  }

  /// How a unit limit is applied (the MUE adjudication indicator).
  package enum LimitIndicator: Int, CaseIterable, Sendable {
    /// To each line.
    case line = 1
    /// To the day, whatever the reason.
    case absolute = 2
    /// To the day, unless a clinical reason is given.
    case clinical = 3
  }

  package typealias UnitLimits = @Sendable (ProcedureCode, Setting, CivilDate?) -> UnitLimit?

  package var unitLimit: UnitLimits?
  package var pairs: PairEdits?

  package init(unitLimit: UnitLimits? = nil, pairs: PairEdits? = nil) {
    self.unitLimit = unitLimit
    self.pairs = pairs
  }

  /// Ids of the checks that are skipped for want of a table.
  package var skipped: [RuleID] {
    (unitLimit == nil ? [BillingChecks.unitsOverLimit.rule.id] : [])
      + (pairs == nil ? [BillingChecks.pairedCodes.rule.id] : [])
  }
}
