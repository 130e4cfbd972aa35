/// The files of one run, put in place together.
package final class OutputSet {
  private var files: [AtomicFile] = []

  package init() {}

  /// Starts a file of the set.
  ///
  /// - Throws: `cannotCreate`.
  package func open(_ path: String) throws(ByteStreamError) -> AtomicFile {
    let file = try AtomicFile(path: path)
    files.append(file)
    return file
  }

  /// Syncs all files, then renames all: when one cannot be written whole or renamed, every earlier file stands again.
  ///
  /// Returns their digests in the order in which they were opened.
  ///
  /// - Throws: `writeFailed`; all files are discarded then, but for those whose folder alone was not synced.
  package func commit() throws(ByteStreamError) -> [StreamDigest] {
    do throws(ByteStreamError) {
      for file in files { _ = try file.seal() }
      let digests = try Interruption.holdingBack { () throws(ByteStreamError) in
        do throws(ByteStreamError) {
          var digests: [StreamDigest] = []
          for file in files { digests.append(try file.replaceKeepingEarlier()) }
          for file in files { file.forgetEarlier() }
          return digests
        } catch {
          for file in files.reversed() { file.putBack() }
          throw error
        }
      }
      for file in files { try file.syncFolder() }
      files = []
      return digests
    } catch {
      discard()
      throw error
    }
  }

  /// Gives up all files that are not in place yet.
  package func discard() {
    for file in files { file.discard() }
    files = []
  }
}
