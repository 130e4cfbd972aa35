import Infusion

/// One giving of a template.
struct Step: Sendable {
  /// How it is given, or that it was not.
  enum Manner: String, CaseIterable, Sendable {
    case push, bag, flush, pump
    case im, sc
    case scbag, injector
    case po
    case held, canceled
  }

  /// When it begins.
  enum Timing: Sendable {
    /// So many minutes after everything before has ended.
    case after(ClosedRange<Int>)
    /// So many minutes after the beginning of the last step that is not beside another.
    case beside(ClosedRange<Int>)
    /// The same, and later steps are beside this one.
    case every(ClosedRange<Int>)
  }

  /// How long it takes, and what that earns.
  struct Outcome: Sendable {
    enum Length: Sendable {
      case none
      case minutes(ClosedRange<Int>)
      /// As long as the step that it is beside.
      case same
    }

    let length: Length
    let supports: [CodeUnits]
  }

  var isOptional = false
  let manner: Manner
  /// One of them is given.
  let drugs: [StockedDrug]
  var timing = Timing.after(2...8)
  /// Place in the sites of the template.
  var site = 0
  /// How long somebody stood by; only pushes.
  var pushMinutes: Int?
  /// Whether it stands still for a while.
  var isPaused = false
  /// Whether the pump is set anew on the way.
  var changesRate = false
  /// Whether nobody wrote down when it ended.
  var hasNoStop = false
  var lumen = ""
  var purpose = ""
  var secondSiteReason = ""
  var isPrimaryReason = false
  var outcomes: [Outcome] = []

  var isIntoVein: Bool {
    switch manner {
    case .push, .bag, .flush, .pump: true
    case .im, .sc, .scbag, .injector, .po, .held, .canceled: false
    }
  }
}
