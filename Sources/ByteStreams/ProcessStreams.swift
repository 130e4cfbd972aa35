import Glibc

/// What the process sets up once about its own streams and signals, before anything is opened.
package enum ProcessStreams {
  /// Makes failures of writing come back as errors, keeps files from taking the place of closed standard streams, and
  /// memory with patient data from being written to disk after a crash.
  ///
  /// A standard stream that the caller closed would otherwise be the descriptor of the next file, and what is printed
  /// would land in it. It is opened for reading, so that writing to it fails as it should.
  package static func secure() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // A limit of one byte stops both a file and a program to which the kernel would pipe the memory; 0 only the file.
    var limit = rlimit(rlim_cur: 1, rlim_max: 1)
    _ = unsafe setrlimit(ProcessLimits.number(RLIMIT_CORE), &limit)
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) == -1 && errno == EBADF {
      let opened = unsafe open("/dev/null", O_RDONLY)
      precondition(opened == descriptor || opened < 0, "the lowest closed descriptor is taken first")
    }
  }

  /// Prints to standard error; what cannot be printed is lost.
  package static func print(error text: String) {
    var writer = DescriptorWriter(descriptor: STDERR_FILENO, path: "standard error")
    let bytes = Array(text.utf8)
    _ = try? writer.write(bytes.span)
  }
}
