// CSV turns bytes into fields and back. `RecordReader` is fed chunks, cut anywhere, and gives the same records;
// `RecordWriter` fills a byte buffer. The module refuses to know where bytes come from or go to (no file handle),
// what a column means, and which encoding was meant: it reads UTF-8 and every encoding that keeps ASCII bytes.
