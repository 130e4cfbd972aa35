/// A field that intake looks for among the headers of a file.
///
/// Shape: the raw value is the field's name in the documentation and in the configuration file.
package protocol IntakeField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Fields without which a file cannot be read.
  static var required: [Self] { get }
  /// The field that says whose a record is.
  static var encounterID: Self { get }
  /// Fields that can stand in for a required one: a `start_date` alone has the time in it.
  static var substitutes: [Self: [Self]] { get }
  /// The section of the configuration file that maps this kind of field.
  static var section: String { get }
}
