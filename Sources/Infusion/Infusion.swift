// Infusion is the vocabulary of the program: what was given (`MARRow`), on which visit (`Encounter`), when
// (`ClockTime`), and what was billed for it (`ChargeLine`). It refuses to know where rows come from, how codes are
// derived, and how results are written: values only, no I/O, no Foundation, no clock.
