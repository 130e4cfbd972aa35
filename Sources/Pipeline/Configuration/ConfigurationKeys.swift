import CodeTables
import Infusion

// The top of the file.
extension ConfigurationKey {
  static let setting = ConfigurationKey(
    "setting", takes: choices(Setting.self), standard: "professional at place of service 11, else facility",
    "Who bills, where no column says so.", option: "--setting")
  static let placeOfService = ConfigurationKey(
    "pos", takes: "two digits", "Place of service, where no column says so.")
  static let dateOrder = ConfigurationKey(
    "date_order", takes: choices(DateOrder.self), standard: "what the dates of the file show, else mdy",
    "Order of day and month in dates such as 3/4/2026.", option: "--date-order")
  static let timeZone = ConfigurationKey(
    "time_zone", takes: "a name such as America/New_York", standard: "the clock on the wall",
    "Where the clocks stood that showed times without an offset.", option: "--time-zone")
  static let allowAnyYear = ConfigurationKey(
    "allow_any_year", takes: "`true`, `false`", standard: "\(Configuration().allowsAnyYear)",
    "Accept years outside 1990-2100, as in data whose dates are shifted.", option: "--allow-any-year")
  static let maxRejects = ConfigurationKey(
    "max_rejects", takes: "a number of rows, or 10%", standard: "\(RejectLimit.standard)",
    "Rows that may be rejected before the run fails.", option: "--max-rejects")
  static let carry = ConfigurationKey(
    "carry", takes: "a list of headers", "Columns of the exports that are written beside each finding.",
    option: "--carry")
  static let mar = ConfigurationKey("mar", takes: "keys", "How MAR exports are read.")
  static let charges = ConfigurationKey("charges", takes: "keys", "How charge exports are read.")
  static let drugs = ConfigurationKey(
    "drugs", takes: "a list", "Drugs of your own; they go before every table.")
  static let policy = ConfigurationKey(
    "policy", takes: "names of [options](options.md) with their values", "Choices that the sources leave open.",
    option: "--policy")
  static let drop = ConfigurationKey(
    "drop", takes: "keys", "Which files of a [drop folder](nightly.md) belong together.")
}

// What stands under `mar` and `charges`.
extension ConfigurationKey {
  static let minutesSince = ConfigurationKey(
    "minutes_since", takes: "a day, such as 2026-01-05", standard: "times are dates and times",
    "Times are whole minutes from the midnight that begins this day.")
  static let marColumns = ConfigurationKey(
    "columns", takes: "headers of your file, by [field](input.md#mar-columns): \(choices(MARField.self))",
    "Read these fields from these columns, whatever else the header holds.")
  static let marValues = ConfigurationKey("values", takes: "keys", "What words of your file mean.")
  static let chargeColumns = ConfigurationKey(
    "columns", takes: "headers of your file, by [field](input.md#charge-columns): \(choices(ChargeField.self))",
    "The same for charges.")
  static let chargeValues = ConfigurationKey("values", takes: "keys", "The same for charges.")

  static let action = words("action", ActionWord.self, "What a MAR action does; `\"\"` is a blank cell, or no column.")
  static let route = words("route", Route.self, "The way in; `\"\"` is a blank cell, or no column.")
  static let technique = words("technique", Technique.self, "How it was given.")
  static let purpose = words(
    "purpose", PurposeWord.self, "Why it was given: [what they do](input.md#mar-columns). `none` says nothing.")
  static let drugClass = words("drug_class", ClassWord.self, "The class of what was given.")
  static let status = words("status", LineStatus.self, "Whether a line counts.")

  private static func words<Meaning: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ type: Meaning.Type, _ meaning: String
  ) -> ConfigurationKey {
    ConfigurationKey(name, takes: "words of your file, each with one of \(choices(type))", meaning)
  }
}

// What a drug of one's own has.
extension ConfigurationKey {
  static let name = ConfigurationKey(
    "name", takes: "a text as exports print it", "Found as whole words. A drug has this, or `hcpcs`, or both.")
  static let hcpcs = ConfigurationKey("hcpcs", takes: "a code", "The drug code by which it is found.")
  static let ingredient = ConfigurationKey(
    "ingredient", takes: "a name, or several with `+` between", "Needed: what counts as the same drug.")
  static let `class` = ConfigurationKey(
    "class", takes: choices(DrugClass.self), standard: "as the tables class the ingredient",
    "Which family of codes it is in.")
}

// What stands under `drop`.
extension ConfigurationKey {
  static let marFiles = ConfigurationKey(
    "mar", takes: "a pattern of file names with {drop} once in it, such as mar_{drop}.csv*",
    standard: DropChoices().mar.text, "The MAR exports; `{drop}` is what the files of one drop have in common.")
  static let chargeFiles = ConfigurationKey(
    "charges", takes: "such a pattern, or `none`", standard: DropChoices().charges?.text ?? "none",
    "The charge exports; `none` where the MAR carries the billed codes.")
  static let stableMinutes = ConfigurationKey(
    "stable_minutes", takes: "a number of minutes", standard: "\(DropChoices().stableMinutes)",
    "How long a file without a sign of its end must have been as it is.")
  static let sign = ConfigurationKey(
    "sign", takes: choices(DropChoices.Sign.self), standard: "optional",
    "Whether every file needs a sign that it is complete.")
}
