import Infusion

/// Everything that the rules take from tables, for dates of service in one year.
///
/// Rules hold no code and no threshold; `CodeTables` loads and checks these values.
package struct CodingYear: Sendable {
  package let year: Int
  package let thresholds: Thresholds
  package let codeBook: CodeBook
  /// The order in which services compete for the initial, best first (coding-rules HIER-02).
  package let hierarchy: [Rank]
  /// Places of service in which physicians may not report drug administration (coding-rules CHK-11).
  package let facilityPlacesOfService: Set<String>
  /// Units of drug codes; empty where drug lines are not looked at.
  package var drugBilling = DrugBilling()

  /// One step of the hierarchy.
  package struct Rank: Hashable, Sendable {
    package let drugClass: DrugClass
    package let technique: Technique

    package init(drugClass: DrugClass, technique: Technique) {
      self.drugClass = drugClass
      self.technique = technique
    }
  }

  package init(
    year: Int, thresholds: Thresholds, codeBook: CodeBook, hierarchy: [Rank],
    facilityPlacesOfService: Set<String>
  ) {
    self.year = year
    self.thresholds = thresholds
    self.codeBook = codeBook
    self.hierarchy = hierarchy
    self.facilityPlacesOfService = facilityPlacesOfService
  }
}
