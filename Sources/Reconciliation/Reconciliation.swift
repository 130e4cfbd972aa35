// Reconciliation holds what the documentation supports (`Coding.Derivation`) against what was billed (`ChargeLine`),
// one encounter at a time, and says of every line whether they agree, and why. It refuses to know how codes are
// derived, where lines come from and how findings are written: values in, values out, no I/O, no Foundation.
//
// The way through: `Bill` nets the lines, `Comparison` matches them with the suggested charges (`Reversals`,
// `MovedUnits`) and pairs substitutes (`Pairing`), `FindingWriter` puts each line into words, with an `Explanation`
// where the record tells why a code has no support, `UnsettledNotices` and `BillingChecks` add to them, `Reconciler`
// joins them all.
