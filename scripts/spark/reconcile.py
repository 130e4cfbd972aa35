#!/usr/bin/env python3
"""Runs `infusion-charges reconcile` on Apache Spark: one program, many parts (docs/distributed.md).

  spark-submit reconcile.py --mar MAR… --charges CHARGES… --out FOLDER [--partitions N] [--format csv|parquet|both]
                            [--also encounters …] [--program PATH] [-- OPTIONS OF reconcile]

Spark reads the exports (delimited text, gzip, Parquet), deals their rows out so that all encounters of a patient who
has several are in one partition, and hands each partition to the program as tagged rows. What the program writes of
all partitions is the same lines that one machine writes; the summaries are merged.

Only the standard library and pyspark are used, so that workers need nothing but Python, this file and the program.
"""
import argparse, csv, hashlib, io, itertools, json, os, re, shutil, subprocess, sys, tarfile, tempfile, urllib.parse

from pyspark import SparkFiles, StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import BinaryType, IntegerType, LongType, StringType, StructField, StructType

# Rows at the start of an export from which the program settles the forms of its times.
SAMPLE = 1000
# Lines of an export that surely hold its header and so many rows.
HEAD_LINES = 4000
# Bytes of a file that one task reads.
SPLIT = 32 << 20
# Bytes that are no character in Windows-1252 and are kept as what they are in Latin-1.
UNDEFINED = bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D])


# Options of `reconcile` that are set here, or that hold for the whole run and not for a part.
OWN = {"-o", "--output", "--summary", "--rows", "--part", "--shard", "--charges", "--encounters", "--queries", "--rejects",
       "--suppressed", "--fail-on", "--strict", "--excel", "--delimiter", "--encoding", "--sheet", "--jobs", "--workbook",
       "--report", "--manifest", "--dry-run", "--mar-header", "--charges-header", "--input-order"}


class Refused(Exception):
    """What a person has to put right; its text is one line."""


def arguments(argv):
    own, _, passed = [list(group) for group in split(argv, "--")]
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--mar", nargs="+", required=True, help="MAR exports: files, folders or patterns")
    parser.add_argument("--charges", nargs="*", default=[], help="charge exports")
    parser.add_argument("--out", required=True, help="folder for the results; must not exist")
    parser.add_argument("--partitions", type=int, default=0, help="parts of the run; as many as Spark has cores")
    parser.add_argument("--format", choices=["csv", "parquet", "both"], default="csv")
    parser.add_argument("--also", nargs="*", default=[], choices=["encounters", "queries", "rejects", "suppressed"])
    parser.add_argument("--program", default="infusion-charges", help="the program, or a .tar.gz that holds it")
    options = parser.parse_args(own)
    # `--config=a.yaml` as two words, so that the files which options name are found.
    options.passed = [part for word in passed for part in (word.split("=", 1) if word.startswith("--") else [word])]
    for word in passed:
        if word.split("=")[0] in OWN:
            parser.error(f"{word} is not passed on: it is set here, or of a whole run; see docs/distributed.md")
    return options


def split(argv, mark):
    place = argv.index(mark) if mark in argv else len(argv)
    return argv[:place], argv[place:place + 1], argv[place + 1:]


# Exports --------------------------------------------------------------------------------------------------------------

class Export:
    """One file: how the user names it, where Spark finds it, and what its head says."""

    def __init__(self, role, number, name, uri, size):
        self.role, self.number, self.name, self.uri, self.bytes = role, number, name, uri, size
        self.is_parquet = name.endswith(".parquet")
        self.layout, self.head, self.rows, self.fallback = None, b"", 0, None

    @property
    def tag(self):
        return "m" if self.role == "mar" else "c"

    @property
    def place(self):
        """A path for its head that keeps what tells its name from others, and leads nowhere else."""
        parts = [part for part in urllib.parse.urlparse(self.name).path.split("/") if part not in ("", ".", "..")]
        return "/".join(["heads"] + parts)


def exports(spark, role, names):
    """The files that names mean, in the order in which one machine reads them."""
    path_class = spark._jvm.org.apache.hadoop.fs.Path
    configuration = spark._jsc.hadoopConfiguration()
    found = []
    for name in names:
        path = path_class(name)
        system = path.getFileSystem(configuration)
        matches = system.globStatus(path) or []
        if not matches:
            raise Refused(f"{name}: no such file, and no file matches; check the path")
        for status in sorted(matches, key=lambda status: status.getPath().getName().encode()):
            files = [status]
            if status.isDirectory():
                files = sorted(system.listStatus(status.getPath()), key=lambda file: file.getPath().getName().encode())
                files = [f for f in files if not f.isDirectory() and f.getPath().getName()[0] not in "._"]
            for file in files:
                inside = "/" + file.getPath().getName() if status.isDirectory() else ""
                shown = name.rstrip("/") + inside if len(matches) == 1 else file.getPath().toUri().getPath()
                found.append(Export(role, len(found) + 1, shown, file.getPath().toString(), file.getLen()))
    return found


def lines_of(spark, uris):
    """Every line as bytes, with its file and where its split begins."""
    return (spark.read.option("lineSep", "\n").text(uris)
            .select(F.col("value").cast("binary").alias("line"), F.col("_metadata.file_path").alias("file"),
                    F.col("_metadata.file_block_start").alias("start")))


def parquet_rows(spark, export):
    """Every row as one record of CSV, with its place in the file."""
    table = spark.read.parquet(export.uri)
    cells = [F.coalesce(F.col(f"`{name}`").cast("string"), F.lit("")) for name in table.columns]
    return table.select(F.col("_metadata.row_index").alias("row"), F.array(*cells).alias("cells")), table.columns


def csv_cells(lines, **form):
    """Rows of CSV, whose cells may be as long as the program allows (--max-field)."""
    # A setting of the process, so that it is set where a worker reads, and not where this file is loaded.
    csv.field_size_limit(sys.maxsize)
    return csv.reader(lines, **form)


def csv_record(cells, delimiter=","):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="").writerow(cells)
    return text.getvalue().encode()


def read_heads(spark, files):
    """Takes the first lines of every export, as a file of its own for the program to look at."""
    for export in files:
        if export.is_parquet:
            rows, columns = parquet_rows(spark, export)
            records = [csv_record(columns)] + [csv_record(row.cells) for row in rows.orderBy("row").take(SAMPLE)]
            export.head = b"\n".join(records) + b"\n"
        else:
            first = lines_of(spark, [export.uri]).limit(HEAD_LINES).collect()
            export.head = b"".join(bytes(row.line) + b"\n" for row in first)
        if export.head[:2] == b"\x1f\x8b":
            raise Refused(f"{export.name}: this is gzip, which Spark knows by its name; let it end in .gz")
        if export.head[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise Refused(f"{export.name}: this is UTF-16, which Spark cannot split; convert it to UTF-8")


# Records --------------------------------------------------------------------------------------------------------------

def whole_record(delimiter):
    """Matches what ends outside of quotes: a field is quoted when its first byte after spaces is a quote."""
    end = re.escape(delimiter.encode())
    field = rb'(?: *"(?:[^"]|"")*"(?!")[^%b]*|(?! *")[^%b]*)' % (end, end)
    return re.compile(rb"%b(?:%b%b)*" % (field, end, field))


def cells_of(record, delimiter):
    """The cells of a record as text, as the program cuts them."""
    if b'"' not in record:
        return [cell.strip() for cell in record.decode("utf-8", "replace").split(delimiter)]
    return [cell.strip() for cell in next(csv_cells(
        io.StringIO(record.decode("utf-8", "replace"), newline=""), delimiter=delimiter, skipinitialspace=True))]


def identity(cells, column):
    """An id in all its spellings: without spaces, without the .0 of a data frame, without the quotes of a formula."""
    if column is None or column >= len(cells):
        return ""
    text = cells[column].strip(" \t\r\n\v\f\u00a0")
    if text.startswith('="') and text.endswith('"') and len(text) > 2:
        text = text[2:-1]
    return text[:-2] if text.endswith(".0") and text[:-2].isascii() and text[:-2].isdigit() else text


def decoded(record, line, fallback):
    """A record as UTF-8, in a file that is Windows-1252 from its first byte that is no UTF-8, which is in a line."""
    if fallback is None or line + record.count(b"\n") < fallback:
        return record
    kept = 0
    if line <= fallback:
        try:
            record.decode()
        except UnicodeDecodeError as error:
            kept = error.start
    rest = "".join(chr(byte) if byte in UNDEFINED else bytes([byte]).decode("cp1252") for byte in record[kept:])
    return record[:kept] + rest.encode()


class Scan:
    """What the first pass over a split finds out."""

    def __init__(self):
        self.lines = self.records = 0
        self.open_line = self.bad_line = None

    def add(self, line, whole):
        self.lines += 1
        text = line[:-1] if line.endswith(b"\r") else line
        if text.strip(b" "):
            self.records += 1
        if b'"' in text and self.open_line is None and not whole.fullmatch(text):
            self.open_line = self.lines
        if self.bad_line is None and not text.isascii():
            try:
                text.decode()
            except UnicodeDecodeError:
                self.bad_line = self.lines


def scan_splits(rows, wholes):
    for (file, start), group in itertools.groupby(rows, key=lambda row: (row.file, row.start)):
        scan = Scan()
        for row in group:
            scan.add(bytes(row.line), wholes[canonical(file)])
        yield canonical(file), start, scan.lines, scan.records, scan.open_line, scan.bad_line


def canonical(uri):
    """One spelling of a file's place, whoever names it."""
    parsed = urllib.parse.urlparse(uri)
    return f"{parsed.scheme or 'file'}://{parsed.netloc}{urllib.parse.unquote(parsed.path)}"


def first_pass(spark, files):
    """Lines and records before every split; files of which a record runs over several lines; files that are no UTF-8."""
    wholes = {canonical(export.uri): whole_record(export.layout["delimiter"]) for export in files}
    with_splits(spark, True)
    found = (lines_of(spark, [export.uri for export in files]).rdd
             .mapPartitions(lambda rows: scan_splits(rows, wholes)).collect())
    before, by_file = {}, {}
    for file, start, lines, records, open_line, bad_line in sorted(found, key=lambda entry: entry[:2]):
        sums = by_file.setdefault(file, {"lines": 0, "records": 0, "is_split": True, "bad": None})
        before[file, start] = (sums["lines"], sums["records"])
        if bad_line is not None and sums["bad"] is None:
            sums["bad"] = sums["lines"] + bad_line
        if open_line is not None:
            sums["is_split"] = False
        sums["lines"] += lines
        sums["records"] += records
    return before, by_file


def records_of(rows, known, before):
    """The records of splits: file, line, number among the records of the file, bytes."""
    for (uri, start), group in itertools.groupby(rows, key=lambda row: (row.file, row.start)):
        file = canonical(uri)
        layout, whole = known[file]["layout"], known[file]["whole"]
        line, count = before[file, start] if known[file]["is_split"] else (0, 0)
        waiting, first = None, 0
        for row in group:
            line += 1
            text = bytes(row.line)
            if waiting is not None:
                waiting = waiting + b"\n" + text
            else:
                waiting, first = text, line
            record = waiting[:-1] if waiting.endswith(b"\r") else waiting
            if b'"' in record and not whole.fullmatch(record):
                continue
            waiting = None
            if b"\r" in record and b'"' not in record:
                raise Refused(f"{known[file]['name']}:{first}: a line ends in CR alone; convert the file's line ends")
            if record.strip(b" "):
                count += 1
                yield file, first, count, record
        if waiting is not None:
            raise Refused(f"{known[file]['name']}:{first}: a quote opens here and never closes")


ROWS = StructType([
    StructField("kind", StringType()), StructField("file", IntegerType()), StructField("line", LongType()),
    StructField("row", LongType()), StructField("encounter", StringType()), StructField("patient", StringType()),
    StructField("code", StringType()), StructField("record", BinaryType())])


def placed(known, file, line, count, record):
    """A record as a row of the whole: of which export, where, whose."""
    entry = known[file]
    layout = entry["layout"]
    columns = layout["columns"]
    record = decoded(record, line, entry["fallback"])
    cells = cells_of(record, layout["delimiter"])
    if layout["delimiter"] != ",":
        record = csv_record(cells)
    code = columns.get("billed_code" if entry["tag"] == "m" else "code")
    # As on one machine a row of another width says nothing of whose visits belong together.
    names_patient = entry["tag"] == "m" and len(cells) == layout["width"]
    return (entry["tag"], entry["number"], line, count, identity(cells, columns["encounter_id"]),
            identity(cells, columns.get("patient_id")) if names_patient else "",
            cells[code] if code is not None and code < len(cells) else "", record)


def text_rows(spark, files, before, by_file):
    """All rows of delimited text as a data frame."""
    known = {}
    for export in files:
        file = canonical(export.uri)
        sums = by_file.get(file, {"is_split": True, "bad": None})
        export.fallback = sums["bad"]
        known[file] = {
            "name": export.name, "tag": export.tag, "number": export.number, "layout": export.layout,
            "whole": whole_record(export.layout["delimiter"]), "is_split": sums["is_split"], "fallback": export.fallback}

    def rows(partition):
        for file, line, count, record in records_of(partition, known, before):
            if line > known[file]["layout"]["header_line"]:
                yield placed(known, file, line, count - known[file]["header_record"], record)

    for export in files:
        # Records of the head up to the header: the number of a row counts from behind it.
        head = export.head.split(b"\n")[:export.layout["header_line"]]
        known[canonical(export.uri)]["header_record"] = sum(1 for line in head if line.strip(b" \r"))
    frames = []
    for is_split in (True, False):
        uris = [export.uri for export in files if known[canonical(export.uri)]["is_split"] == is_split]
        if not uris:
            continue
        with_splits(spark, is_split)
        # The plan is made here, so that it keeps the setting of splits that holds now.
        frame = lines_of(spark, uris).rdd.mapPartitions(rows)
        frame.getNumPartitions()
        frames.append(spark.createDataFrame(frame, ROWS, verifySchema=False))
    with_splits(spark, True)
    return frames


def with_splits(spark, is_split):
    """Whether Spark may cut files: a record over several lines may lie on both sides of a cut.

    With both settings alike, where it cuts a file depends on nothing but the file: the two passes find the same cuts.
    """
    for key in ("spark.sql.files.maxPartitionBytes", "spark.sql.files.openCostInBytes"):
        spark.conf.set(key, str(SPLIT if is_split else 2 ** 60))


def parquet_frames(spark, files):
    for export in files:
        rows, columns = parquet_rows(spark, export)
        known = {export.uri: {"tag": export.tag, "number": export.number, "fallback": None,
                              "layout": dict(export.layout, delimiter=",")}}
        uri = export.uri
        # The header counts as line 1, as it would in text.
        yield spark.createDataFrame(
            rows.rdd.map(lambda row: placed(known, uri, row.row + 2, row.row + 1, csv_record(row.cells))), ROWS,
            verifySchema=False)


# Parts ----------------------------------------------------------------------------------------------------------------

def grouped(rows):
    """Rows with what keeps them together: the encounter, or the patient of those who have several.

    Visits of one patient on one day are judged together, so that they have to be in one part. Charge lines name no
    patient: they follow their encounter. The patient of an encounter is the first that its rows name.
    """
    patients = (rows.where("kind = 'm' and patient != '' and encounter != ''").groupBy("encounter")
                .agg(F.min_by("patient", F.struct("file", "line")).alias("owner")))
    several = patients.groupBy("owner").count().where("count > 1").select("owner")
    shared = patients.join(several, "owner").select("encounter", F.concat(F.lit("p"), "owner").alias("together"))
    return (rows.join(shared, "encounter", "left")
            .withColumn("together", F.coalesce("together", F.concat(F.lit("e"), "encounter"))))


def tagged(row):
    return b"%b%d:%d:%d,%b\n" % (row.kind.encode(), row.file, row.line, row.row, bytes(row.record))


def unpacked(program, folder):
    """The program on this worker: as named, shipped by --files, or within an archive that was."""
    path = program
    if not os.path.exists(path) and os.sep not in program:
        shipped = SparkFiles.get(program)
        path = shipped if os.path.exists(shipped) else shutil.which(program) or program
    if path.endswith((".tar.gz", ".tgz")):
        with tarfile.open(path) as archive:
            archive.extractall(folder, filter="data")
        found = [os.path.join(place, "infusion-charges") for place, _, names in os.walk(folder)
                 if "infusion-charges" in names]
        if not found:
            raise Refused(f"{program}: the archive holds no infusion-charges")
        path = found[0]
    if not os.path.exists(path):
        raise Refused(f"{program}: no such program on this worker; ship it with --files")
    if not os.access(path, os.X_OK):
        os.chmod(path, 0o755)
    return os.path.abspath(path)


def work(number, count, rows, job):
    """Runs the program over one part and hands on what it wrote: (table, line) and ('summary', JSON)."""
    with tempfile.TemporaryDirectory(prefix="infusion-charges-") as folder:
        for name, content in job["files"].items():
            target = os.path.join(folder, name)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(content)
        program = unpacked(job["program"], os.path.join(folder, "program"))
        tables = ["findings"] + job["also"]
        command = [program, "reconcile"] + job["mar"] + (["--charges"] + job["charges"] if job["charges"] else [])
        command += ["--rows", "-", "--part", f"{number + 1}/{count}", "--jobs", "1", "--summary", "summary.json", "-q"]
        # Rows of a patient stand together, and lines behind them: the program need not wait for the last row.
        command += ["--input-order", "grouped"]
        command += ["-o", "findings.csv"] + [word for table in job["also"] for word in (f"--{table}", f"{table}.csv")]
        with open(os.path.join(folder, "errors"), "w+b") as errors:
            process = subprocess.Popen(command + job["passed"], cwd=folder, stdin=subprocess.PIPE, stderr=errors,
                                       stdout=subprocess.DEVNULL, env=job["environment"])
            try:
                with process.stdin as stream:
                    for batch in batches(rows):
                        stream.write(batch)
            except BrokenPipeError:
                pass  # It has ended; its message says why.
            except BaseException:
                process.kill()
                process.wait()
                raise
            code = process.wait()
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace").strip()
        if code != 0:
            raise RuntimeError(f"part {number + 1}/{count}: the program ended with {code}: {said}")
        for table in tables:
            path = os.path.join(folder, f"{table}.csv")
            if os.path.exists(path):
                with open(path, encoding="utf-8", newline="\n") as file:
                    yield from ((table if place else table + " header", line.rstrip("\n"))
                                for place, line in enumerate(file))
        with open(os.path.join(folder, "summary.json"), encoding="utf-8") as file:
            yield "summary", file.read()


def batches(rows):
    batch, size = [], 0
    for row in rows:
        batch.append(tagged(row))
        size += len(batch[-1])
        if size > 1 << 18:
            yield b"".join(batch)
            batch, size = [], 0
    yield b"".join(batch)


def shipped(passed):
    """Files and folders that options name by relative paths, with their contents: they go to every worker."""
    files = {}
    for word in passed:
        if word.startswith(("-", "/")) or ".." in word.split("/") or not os.path.exists(word):
            continue
        for folder, _, names in os.walk(word) if os.path.isdir(word) else [(os.path.dirname(word), [], [os.path.basename(word)])]:
            for name in names:
                path = os.path.join(folder, name)
                with open(path, "rb") as file:
                    files[path] = file.read()
    return files


# The run --------------------------------------------------------------------------------------------------------------

def run_here(program, arguments, folder):
    """Runs the program beside the driver; what it prints, or what it complains of."""
    done = subprocess.run([program] + arguments, cwd=folder, capture_output=True, env={})
    if done.returncode != 0:
        raise Refused(done.stderr.decode("utf-8", "replace").strip() or f"{program} ended with {done.returncode}")
    return done.stdout.decode()


def configuration_words(passed):
    """Those of the options passed on by which headers are understood."""
    words = []
    for place, word in enumerate(passed):
        if word in ("--config", "--tables"):
            words += passed[place:place + 2]
    return words


def write_files(files, folder):
    for name, content in files.items():
        target = os.path.join(folder, name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(content)


def digest(export):
    """The SHA-256 of a file on this machine; none of one that is elsewhere, which the driver does not read."""
    parsed = urllib.parse.urlparse(export.uri)
    if parsed.scheme not in ("", "file"):
        return ""
    total = hashlib.sha256()
    with open(urllib.parse.unquote(parsed.path), "rb") as file:
        while chunk := file.read(1 << 20):
            total.update(chunk)
    return total.hexdigest()


def inputs(files):
    listed = []
    for export in files:
        entry = {"role": export.role, "path": export.name, "bytes": export.bytes, "sha256": digest(export),
                 "rows": export.rows}
        if export.fallback is not None:
            entry["windows_1252_from_line"] = export.fallback
        listed.append(entry)
    return listed


def reconcile(spark, options, folder):
    mar, charges = exports(spark, "mar", options.mar), exports(spark, "charges", options.charges)
    files = mar + charges
    read_heads(spark, files)
    shipped_files = shipped(options.passed)
    write_files(dict(shipped_files, **{export.place: export.head for export in files}), folder)
    program = unpacked(options.program, os.path.join(folder, "program"))
    heads = [export.place for export in mar] + (["--charges"] + [export.place for export in charges] if charges else [])
    for export, layout in zip(
            files, json.loads(run_here(program, ["layout"] + heads + configuration_words(options.passed), folder))):
        export.layout = layout

    text = [export for export in files if not export.is_parquet]
    before, by_file = first_pass(spark, text) if text else ({}, {})
    frames = text_rows(spark, text, before, by_file) if text else []
    frames += list(parquet_frames(spark, [export for export in files if export.is_parquet]))
    rows = frames[0]
    for frame in frames[1:]:
        rows = rows.unionAll(frame)
    rows = rows.persist(StorageLevel.MEMORY_AND_DISK)
    for row in rows.groupBy("kind", "file").count().collect():
        [export for export in files if (export.tag, export.number) == (row.kind, row.file)][0].rows = row["count"]
    finish_heads(spark, files, rows)

    count = options.partitions or spark.sparkContext.defaultParallelism
    job = {
        "program": options.program, "mar": [export.place for export in mar],
        "charges": [export.place for export in charges], "also": options.also, "passed": options.passed,
        "environment": {key: value for key, value in os.environ.items() if key in ("TMPDIR", "LD_LIBRARY_PATH")},
        "files": dict(shipped_files, **{export.place: export.head for export in files})}
    parts = (grouped(rows).repartition(count, "together")
             # By place, as one machine reads them: encounters that begin together count in the order in which they come.
             .sortWithinPartitions("together", F.desc("kind"), "file", "line")
             .select("kind", "file", "line", "row", "record").rdd)
    shared = spark.sparkContext.broadcast(job)
    written = parts.mapPartitionsWithIndex(
        lambda number, part: work(number, count, part, shared.value)).persist(StorageLevel.DISK_ONLY)

    summaries = written.filter(lambda entry: entry[0] == "summary").values().collect()
    write(spark, written, options)
    names = []
    for number, summary in enumerate(summaries):
        names.append(f"{number + 1}.json")
        write_files({names[-1]: summary.encode()}, folder)
    write_files({"inputs.json": json.dumps(inputs(files)).encode()}, folder)
    merged = run_here(program, ["merge"] + names + ["--inputs", "inputs.json", "-o", "-"], folder)
    write_text(spark, options.out + "/summary.json", merged)
    return json.loads(merged)


def finish_heads(spark, files, rows):
    """Ends every head behind a record, and adds a row of each code: by that the program knows whether drugs are billed."""
    codes = (rows.where("code != ''").groupBy("kind", "file", "code").agg(F.min("record").alias("record"))
             .orderBy("code").collect())
    for export in files:
        lines = HEAD_LINES
        head, count = whole_head(export)
        while not export.is_parquet and count < min(SAMPLE, export.rows):
            lines *= 4
            first = lines_of(spark, [export.uri]).limit(lines).collect()
            export.head = b"".join(bytes(row.line) + b"\n" for row in first)
            head, count = whole_head(export)
        export.head = head
        if count < export.rows:
            delimiter = export.layout["delimiter"]
            for row in codes:
                if (row.kind, row.file) == (export.tag, export.number):
                    record = bytes(row.record)
                    cells = cells_of(record, ",")
                    export.head += (record if delimiter == "," else csv_record(cells, delimiter)) + b"\n"


def whole_head(export):
    """The head up to the end of its last whole record, and how many rows it holds."""
    whole, layout = whole_record(export.layout["delimiter"]), export.layout
    head, waiting, count = b"", b"", 0
    for number, line in enumerate(export.head.split(b"\n")[:-1], 1):
        waiting += line + b"\n"
        if b'"' in waiting and not whole.fullmatch(waiting[:-1].removesuffix(b"\r")):
            continue
        count += number > layout["header_line"] and bool(waiting.strip(b" \r\n"))
        head, waiting = head + waiting, b""
    return head, count


def write(spark, written, options):
    for table in ["findings"] + options.also:
        header = written.filter(lambda entry: entry[0] == table + " header").values().first() if table != "rejects" \
            else next(iter(written.filter(lambda entry: entry[0] == "rejects header").values().take(1)), None)
        if header is None:
            continue
        lines = written.filter(lambda entry: entry[0] == table).values()
        write_text(spark, f"{options.out}/{table}.header.csv", header + "\n")
        if options.format in ("csv", "both"):
            lines.saveAsTextFile(f"{options.out}/{table}.csv")
        if options.format in ("parquet", "both"):
            columns = next(csv_cells([header]))
            schema = StructType([StructField(name, StringType()) for name in columns])
            cells = lines.mapPartitions(lambda part: csv_cells(line + "\n" for line in part))
            spark.createDataFrame(cells, schema, verifySchema=False).write.parquet(f"{options.out}/{table}.parquet")


def write_text(spark, name, text):
    path = spark._jvm.org.apache.hadoop.fs.Path(name)
    stream = path.getFileSystem(spark._jsc.hadoopConfiguration()).create(path, False)
    stream.write(bytearray(text.encode()))
    stream.close()


def main(argv):
    options = arguments(argv)
    spark = SparkSession.builder.appName("infusion-charges reconcile").getOrCreate()
    spark.sparkContext.setLogLevel(os.environ.get("SPARK_LOG_LEVEL", "ERROR"))
    try:
        out = spark._jvm.org.apache.hadoop.fs.Path(options.out)
        if out.getFileSystem(spark._jsc.hadoopConfiguration()).exists(out):
            raise Refused(f"{options.out}: this is there already; name a new folder")
        with tempfile.TemporaryDirectory(prefix="infusion-charges-") as folder:
            summary = reconcile(spark, options, folder)
        rows, lines = summary["rows"], summary["charge_lines"]
        print(f"{rows['read']} rows, {lines['read']} charge lines, {summary['encounters']['total']} encounters, "
              f"{summary['findings']['total']} findings in {options.out}")
        return 0
    except Refused as error:
        print(f"reconcile.py: {error}", file=sys.stderr)
        return 65
    except Exception as error:
        # The message of the worker that failed; Spark wraps it in its own.
        said = re.search(r"(RuntimeError|Refused|\w+Error): (.*)", str(error))
        print(f"reconcile.py: {said[2] if said else error}", file=sys.stderr)
        return 65 if said and said[1] == "Refused" else 70
    finally:
        spark.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
