extension StockedDrug {
  /// Name | text on the record | dose | HCPCS code and how much one unit of it is | mL | opened of single-dose containers.
  static let shelfText = """
    acetaminophen-tablet | acetaminophen (TYLENOL) tablet 650 mg | 650 mg | | |
    alteplase | alteplase (CATHFLO ACTIVASE) injection 2 mg | 2 mg | J2997 1 | |
    azacitidine | azaCITIDine (VIDAZA) 75 mg subcutaneous syringe | 75 mg | J9025 1 | |
    bevacizumab | bevacizumab (AVASTIN) 400 mg in NaCl 0.9% 100 mL IVPB | 400 mg | J9035 10 | 100 |
    bortezomib | bortezomib (VELCADE) 2.3 mg subcutaneous injection | 2.3 mg | J9041 0.1 | | 3.5
    carboplatin | CARBOplatin 450 mg in NaCl 0.9% 250 mL IVPB | 450 mg | J9045 50 | 250 |
    cefepime | cefepime (MAXIPIME) 2 g in NaCl 0.9% 100 mL IVPB | 2000 mg | J0692 500 | 100 |
    ceftriaxone | cefTRIAXone (ROCEPHIN) 1 g in NaCl 0.9% 50 mL IVPB | 1000 mg | J0696 250 | 50 |
    ceftriaxone-shot | cefTRIAXone (ROCEPHIN) 500 mg IM injection | 500 mg | J0696 250 | |
    cisplatin | CISplatin 140 mg in NaCl 0.9% 500 mL IVPB | 140 mg | J9060 10 | 500 |
    cyanocobalamin | cyanocobalamin (VITAMIN B-12) injection 1,000 mcg | 1000 mcg | J3420 1000 | |
    daptomycin | DAPTOmycin 500 mg in NaCl 0.9% 50 mL IVPB | 500 mg | J0878 1 | 50 |
    denosumab | denosumab (PROLIA) 60 mg/mL subcutaneous syringe | 60 mg | J0897 1 | |
    dexamethasone | dexAMETHasone (DECADRON) injection 10 mg | 10 mg | J1100 1 | |
    diltiazem | dilTIAZem (CARDIZEM) injection 20 mg | 20 mg | | |
    diltiazem-drip | dilTIAZem (CARDIZEM) 125 mg in dextrose 5 % 125 mL infusion | 15 mg | | 125 |
    diphenhydramine | diphenhydrAMINE (BENADRYL) injection 50 mg | 50 mg | J1200 50 | |
    docetaxel | DOCEtaxel 130 mg in NaCl 0.9% 250 mL IVPB | 130 mg | J9171 1 | 250 |
    doxorubicin | DOXOrubicin injection 110 mg | 110 mg | J9000 10 | |
    epoetin | epoetin alfa (PROCRIT) injection 40,000 Units | 40000 units | J0885 1000 | |
    ertapenem | ertapenem (INVANZ) 1 g in NaCl 0.9% 50 mL IVPB | 1000 mg | J1335 500 | 50 |
    famotidine | famotidine (PEPCID) injection 20 mg | 20 mg | | |
    ferric | ferric carboxymaltose (INJECTAFER) 750 mg in NaCl 0.9% 250 mL | 750 mg | J1439 1 | 250 | 750
    filgrastim | filgrastim (NEUPOGEN) 480 mcg subcutaneous syringe | 480 mcg | J1442 1 | |
    fluorouracil | fluorouracil injection 760 mg | 760 mg | J9190 500 | |
    fluorouracil-pump | fluorouracil 4,560 mg in ambulatory pump over 46 hours | 4560 mg | J9190 500 | |
    fosaprepitant | fosaprepitant (EMEND) 150 mg in NaCl 0.9% 150 mL IVPB | 150 mg | J1453 1 | 150 |
    fulvestrant | fulvestrant (FASLODEX) 250 mg/5 mL IM syringe | 250 mg | J9395 25 | |
    gemcitabine | gemcitabine 1,800 mg in NaCl 0.9% 250 mL IVPB | 1800 mg | J9201 200 | 250 |
    globulin | immune globulin (GAMUNEX-C) 10 % IV solution 40 g | 40000 mg | J1561 500 | 400 |
    globulin-sc | immune globulin subcutaneous (HIZENTRA) 20 % 10 g | 10000 mg | J1559 100 | 50 |
    heparin-lock | heparin lock flush 100 units/mL injection 5 mL | 500 units | | |
    hydromorphone | HYDROmorphone (DILAUDID) injection 1 mg | 1 mg | J1171 0.1 | |
    infliximab | inFLIXimab (REMICADE) 400 mg in NaCl 0.9% 250 mL IVPB | 400 mg | J1745 10 | 250 | 400
    iron | iron sucrose (VENOFER) injection 200 mg | 200 mg | J1756 1 | |
    iron-bag | iron sucrose (VENOFER) 300 mg in NaCl 0.9% 250 mL IVPB | 300 mg | J1756 1 | 250 |
    ketorolac | ketorolac (TORADOL) injection 30 mg | 30 mg | J1885 15 | |
    leucovorin | leucovorin 760 mg in dextrose 5 % 250 mL IVPB | 760 mg | J0640 50 | 250 |
    leuprolide | leuprolide (ELIGARD) 7.5 mg subcutaneous kit | 7.5 mg | J9217 7.5 | |
    lisinopril-tablet | lisinopril (ZESTRIL) tablet 10 mg | 10 mg | | |
    lorazepam | LORazepam (ATIVAN) injection 1 mg | 1 mg | J2060 2 | |
    magnesium | magnesium sulfate 2 g in water 50 mL IVPB | 2000 mg | J3475 500 | 50 |
    medroxyprogesterone | medroxyPROGESTERone (DEPO-PROVERA) 150 mg IM syringe | 150 mg | J1050 1 | |
    methylprednisolone | methylPREDNISolone sodium succinate (SOLU-MEDROL) 125 mg | 125 mg | J2919 5 | |
    metoclopramide | metoclopramide (REGLAN) injection 10 mg | 10 mg | J2765 10 | |
    mixed-premed | ondansetron 16 mg + dexAMETHasone 12 mg in NaCl 0.9% 50 mL | 50 mL | | 50 |
    morphine | morphine injection 4 mg | 4 mg | J2270 10 | |
    natalizumab | natalizumab (TYSABRI) 300 mg in NaCl 0.9% 100 mL IVPB | 300 mg | J2323 1 | 100 |
    ocrelizumab | ocrelizumab (OCREVUS) 600 mg in NaCl 0.9% 500 mL IVPB | 600 mg | J2350 1 | 500 |
    ondansetron | ondansetron (ZOFRAN) injection 4 mg | 4 mg | J2405 1 | |
    ondansetron-bag | ondansetron (ZOFRAN) 16 mg in NaCl 0.9% 50 mL IVPB | 16 mg | J2405 1 | 50 |
    ondansetron-tablet | ondansetron (ZOFRAN) tablet 8 mg | 8 mg | | |
    oxaliplatin | oxaliplatin 160 mg in dextrose 5 % 500 mL IVPB | 160 mg | J9263 0.5 | 500 |
    paclitaxel | PACLitaxel 294 mg in NaCl 0.9% 500 mL IVPB | 294 mg | J9267 1 | 500 |
    palonosetron | palonosetron (ALOXI) injection 0.25 mg | 250 mcg | J2469 25 | |
    pegfilgrastim | pegfilgrastim (NEULASTA ONPRO) 6 mg on-body injector | 6 mg | J2506 0.5 | |
    pembrolizumab | pembrolizumab (KEYTRUDA) 200 mg in NaCl 0.9% 50 mL IVPB | 200 mg | J9271 1 | 50 | 200
    pertuzumab | pertuzumab (PERJETA) 420 mg in NaCl 0.9% 250 mL IVPB | 420 mg | J9306 1 | 250 | 420
    piperacillin | piperacillin-tazobactam (ZOSYN) 4.5 g in NaCl 0.9% 100 mL IVPB | 4.5 g | J2543 1.125 | 100 |
    potassium-fluid | potassium chloride 20 mEq in sodium chloride 0.9 % 1,000 mL infusion | 1000 mL | | 1000 |
    red-cells | red blood cells leukoreduced 1 unit | 1 unit | P9016 1 | 300 |
    ringers | lactated Ringer's IV infusion 1,000 mL | 1000 mL | | 1000 |
    rituximab | riTUXimab (RITUXAN) 700 mg in NaCl 0.9% 500 mL IVPB | 700 mg | J9312 10 | 500 |
    saline | sodium chloride 0.9 % IV infusion 1,000 mL | 1000 mL | | 1000 |
    saline-flush | sodium chloride 0.9 % flush injection 10 mL | 10 mL | | |
    trastuzumab | trastuzumab (HERCEPTIN) 440 mg in NaCl 0.9% 250 mL IVPB | 440 mg | J9355 10 | 250 |
    vitamins | thiamine 100 mg + folic acid 1 mg + multivitamin in NaCl 0.9% 1,000 mL | 1000 mL | | 1000 |
    vancomycin | vancomycin 1,500 mg in NaCl 0.9% 250 mL IVPB | 1500 mg | J3373 10 | 250 |
    vedolizumab | vedolizumab (ENTYVIO) 300 mg in NaCl 0.9% 250 mL IVPB | 300 mg | J3380 1 | 250 |
    vincristine | vinCRIStine injection 2 mg | 2 mg | J9370 1 | |
    zoledronic | zoledronic acid (RECLAST) 5 mg/100 mL IVPB | 5 mg | J3489 1 | 100 |
    """
}
