// Reconciliation holds what the documentation supports (`Coding.Derivation`) against what was billed (`ChargeLine`),
// one encounter at a time, and says of every line whether they agree, and why. It refuses to know how codes are
// derived, where lines come from and how findings are written: values in, values out, no I/O, no Foundation.
//
// The way through: `Bill` nets the lines, `Comparison` matches them with the suggested charges and pairs substitutes,
// `FindingWriter` puts each line into words, `UnsettledNotices` and `BillingChecks` add to them, `Reconciler` joins
// them all.
