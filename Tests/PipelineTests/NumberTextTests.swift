import Infusion
import Pipeline
import Testing

@Suite("Numbers, money, durations and ids as exports write them")
struct NumberTextTests {
  @Test(
    "Decimals are exact and may have thousands separators",
    arguments: [
      ("12.5", "12.5"), ("1,234.50", "1234.5"), ("1,000,000", "1000000"), ("-3", "-3"), (" 7 ", "7"),
      ("1,23", nil), ("1,2345", nil), ("1,234.5,6", nil), (",123", nil), ("", nil), ("1e3", nil), ("ERROR", nil),
    ] as [(String, String?)])
  func decimals(text: String, value: String?) {
    #expect(NumberText.decimal(text)?.description == value)
  }

  @Test(
    "Money is exact; brackets are less than nothing",
    arguments: [
      ("$1,234.50", "1234.5"), ("(12.00)", "-12"), ("($12.05)", "-12.05"), ("-$3", "-3"), ("0.10", "0.1"),
      ("$", nil), ("(-3)", nil), ("twelve", nil),
    ] as [(String, String?)])
  func money(text: String, value: String?) {
    #expect(NumberText.money(text)?.description == value)
  }

  @Test(
    "Whole numbers have nothing behind the point",
    arguments: [("2", 2), ("2.0", 2), ("-1", -1), ("1,000", 1_000), ("1.5", nil), ("", nil)] as [(String, Int?)])
  func whole(text: String, value: Int?) {
    #expect(NumberText.whole(text) == value)
  }

  @Test(
    "Ids stay text",
    arguments: [
      ("27411876.0", "27411876"), ("0012345678901234567890", "0012345678901234567890"), (" A-7 ", "A-7"),
      ("12.50", "12.50"), ("V1.0", "V1.0"), (".0", ".0"),
    ])
  func ids(text: String, id: String) {
    #expect(NumberText.id(text) == id)
  }

  @Test(
    "Durations are whole minutes, rounded down",
    arguments: [
      ("1 h 30 min", "", 90), ("1h31m", "", 91), ("2 hrs 5", "", 125), ("1 hr 60 min", "", nil),
      ("1.5 h 10 min", "", nil),
      ("90", "", 90), ("1.5 h", "", 90), ("90 min", "", 90), ("1.5", "hours", 90), ("2", "2", 120),
      ("1", "days", 1_440),
      ("30.9", "min", 30), ("0", "", 0), ("90 min", "hours", 90), ("-5", "", -5), ("-0.5", "", -1),
      ("25:30", "", 1_530), ("1:30:59", "", 90), ("0:45", "hr", 45), ("01:00:00.500", "", 60), ("-1:30", "", -90),
      ("1 h 10 h", "", nil), ("90 mins.", "", 90), ("30-60 min", "", nil),
      ("-0:00:30", "", -1), ("1:30", "min", nil), ("1:60", "", nil), ("1:5", "", nil), ("1:30:60", "", nil),
      (":30", "", nil), ("1:", "", nil), ("1:30 h", "", nil), ("1:30:00:00", "", nil), ("9999999:00", "", nil),
      ("99999999999999999999:00", "", nil),
      ("an hour", "", nil), ("", "", nil), ("5", "drops", nil),
    ] as [(String, String, Int?)])
  func durations(text: String, unit: String, minutes: Int?) {
    #expect(DurationText.minutes(text, unit: unit) == minutes)
  }

  @Test(
    "Rates count only in millilitres an hour",
    arguments: [
      ("125", "mL/hr", "125"), ("125", "ml/hour", "125"), ("99.999996", "mL/hour", "99.999996"),
      ("125 ml/h", "", "125"),
      ("5", "mcg/kg/min", nil), ("5", "units/hour", nil), ("5", "", nil), ("ERROR", "mL/hr", nil),
      ("-5", "mL/hr", nil),
    ] as [(String, String, String?)])
  func rates(text: String, unit: String, rate: String?) {
    let isPerHour = FlowText.isMillilitersPerHour(unit)
    #expect(FlowText.millilitersPerHour(text, isPerHour: isPerHour)?.description == rate)
  }

  @Test(
    "A header can name the unit of a rate",
    arguments: [("rate_ml_h", true), ("Rate (mL/hr)", true), ("rate", false), ("rate_mg_h", false)])
  func rateHeaders(header: String, isPerHour: Bool) {
    #expect(FlowText.isMillilitersPerHour(header: header) == isPerHour)
  }

  @Test(
    "Volumes are millilitres",
    arguments: [("500", "500"), ("500 mL", "500"), ("1 L", "1000"), ("3 mg", nil), ("-1", nil)] as [(String, String?)])
  func volumes(text: String, volume: String?) {
    #expect(FlowText.milliliters(text)?.description == volume)
  }
}
