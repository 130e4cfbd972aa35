// ByteStreams moves bytes in and out: `ByteSource` gives a file or standard input as owned chunks, gzip inflated, and
// `TextSource` the same as UTF-8; `AtomicFile` and `StandardOutput` take bytes, and `OutputSet` puts several files in
// place together. Both ways are counted and hashed. It refuses to know what the text means: no records, no medicine.
