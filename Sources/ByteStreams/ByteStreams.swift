// ByteStreams moves bytes in and out: `ByteSource` gives a file or standard input as owned chunks, gzip inflated;
// `AtomicFile` and `StandardOutput` take bytes, and `OutputSet` puts several files in place together. Both ways are
// counted and hashed. It refuses to know what the bytes mean: no records, no encodings, no medicine.
