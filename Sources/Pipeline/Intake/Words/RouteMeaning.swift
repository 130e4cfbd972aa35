import Infusion

/// What a spelling of a route says: the way in, and sometimes the technique with it (`IVPB` is an infusion).
package struct RouteMeaning: Equatable, Sendable {
  package var route: Route
  package var technique: Technique?

  package init(route: Route, technique: Technique? = nil) {
    self.route = route
    self.technique = technique
  }
}
