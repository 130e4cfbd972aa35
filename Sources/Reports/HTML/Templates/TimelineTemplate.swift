extension ReportTemplates {
  /// The drawing of one encounter; `TimelineDrawing.view` fills it.
  static let timeline = """
    <svg role="img" aria-labelledby="{{id}}-title {{id}}-about" viewBox="0 0 {{drawingWidth}} {{drawingHeight}}"
      preserveAspectRatio="xMinYMin meet">
    <title id="{{id}}-title">Timeline of encounter {{encounter}}</title>
    <desc id="{{id}}-about">{{about}}</desc>
    {{#ticks}}
    <line class="grid" x1="{{tickX}}" y1="24" x2="{{tickX}}" y2="{{tickBottom}}"/>
    <text class="quiet" x="{{tickX}}" y="17">{{tickLabel}}</text>
    {{/ticks}}
    {{#lanes}}
    <rect class="plate" x="0" y="{{laneTop}}" width="{{drawingWidth}}" height="26"/>
    <line class="lane" x1="0" y1="{{laneTop}}" x2="{{drawingWidth}}" y2="{{laneTop}}"/>
    <text class="site" x="0" y="{{laneY}}">{{laneTitle}}</text>
    {{#bars}}
    <g class="{{family}}"><title>{{barTitle}}</title>
    <text x="12" y="{{textY}}">{{name}}</text>
    {{#pieces}}
    <rect class="bar" x="{{pieceX}}" y="{{pieceY}}" width="{{pieceWidth}}" height="{{pieceHeight}}"/>
    {{/pieces}}
    {{#counted}}
    <rect class="counted" x="{{pieceX}}" y="{{pieceY}}" width="{{pieceWidth}}" height="{{pieceHeight}}"/>
    {{/counted}}
    {{#marks}}
    <path class="mark" d="M{{markX}} {{markTop}}l8 16h-16z"/>
    {{/marks}}
    {{#runsOn}}
    <path class="mark" d="M{{onX}} {{onY}}l8 8l-8 8z"/>
    {{/runsOn}}
    {{#openEnds}}
    <rect class="open" x="{{openX}}" y="{{openY}}" width="22" height="16"/>
    <text x="{{questionX}}" y="{{questionY}}">?</text>
    {{/openEnds}}
    {{#codeLabels}}
    {{#isOnHatch}}<rect class="plate" x="{{plateX}}" y="{{plateY}}" width="{{plateWidth}}" height="{{plateHeight}}"/>{{/isOnHatch}}
    <text class="codes{{#isOnBar}} on{{/isOnBar}}" x="{{codesX}}" y="{{codesY}}">{{codes}}</text>
    {{/codeLabels}}
    <text class="quiet" x="{{timesX}}" y="{{textY}}">{{times}}</text>
    <text class="quiet length" x="{{lengthX}}" y="{{textY}}">{{length}}</text>
    </g>
    {{/bars}}
    {{/lanes}}
    </svg>
    """
}
