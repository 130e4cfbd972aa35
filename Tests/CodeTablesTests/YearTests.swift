import CodeTables
import Coding
import Infusion
import Testing

@Suite struct YearTests {
  @Test func hasTheYearsOfTheFolders() throws {
    #expect(try bundledTables.get().years == [2025, 2026])
  }

  @Test(arguments: [
    (date(2025, 1, 1), 2025, true), (date(2025, 12, 31), 2025, true), (date(2026, 1, 1), 2026, true),
    (date(2024, 12, 31), 2025, false), (date(1999, 5, 5), 2025, false), (date(2027, 1, 1), 2026, false),
  ])
  func takesTheNearestYear(day: CivilDate, year: Int, isCovered: Bool) throws {
    let tables = try bundledTables.get()
    #expect(tables.year(for: day).year == year)
    #expect(tables.covers(day) == isCovered)
  }

  @Test(arguments: [
    (Service.infusionInitial, ServiceClass.chemo, "96413"), (.infusionInitial, .therapeutic, "96365"),
    (.infusionHour, .chemo, "96415"), (.infusionHour, .therapeutic, "96366"),
    (.infusionSequential, .chemo, "96417"), (.infusionSequential, .therapeutic, "96367"),
    (.infusionConcurrent, .therapeutic, "96368"), (.pushInitial, .chemo, "96409"),
    (.pushInitial, .therapeutic, "96374"), (.pushAdditional, .chemo, "96411"),
    (.pushAdditional, .therapeutic, "96375"), (.pushRepeat, .therapeutic, "96376"),
    (.hydrationFirstHour, .hydration, "96360"), (.hydrationHour, .hydration, "96361"),
    (.injection, .chemo, "96401"), (.injection, .hormonal, "96402"), (.injection, .therapeutic, "96372"),
    (.subcutaneousInfusionFirstHour, .therapeutic, "96369"), (.subcutaneousInfusionHour, .therapeutic, "96370"),
    (.subcutaneousPump, .therapeutic, "96371"), (.onBodyInjector, .therapeutic, "96377"),
    (.arterialPush, .chemo, "96420"), (.arterialPush, .therapeutic, "96373"),
    (.arterialInfusionFirstHour, .chemo, "96422"), (.arterialInfusionHour, .chemo, "96423"),
    (.lesionsFew, .chemo, "96405"), (.lesionsMany, .chemo, "96406"), (.intrathecal, .chemo, "96450"),
    (.intrathecalReservoir, .chemo, "96542"), (.peritoneal, .chemo, "96446"), (.pleural, .chemo, "96440"),
    (.bladder, .chemo, "51720"), (.pumpStart, .chemo, "96416"), (.pumpStart, .therapeutic, "C8957"),
    (.pumpStartHome, .chemo, "G0498"), (.arterialPumpStart, .chemo, "96425"), (.pumpRefillPortable, .any, "96521"),
    (.pumpRefillImplanted, .any, "96522"), (.portFlush, .any, "96523"), (.declotting, .any, "36593"),
    (.strokeLysis, .any, "37195"), (.coronaryLysis, .any, "92977"), (.transfusion, .blood, "36430"),
    (.unlistedDrugService, .therapeutic, "96379"), (.vaccineFirst, .vaccine, "90471"),
    (.vaccineFurther, .vaccine, "90472"), (.oralVaccineFirst, .vaccine, "90473"),
    (.oralVaccineFurther, .vaccine, "90474"), (.covidVaccine, .vaccine, "90480"),
    (.medicareInfluenzaVaccine, .vaccine, "G0008"), (.medicarePneumococcalVaccine, .vaccine, "G0009"),
    (.medicareHepatitisBVaccine, .vaccine, "G0010"), (.rsvAntibodyCounselled, .specialAntibody, "96380"),
    (.rsvAntibody, .specialAntibody, "96381"), (.hivPrevention, .specialAntibody, "G0012"),
  ])
  func namesTheCodeOfEachService(service: Service, serviceClass: ServiceClass, code: String) throws {
    for tables in try bundledTables.get().allYears {
      #expect(tables.codingYear.codeBook.code(service, serviceClass)?.description == code)
    }
  }

  @Test func ranksChemoAboveDrugsAboveFluids() throws {
    for tables in try bundledTables.get().allYears {
      let ranks = tables.codingYear.hierarchy.map { "\($0.drugClass.rawValue) \($0.technique.rawValue)" }
      #expect(ranks == ["CHEMO INFUSION", "CHEMO PUSH", "THER INFUSION", "THER PUSH", "HYD INFUSION"])
    }
  }

  @Test(arguments: [
    ("96361", ["96360", "96365", "96374", "96409", "96413"]), ("96366", ["96365", "96367"]),
    ("96415", ["96413", "96417"]), ("96423", ["96422"]),
  ])
  func knowsTheParentsOfAddOns(code: String, parents: [String]) throws {
    for tables in try bundledTables.get().allYears {
      let found = tables.codingYear.codeBook.parents[ProcedureCode(code)] ?? []
      #expect(found.isSuperset(of: parents.map { ProcedureCode($0) }), "\(found.sorted())")
    }
  }

  @Test(arguments: [
    ("96360", true), ("96379", true), ("96425", true), ("96523", true), ("96440", false), ("96446", false),
    ("96450", false), ("96542", false), ("96380", false),
  ])
  func barsCodesFromPhysiciansInFacilities(code: String, isBarred: Bool) throws {
    for tables in try bundledTables.get().allYears {
      #expect(tables.codingYear.codeBook.entries[ProcedureCode(code)]?.isBarredInFacility == isBarred)
    }
  }

  @Test(arguments: [
    ("96410", date(2025, 3, 1), true), ("90765", date(2026, 3, 1), true), ("96445", date(2026, 3, 1), true),
    ("96413", date(2026, 3, 1), false), ("96547", date(2025, 3, 1), false), ("99999", date(2025, 3, 1), false),
  ])
  func knowsDeletedCodes(code: String, day: CivilDate, isDeleted: Bool) throws {
    let deleted = try bundledTables.get().tables(for: day).deletedCodes[ProcedureCode(code)]
    #expect(deleted.map { $0.deletedFrom <= day } ?? false == isDeleted)
  }

  @Test func knowsFacilityPlacesOfService() throws {
    for tables in try bundledTables.get().allYears {
      #expect(
        tables.codingYear.facilityPlacesOfService
          == ["19", "21", "22", "23", "24", "26", "31", "34", "51", "52", "53", "56", "61"])
    }
  }
}
