import Benchmark
import CSV
import CodeTables
import Coding
import Infusion
import Pipeline
import Reconciliation

// What the parts of a run cost, each alone; the whole is timed by scripts/bench. Run by scripts/bench-parts.

let day = try SampleDay()
let coder = Coder(tables: { day.tables.year(for: $0) })

benchmark("tables: load and check all") {
  _ = try CodeTables.load()
}

benchmark("csv: cut the sample record") {
  var reader = RecordReader()
  reader.append(day.text)
  reader.finish()
  var copy = RecordCopy()
  while try reader.next(into: &copy) {}
}

benchmark("coding: derive the sample day") {
  for coded in day.coded { _ = coder.derivation(of: coded.encounter) }
}

benchmark("reconciliation: compare the sample day with no bill") {
  let reconciler = day.tables.reconciler(for: day.tables.latestYear)
  for coded in day.coded {
    _ = reconciler.findings(encounter: coded.encounter, derivation: coded.derivation, billed: [])
  }
}

benchmark("run: the sample day, nothing written") {
  var kept = KeptEncounters()
  _ = try Run(SampleDay.job(day.tables)).perform(into: &kept)
}

Benchmark.main()
