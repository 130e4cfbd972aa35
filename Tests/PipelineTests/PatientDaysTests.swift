import CodeTables
import Coding
import Infusion
import Testing

@testable import Pipeline

/// Which visits are coded together: those that hang together by shared days, and no more of their patient.
@Suite struct PatientDaysTests {
  /// Visits of one patient, each from a day to a day of January, in the order in which they are named.
  private func days(_ visits: [ClosedRange<Int>]) throws -> PatientDays {
    let fixture = MARFixture("csn,patient_id,drug,route,start,stop")
    let reader = DayReader(try fixture.intake(), .startDate)
    var days = PatientDays()
    for (number, visit) in visits.enumerated() {
      let (first, last) = (visit.lowerBound, visit.upperBound)
      let row = fixture.record("E\(number),UNKNOWN,ketorolac,IV,2026-01-\(first) 08:00,2026-01-\(last) 09:00")
      days.note(row: row, of: number, by: reader)
    }
    return days
  }

  @Test func aPatientIsPartedWhereNoDayIsShared() throws {
    let days = try days([10...10, 12...13, 10...10, 13...14, 14...14, 17...17, 19...19, 19...19])
    #expect(days.batches(size: 2) == [0: 0, 2: 0, 1: 1, 3: 1, 4: 1, 6: 2, 7: 2])
    #expect(days.batches(size: 3) == [0: 0, 2: 0, 1: 0, 3: 0, 4: 0, 6: 1, 7: 1])
  }

  @Test func aLongStayHoldsTogetherWhatItsDaysTouch() throws {
    let days = try days([10...20, 11...11, 15...15, 20...20, 21...21])
    #expect(days.batches(size: 1) == [0: 0, 1: 0, 2: 0, 3: 0])
  }

  @Test func ofAPatientAShardLooksAtWhatHangsTogetherWithItsOwn() throws {
    let days = try days([10...10, 10...10, 15...15, 15...15])
    #expect(Set(days.batches(of: [3], size: 9).keys) == [2, 3])
  }
}
