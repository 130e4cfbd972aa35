#if Workbooks
import CExpat

/// Feeds the bytes of one part to expat and tells a handler what they hold.
///
/// Entities are never declared, since a document type stops the reading; nothing outside of the part is looked at.
@safe final class XMLDriver {
  private let part: String
  private let handler: any XMLHandler
  private let parser: XML_Parser
  private var attributes = XMLAttributes()
  private var depth = 0
  private var bytesFed = 0
  private var failure: WorkbookProblem?

  init(part: String, handler: any XMLHandler) {
    self.part = part
    self.handler = handler
    guard let parser = unsafe XML_ParserCreate(nil) else { fatalError("expat cannot start") }
    unsafe self.parser = parser
    // Not retained: the parser is freed with its driver.
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { unsafe XMLDriver.of($0)?.start($1, $2) },
      { unsafe XMLDriver.of($0)?.end($1) })
    unsafe XML_SetCharacterDataHandler(parser) { unsafe XMLDriver.of($0)?.text($1, Int($2)) }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in unsafe XMLDriver.of(user)?.documentType() }
  }

  deinit { unsafe XML_ParserFree(parser) }

  /// Takes the next bytes of the part; no bytes are its end.
  ///
  /// - Throws: what the handler throws, `malformed`, `documentType`, `tooDeep`, `tagTooLong`.
  func parse(_ piece: [UInt8]) throws(WorkbookProblem) {
    bytesFed += piece.count
    let status = unsafe piece.withUnsafeBytes { bytes in
      unsafe XML_Parse(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), bytes.isEmpty ? 1 : 0)
    }
    if let failure { throw failure }
    guard status == XML_STATUS_OK else {
      let reason = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map { unsafe String(cString: $0) }
      throw .malformed(part: part, line: line, reason: reason ?? "unknown")
    }
    if bytesFed - Int(unsafe XML_GetCurrentByteIndex(parser)) > WorkbookLimits.tagBytes, !piece.isEmpty {
      throw .tagTooLong(part: part, line: line)
    }
  }

  private var line: Int { Int(unsafe XML_GetCurrentLineNumber(parser)) }

  private static func of(_ user: UnsafeMutableRawPointer?) -> XMLDriver? {
    unsafe user.map { unsafe Unmanaged<XMLDriver>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ values: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    depth += 1
    if depth > WorkbookLimits.depth { return stop(.tooDeep(part: part, line: line)) }
    attributes.removeAll()
    if var pair = unsafe values {
      while let key = unsafe pair[0], let value = unsafe pair[1] {
        let name = unsafe Self.attributeName(key)
        if name != .other { unsafe attributes.append(name, Span(_unsafeElements: Self.bytes(value))) }
        unsafe pair += 2
      }
    }
    do throws(WorkbookProblem) {
      try handler.start(unsafe Self.elementName(name), attributes)
    } catch {
      stop(error)
    }
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    depth -= 1
    // Tags without content end in the call that stopped at their start.
    guard failure == nil else { return }
    do throws(WorkbookProblem) {
      try handler.end(unsafe Self.elementName(name))
    } catch {
      stop(error)
    }
  }

  private func text(_ start: UnsafePointer<CChar>?, _ count: Int) {
    guard failure == nil, let start = unsafe start else { return }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
    do throws(WorkbookProblem) {
      try unsafe handler.text(Span(_unsafeBytes: bytes))
    } catch {
      stop(error)
    }
  }

  private func documentType() { stop(.documentType(part: part, line: line)) }

  private func stop(_ problem: WorkbookProblem) {
    if failure == nil { failure = problem }
    unsafe XML_StopParser(parser, XML_Bool(0))
  }

  private static func elementName(_ name: UnsafePointer<CChar>?) -> XMLName {
    guard let name = unsafe name else { return .other }
    let bytes = unsafe bytes(name)
    let local = unsafe bytes.lastIndex(of: UInt8(ascii: ":")).map {
      unsafe UnsafeBufferPointer(rebasing: bytes[($0 + 1)...])
    }
    return unsafe XMLName(Span(_unsafeElements: local ?? bytes))
  }

  /// Attributes have no prefix, but for the id of a relationship; `xmlns:r` is a declaration.
  private static func attributeName(_ name: UnsafePointer<CChar>) -> XMLName {
    let bytes = unsafe bytes(name)
    guard let colon = unsafe bytes.firstIndex(of: UInt8(ascii: ":")) else {
      return unsafe XMLName(Span(_unsafeElements: bytes))
    }
    let isDeclaration = unsafe bytes[..<colon].elementsEqual("xmlns".utf8)
    let local = unsafe XMLName(Span(_unsafeElements: UnsafeBufferPointer(rebasing: bytes[(colon + 1)...])))
    return !isDeclaration && local == .id ? .id : .other
  }

  /// Up to the NUL at the end.
  private static func bytes(_ text: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while unsafe text[count] != 0 { count += 1 }
    return unsafe UnsafeBufferPointer(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
  }
}
#endif
