import Infusion

/// What one unit of a code is worth, and who says so.
package struct Fee: Hashable, Sendable {
  /// For one unit; zero for what is packaged.
  package let amount: ExactDecimal
  /// Whether it is paid within another service and earns nothing of its own.
  package let isPackaged: Bool
  /// What to call the amount beside a figure: `Medicare 2025 estimate`.
  package let label: String
  package let source: String
}
