// Reports turns what a run found into what people and programs read: CSV tables, a workbook, a summary as JSON and as
// text, the explanation of one encounter, and the list of rules. It refuses to derive, to judge and to read input, but for
// the workbook that reviewers send back, and it opens no file: tables are appended to a writer that the caller owns, texts
// are strings.
//
// Texts from the input may hold anything. What goes to a terminal is made printable first (`printable`), what goes to a
// spreadsheet passes the guard of the CSV module (output OUT-02).
