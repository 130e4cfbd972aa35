/// Takes bytes and keeps none.
package final class NoOutput: ByteSink {
  package init() {}

  package func write(_ bytes: Span<UInt8>) {}
}
