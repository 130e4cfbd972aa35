/// The documents behind the tags of evidence: `S11` on a rule names one.
///
/// Shape: in the order of their numbers; as the specification lists them, with the year where it is known.
enum Citations {
  static func document(_ tag: String) -> String? { byTag[tag] }

  static let all: [(tag: String, document: String)] = [
    ("S01", "CMS MCD A53778, Palmetto: Infusion, Injection and Hydration Services (rev. 2019, live 2023)"),
    ("S02", "CMS MCD A52732, Noridian: Hydration Services (2020)"),
    ("S03", "Noridian JE A: Hydration"),
    ("S04", "Noridian JF B: chemotherapy and non-chemotherapy bundling (2025)"),
    ("S05", "Noridian: clarification on CR 13468 (2024)"),
    ("S06", "Mondaq: CY2025 physician fee schedule proposal, complex drug administration (R12397OTN) (2024)"),
    ("S07", "CSRO: CMS pause on down-coding (2022–2024)"),
    ("S08", "CMS MCD A58527, A59073, A58544, A59272, A58532, A58533: Complex Drug Administration Coding (2020–2024)"),
    ("S09", "NGS A58620: drugs not to bill with chemotherapy codes (2021)"),
    ("S10", "AmeriHealth/IBC notice (2022)"),
    ("S11", "CGS: hydration (from AHA Coding Clinic for HCPCS 1Q 2012)"),
    ("S12", "CMS recovery-audit topics 0071 (initial codes) and 0137 (hydration necessity)"),
    ("S13", "Revenue Cycle Advisor: is each lumen billed separately (quotes NCCI ch. XI, CPT)"),
    ("S14", "Revenue Cycle Advisor: infusion past midnight (quotes R1702CP) (2018)"),
    ("S15", "HCPro: hydration past midnight (2009)"),
    ("S16", "Haugen: hydration coding at midnight; CMS Transmittal 1702 (2009)"),
    ("S17", "Revenue Cycle Advisor: no stop time (2018)"),
    ("S18", "QHR knowledge base: IV push 96374 (quotes CMS FAQ) (2012)"),
    ("S19", "experts123: hydration without stop time"),
    ("S20", "MedLearn Q&A: stop times (6/10/2024, 12/30/2024, 11/7/2022) (2022–24)"),
    ("S20b", "University of Miami OBC tips: administration charges"),
    ("S21", "MedLearn Q&A 1/31/2022: overlapping infusions"),
    ("S22", "Haugen: beyond the basics webinar Q&A"),
    ("S22b", "Haugen: second injections/infusions Q&A"),
    (
      "S23",
      "Concurrent infusion: MedLearn 12/13/2021 and 8/28/2023; codingahead 96368; ASCO JOP 2008 "
        + "(PMC2793946) (2008–2023)"
    ),
    ("S24", "AAPC: concurrent chemo (CPT Assistant Nov 2005); oncology alert on leucovorin + oxaliplatin (2006+)"),
    ("S25", "MedLearn Q&A 1/13/2025: three doses, same antibiotic"),
    ("S26", "Revenue Cycle Advisor: multiple infusions of same substance (J. Shah) (c. 2017)"),
    ("S27", "ICD10monitor: drug-administration charge capture (2022)"),
    (
      "S28",
      "Supercoder (CPT Assistant Dec 2011 examples); HCPro 4/17/2009 separate encounters; RACmonitor "
        + "2011 (2009–2013)"
    ),
    ("S29", "Centramed charge-audit tip: bolus then infusion"),
    ("S30", "MedLearn: hydration with pushes (2021)"),
    ("S31", "AAPC forum 196971 (CPT Assistant June 2007); Emerald Health; AAPC oncology alert (2007–2012+)"),
    (
      "S32",
      "Hierarchy/time restatements: AAPC blog 49093; codapedia 2815; NAMAS; medicalcoding123; "
        + "wearemedicalcoders; BCBSND (2012–2026)"
    ),
    ("S33", "Select Health coding policy 09; MedLearn 12/26/2022 (transfusion) (2022–25)"),
    ("S34", "MedLearn 3/19/2018 (PICC + infusion), 11/22/2021 (two lines) (2018–21)"),
    ("S35", "Regence policy: physician services in facility POS (2024)"),
    ("S36", "96372 counting: AAPC (CPT Assistant May 2010), FCSO 2008, HCPro 2009, medpayiq (2008+)"),
    ("S36b", "medicalcoding123 fluid list; MedLearn 11/2/2020 (2012–20)"),
    ("S37", "ACEP FAQ: endotracheal intubation (11/2025); Vitalware; clearcostestimate (sedation packaged)"),
    ("S37b", "CMS MCD A54682: on-body injector"),
    (
      "S38",
      "37195: AAPC/codingahead. G0498: WPS CR 9749; A55134 (retired 12/11/2025); AHA Coding Clinic 2Q "
        + "2017 (2016–25)"
    ),
    (
      "S39",
      "New codes: ACS Bulletin Jan 2024 (HIPEC); AAP 2023 (RSV); CMS pages on PrEP, COVID, flu; HCPCS "
        + "2025 file; CPT 2026 summary (2023–26)"
    ),
    (
      "S40",
      "MUE/NCCI: payerready, transcure, codingahead ; FCSO/NGS/Palmetto MAI pages; Noridian PTP; CR "
        + "7501 (2025–26)"
    ),
    ("S41", "JW/JZ: FCSO; CGS (2023–24)"),
    ("S42", "Self-administered drugs: MMP 2021 (Palmetto), Noridian A53033, HCPro 2009 (2009–21)"),
    (
      "S43",
      "UWHC infusion manual (electrolytes); legalclarity (iron); carecostestimate (biologics); HCPro "
        + "2012 (volume) (2012–14)"
    ),
    ("S44", "HCPro: X modifiers (2015)"),
    ("S45", "Professional rule: PAHCOM 2021 (B. Buell); AAPC pulmonology alert; JUCM (2021+)"),
    ("S46", "codingahead 96361 / 96365 / 96366; AAPC thread 110083 (CPT midnight example); Emerald as S31 (2026)"),
    ("S47", "codingclarified: non-chemo IV and hydration (2025)"),
    ("S47b", "Noridian JF A: hydration probe results (2020)"),
    ("S47c", "UnitedHealthcare injection and infusion policy (supplies included) (2022)"),
    ("S48", "RACmonitor/MedLearn Q&A 11/18/2024: multi-lumen and mixed bag"),
    ("S49", "NAHRI forum: four 16-minute dextrose infusions"),
  ]

  private static let byTag = Dictionary(all.map { ($0.tag, $0.document) }) { first, _ in first }
}
