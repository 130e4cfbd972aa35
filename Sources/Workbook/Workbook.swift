// Workbook gives the rows of a sheet of an .xlsx file, one by one: `WorkbookFile` opens the file, `SheetReader` reads a
// sheet. Parts of the zip archive are inflated and parsed in small pieces, so that memory does not grow with the rows;
// only the workbook's table of texts is held whole, up to a limit. The module refuses to know what a column means, and
// computes nothing: a formula has the value that was saved with it.
//
// It writes workbooks too: `WorkbookWriter` begins one, `SheetTable` takes rows of any number (`SheetRows`), `SheetPage` the
// figures and charts of a page. It writes values, never formulas.
//
// Whoever made a file may have meant harm. Every size that a file can dictate is held against `WorkbookLimits`, parts are
// looked up by name in the archive alone and never on the disk, and a document type, which can declare entities, is
// refused.
