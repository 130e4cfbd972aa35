import Infusion

/// Which CMS file a header belongs to, and where its columns stand.
enum PublishedLayout: Sendable {
  /// Unit limits of a kind of bill, nil for suppliers of equipment.
  case unitLimits(Setting?, code: Int, units: Int, adjudication: Int)
  case pairs(column1: Int, column2: Int, from: Int, to: Int, indicator: Int)
  case addOns(addOn: Int, parent: Int, kind: Int, from: Int?, to: Int?)

  /// - Parameter header: the cells of a record; nil when it is the header of none of these files.
  init?(header: [String]) {
    let names = header.map { Words.fold($0) }
    guard let layout = Self.unitLimits(names) ?? Self.pairs(names) ?? Self.addOns(names) else { return nil }
    self = layout
  }

  /// Fields that a row must have.
  var fieldsNeeded: Int {
    switch self {
    case .unitLimits(_, let code, let units, let adjudication): max(code, units, adjudication) + 1
    case .pairs(let column1, let column2, let from, let to, let indicator):
      max(column1, column2, from, to, indicator) + 1
    case .addOns(let addOn, let parent, let kind, _, _): max(addOn, parent, kind) + 1
    }
  }

  /// The column that holds a code in every row; a header of several lines has none there.
  var codeColumn: Int {
    switch self {
    case .unitLimits(_, let code, _, _): code
    case .pairs(let column1, _, _, _, _): column1
    case .addOns(let addOn, _, _, _, _): addOn
    }
  }

  private static func unitLimits(_ names: [String]) -> PublishedLayout? {
    guard let code = names.firstIndex(where: { $0.hasPrefix("hcpcs") && $0.hasSuffix("code") }),
      let units = names.firstIndex(where: { $0.hasSuffix("muevalues") }),
      let adjudication = names.firstIndex(where: { $0.hasSuffix("adjudicationindicator") })
    else { return nil }
    let whose = names[units]
    let setting: Setting? =
      whose.hasPrefix("practitioner") ? .professional : whose.hasPrefix("outpatienthospital") ? .facility : nil
    return .unitLimits(setting, code: code, units: units, adjudication: adjudication)
  }

  /// Headers of these files are broken over lines in some quarters: `Effective` above `Date`.
  private static func pairs(_ names: [String]) -> PublishedLayout? {
    guard let column1 = names.firstIndex(of: "column1"), let column2 = names.firstIndex(of: "column2"),
      let from = names.firstIndex(where: { $0.hasPrefix("effective") }),
      let to = names.firstIndex(where: { $0.hasPrefix("deletion") }),
      let indicator = names.firstIndex(where: { $0.hasPrefix("modifier") })
    else { return nil }
    return .pairs(column1: column1, column2: column2, from: from, to: to, indicator: indicator)
  }

  private static func addOns(_ names: [String]) -> PublishedLayout? {
    guard let addOn = names.firstIndex(of: "addoncode"), let parent = names.firstIndex(of: "primarycode"),
      let kind = names.firstIndex(of: "aocedittype")
    else { return nil }
    return .addOns(
      addOn: addOn, parent: parent, kind: kind, from: names.firstIndex(of: "aocediteffdt"),
      to: names.firstIndex(of: "aoceditdeldt"))
  }
}
