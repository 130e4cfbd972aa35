import Coding
import Infusion

/// Reads `services.csv`: the code of each service, by class.
struct ServiceReader {
  let tableName: String
  let codes: [CodeBook.ServiceKey: ProcedureCode]

  init(year: Int, in folder: TableFolder, codes known: CodeReader) throws(TableError) {
    let table = try folder.file("\(year)/services.csv", columns: ["service", "class", "code", "source"])
    let rows = try table.keyed(by: "service") { (row) throws(TableError) in
      Key(CodeBook.ServiceKey(try row.choice("service"), try row.choice("class")))
    }
    var codes: [CodeBook.ServiceKey: ProcedureCode] = [:]
    for (key, row) in rows {
      let code = try row.code("code")
      guard known.entries[code] != nil else {
        throw row.failure("code", .unknownReference("\(code)", table: known.tableName))
      }
      codes[key.value] = code
    }
    tableName = table.name
    self.codes = codes
    for need in Self.needed where self[need] == nil {
      throw table.failure(.incomplete(what: "the code of \(Key(need))"))
    }
  }

  /// The code of a service of a class, or of any class.
  subscript(key: CodeBook.ServiceKey) -> ProcedureCode? {
    codes[key] ?? codes[CodeBook.ServiceKey(key.service, .any)]
  }

  /// A key that reads well in messages.
  private struct Key: Hashable, CustomStringConvertible {
    let value: CodeBook.ServiceKey
    init(_ value: CodeBook.ServiceKey) { self.value = value }
    var description: String { "\(value.service.rawValue) \(value.serviceClass.rawValue)" }
  }

  /// Every service and class that the rules can derive.
  static let needed: [CodeBook.ServiceKey] = Service.allCases.flatMap { service in
    classes(of: service).map { CodeBook.ServiceKey(service, $0) }
  }

  private static func classes(of service: Service) -> [ServiceClass] {
    switch service {
    case .hydrationFirstHour, .hydrationHour: [.hydration]
    case .infusionInitial, .infusionHour, .infusionSequential, .pushInitial, .pushAdditional, .arterialPush,
      .pumpStart:
      [.chemo, .therapeutic]
    case .infusionConcurrent, .pushRepeat, .subcutaneousInfusionFirstHour, .subcutaneousInfusionHour,
      .subcutaneousPump, .onBodyInjector, .unlistedDrugService:
      [.therapeutic]
    case .injection: [.chemo, .hormonal, .therapeutic]
    case .arterialInfusionFirstHour, .arterialInfusionHour, .lesionsFew, .lesionsMany, .intrathecal,
      .intrathecalReservoir, .peritoneal, .pleural, .bladder, .pumpStartHome, .arterialPumpStart:
      [.chemo]
    case .pumpRefillPortable, .pumpRefillImplanted, .portFlush, .declotting, .strokeLysis, .coronaryLysis: [.any]
    case .transfusion: [.blood]
    case .vaccineFirst, .vaccineFurther, .oralVaccineFirst, .oralVaccineFurther, .covidVaccine,
      .medicareInfluenzaVaccine, .medicarePneumococcalVaccine, .medicareHepatitisBVaccine:
      [.vaccine]
    case .rsvAntibodyCounselled, .rsvAntibody, .covidAntibody, .hivPrevention: [.specialAntibody]
    }
  }
}
