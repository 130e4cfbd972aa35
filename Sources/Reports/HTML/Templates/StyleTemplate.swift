extension ReportTemplates {
  /// The style of the page: light, dark, narrow and on paper.
  ///
  /// Text stands out against what lies behind it by 4.5 to 1 or more in every pair of colours.
  static let style = """
    :root {
      color-scheme: light dark;
      --paper: #ffffff; --panel: #f3f5f8; --ink: #1b1f24; --quiet: #4d5663; --line: #c3cbd5; --link: #0b5cad;
      --chemo: #7b2d8e; --drug: #1f5fa8; --fluid: #0a6b66; --blood: #a8231b; --other: #5a6472; --on: #ffffff;
      --match: #2f7d4f; --under: #1f5fa8; --over: #b4530a; --mixed: #7b2d8e; --review: #6b7480;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14181d; --panel: #1e242b; --ink: #e6eaef; --quiet: #a9b4c0; --line: #45505c; --link: #8dc0ff;
        --chemo: #dba6ea; --drug: #8dbdf5; --fluid: #62d2c8; --blood: #ff9c93; --other: #b3bdc9; --on: #14181d;
        --match: #74c995; --under: #8dbdf5; --over: #f0a868; --mixed: #dba6ea; --review: #b3bdc9;
      }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 70rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
    h1 { font-size: 1.7rem; margin: 1.5rem 0 0; line-height: 1.2; }
    h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; border-bottom: 2px solid var(--line); padding-bottom: .25rem; }
    h3 { font-size: 1.1rem; margin: 2rem 0 .25rem; }
    p { margin: .4rem 0 .8rem; max-width: 48rem; }
    header > p { color: var(--quiet); }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -999rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
    .skip:focus { left: .5rem; top: .5rem; }
    nav ul, .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: .5rem 0; padding: 0; }
    .legend { font-size: .875rem; }
    .legend li { display: flex; align-items: center; gap: .4rem; }
    .swatch { width: 1rem; height: 1rem; flex: none; vertical-align: -.15em; }
    .patterns { position: absolute; width: 0; height: 0; }
    .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .75rem; margin: 1rem 0; }
    .figures div { background: var(--panel); border-radius: .5rem; padding: .75rem 1rem; }
    .figures dt { color: var(--quiet); font-size: .875rem; }
    .figures dd { margin: 0; font-size: .875rem; }
    .figures .value { font-size: 1.6rem; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
    figure { margin: 1rem 0; }
    .share { display: block; width: 100%; height: 1.75rem; }
    .note { border-left: 4px solid var(--over); padding-left: .75rem; }
    .wide { overflow-x: auto; margin: .75rem 0; }
    table { border-collapse: collapse; width: 100%; font-size: .875rem; }
    caption { text-align: left; color: var(--quiet); padding: .25rem 0; }
    caption span { display: inline-block; position: sticky; left: 0; max-width: calc(100vw - 3rem); }
    th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
    thead th, thead td { border-bottom: 2px solid var(--line); vertical-align: bottom; }
    tbody th { font-weight: 600; overflow-wrap: break-word; min-width: 9rem; max-width: 24rem; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .quiet, td .quiet, th .quiet { color: var(--quiet); font-weight: 400; }
    .code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .8125rem; white-space: nowrap; }
    td.code:last-child { white-space: normal; overflow-wrap: anywhere; min-width: 12rem; }
    td.bars { min-width: 11rem; white-space: nowrap; color: var(--quiet); }
    td.bars svg:not(.swatch) { display: block; width: 15rem; max-width: 100%; height: 1.125rem; }
    .day { white-space: nowrap; }
    .why { width: 50%; min-width: 18rem; }
    .compared .status { border-left: 4px solid var(--line); padding-left: .4rem; white-space: nowrap; }
    .compared .s-match .status { border-color: var(--match); }
    .compared .s-under .status { border-color: var(--under); }
    .compared .s-over .status { border-color: var(--over); }
    .compared .s-mixed .status { border-color: var(--mixed); }
    .compared .s-review .status { border-color: var(--review); }
    article { border: 1px solid var(--line); border-radius: .5rem; padding: 0 1rem 1rem; margin: 1.25rem 0; }
    article h3 { margin-top: 1rem; }
    .timeline { margin: 0; }
    .timeline svg { display: block; width: 100%; min-width: 44rem; height: auto; }
    svg text { fill: var(--ink); font: 13px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
    svg text.quiet { fill: var(--quiet); }
    svg text.length { text-anchor: end; }
    svg text.site { font-weight: 600; }
    svg text.codes { font: 600 12px ui-monospace, "DejaVu Sans Mono", monospace; }
    svg text.codes.on { fill: var(--on); }
    .grid { stroke: var(--line); stroke-width: 1; stroke-dasharray: 2 3; }
    .lane { stroke: var(--line); stroke-width: 1; }
    .plate { fill: var(--paper); }
    .chemo { --hue: var(--chemo); } .drug { --hue: var(--drug); } .fluid { --hue: var(--fluid); }
    .blood { --hue: var(--blood); } .other { --hue: var(--other); }
    .bar, .mark { fill: var(--hue); }
    .fluid .bar { fill: var(--paper); stroke: var(--hue); stroke-width: 1.5; }
    .hatch { fill: var(--fluid); }
    .counted { fill: url(#hatch); stroke: var(--hue); stroke-width: 1.5; }
    .open { fill: none; stroke: var(--hue); stroke-width: 2; stroke-dasharray: 4 3; }
    .under, .s-under { fill: var(--under); } .over, .s-over { fill: var(--over); }
    .s-match { fill: var(--match); } .s-mixed { fill: var(--mixed); } .s-review { fill: var(--review); }
    summary { cursor: pointer; color: var(--link); }
    .facts { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .3rem 1rem; font-size: .875rem; }
    .facts dt { color: var(--quiet); }
    .facts dd { margin: 0; overflow-wrap: anywhere; }
    footer { border-top: 1px solid var(--line); margin-top: 2.5rem; color: var(--quiet); font-size: .8125rem; }
    @media (max-width: 40rem) {
      body { padding: 0 .75rem 2rem; }
      article { padding: 0 .6rem .75rem; }
      .figures { grid-template-columns: 1fr 1fr; }
      .figures .value { font-size: 1.25rem; }
      .compared { min-width: 54rem; }
      .facts { grid-template-columns: 1fr; gap: 0; }
      .facts dd { margin-bottom: .5rem; }
    }
    @media print {
      @page { margin: 14mm 12mm; }
      :root { --paper: #ffffff; --panel: #f3f5f8; --ink: #000000; --quiet: #3c444f; --line: #9aa4b0; --link: #000000;
        --chemo: #7b2d8e; --drug: #1f5fa8; --fluid: #0a6b66; --blood: #a8231b; --other: #5a6472; --on: #ffffff;
        --match: #2f7d4f; --under: #1f5fa8; --over: #b4530a; --mixed: #7b2d8e; --review: #6b7480; }
      body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      nav, .skip, details { display: none; }
      .wide { overflow: visible; }
      .timeline svg { min-width: 0; }
      caption span { position: static; max-width: none; }
      .compared { min-width: 0; }
      .why, tbody th { min-width: 0; }
      .compared tbody th { width: 18%; }
      tr, .timeline, .figures div { break-inside: avoid; }
      tbody tr:nth-child(-n+2) { break-before: avoid; }
      h2, h3, caption { break-after: avoid; }
      article { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 0; }
      table { font-size: 8.5pt; }
      thead { display: table-header-group; }
    }
    """
}
