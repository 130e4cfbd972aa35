// Generation makes exports that nobody's record is in: visits are drawn from templates in which every giving names the codes
// that it earns, so what the record supports is known before any rule is asked. It never calls the Coder: a run over
// generated files is held against what a person wrote down (`Visits`), not against what the program thinks.
