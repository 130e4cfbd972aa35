// DropFolder makes one nightly pass over a folder in which others drop exports: it finds drops that are complete, takes
// each, has it processed, puts the results out by one rename, and writes down what it did. Whatever moment the process
// is killed at, the next pass goes on from the files that it finds. It refuses to know what processing means, which
// clock there is, and how a log line looks: those are given to it.
