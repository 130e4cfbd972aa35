/// The columns that a user has named for the fields of one kind of file.
package struct FileMapping<Field: IntakeField>: Sendable {
  /// The header, as the user writes it, of each mapped field.
  package var headers: [Field: String] = [:]
  /// Fields of which the configuration says what a blank cell means, so that no column need hold them.
  package var meantByBlank: Set<Field> = []

  package init(headers: [Field: String] = [:]) {
    self.headers = headers
  }

  init(_ place: ConfigurationNode) throws(ConfigurationError) {
    for (name, entry) in try place.entries(known: Field.allCases.map(\.rawValue)) {
      guard let field = Field(rawValue: name) else { continue }
      headers[field] = try entry.text()
    }
  }
}
