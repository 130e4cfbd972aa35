extension ReportTemplates {
  /// The page as a whole; `HTMLReport.view` fills it.
  ///
  /// Its policy lets nothing in but the very style that stands in it, known by its hash: no script, no picture, no font, no
  /// network.
  static let page = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy"
      content="default-src 'none'; style-src 'sha256-{{styleHash}}'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>{{title}}</title>
    <style>
    {{> style}}
    </style>
    </head>
    <body>
    <a class="skip" href="#figures">Skip to the key figures</a>
    <header>
    <h1>Infusion charges</h1>
    <p>{{subtitle}}</p>
    <nav aria-label="Parts of this report">
    <ul>
    {{#parts}}
    <li><a href="#{{partID}}">{{partTitle}}</a></li>
    {{/parts}}
    </ul>
    </nav>
    </header>
    <main>
    <section id="figures" aria-labelledby="figures-title">
    <h2 id="figures-title">Key figures</h2>
    <dl class="figures">
    {{#figures}}
    <div>
    <dt>{{figureName}}</dt>
    <dd class="value">{{figure}}</dd>
    {{#details}}
    <dd>{{.}}</dd>
    {{/details}}
    </div>
    {{/figures}}
    </dl>
    {{#hasStatuses}}
    <figure>
    <svg class="share" role="img" aria-labelledby="share-title share-about" viewBox="0 0 1000 28" preserveAspectRatio="none">
    <title id="share-title">Encounters by status</title>
    <desc id="share-about">{{statusWords}}</desc>
    {{#statuses}}
    <rect class="{{statusClass}}" x="{{shareX}}" y="0" width="{{shareWidth}}" height="28"/>
    {{/statuses}}
    </svg>
    <figcaption>
    <ul class="legend">
    {{#statuses}}
    <li><svg class="swatch" viewBox="0 0 16 16" aria-hidden="true"><rect class="{{statusClass}}" width="16" height="16"/></svg>
    {{status}}: {{count}}</li>
    {{/statuses}}
    </ul>
    </figcaption>
    </figure>
    {{/hasStatuses}}
    {{#notes}}
    <p class="note">{{.}}</p>
    {{/notes}}
    </section>
    {{#rollUps}}
    {{> rollUp}}
    {{/rollUps}}
    {{#hasEncounters}}
    <section id="encounters" aria-labelledby="encounters-title">
    <h2 id="encounters-title">The costliest encounters</h2>
    <p>{{encountersIntroduction}}</p>
    {{> legend}}
    {{#encounters}}
    {{> encounter}}
    {{/encounters}}
    </section>
    {{/hasEncounters}}
    {{> run}}
    </main>
    <footer>
    <p>{{footer}}</p>
    </footer>
    </body>
    </html>
    """

  /// One roll-up: a table with a bar in each row.
  static let rollUp = """
    <section class="rollup" id="{{rollUpID}}" aria-labelledby="{{rollUpID}}-title">
    <h2 id="{{rollUpID}}-title">{{rollUpTitle}}</h2>
    <div class="wide" role="group" tabindex="0" aria-labelledby="{{rollUpID}}-caption">
    <table>
    <caption id="{{rollUpID}}-caption"><span>{{rollUpCaption}}</span></caption>
    <thead>
    <tr><th scope="col">{{rollUpName}}</th><th scope="col" class="number">Findings</th>
    <th scope="col" class="number">Not billed</th><th scope="col" class="number">Not supported</th>
    <td class="bars" aria-hidden="true"><svg class="swatch" viewBox="0 0 16 16"><rect class="under" width="16" height="16"/></svg>
    not billed <svg class="swatch" viewBox="0 0 16 16"><rect class="over" width="16" height="16"/></svg> not supported</td></tr>
    </thead>
    <tbody>
    {{#lines}}
    <tr><th scope="row">{{lineName}}{{#lineNote}} <span class="quiet">{{.}}</span>{{/lineNote}}</th>
    <td class="number">{{lineFindings}}</td><td class="number">{{lineUnder}}</td><td class="number">{{lineOver}}</td>
    <td class="bars" aria-hidden="true"><svg viewBox="0 0 240 18"><rect class="under" x="0" y="1" width="{{underWidth}}" height="7"/>
    <rect class="over" x="0" y="10" width="{{overWidth}}" height="7"/></svg></td></tr>
    {{/lines}}
    </tbody>
    </table>
    </div>
    </section>
    """

  /// What the run read, and by which choices.
  static let run = """
    <section id="run" aria-labelledby="run-title">
    <h2 id="run-title">The run</h2>
    <div class="wide" role="group" tabindex="0" aria-labelledby="run-files">
    <table>
    <caption id="run-files">Files read</caption>
    <thead>
    <tr><th scope="col">File</th><th scope="col">Holds</th><th scope="col" class="number">Rows</th>
    <th scope="col" class="number">Bytes</th><th scope="col">SHA-256</th></tr>
    </thead>
    <tbody>
    {{#inputs}}
    <tr><th scope="row">{{file}}</th><td>{{role}}</td><td class="number">{{fileRows}}</td><td class="number">{{bytes}}</td>
    <td class="code">{{sha256}}</td></tr>
    {{/inputs}}
    </tbody>
    </table>
    </div>
    <dl class="facts">
    {{#facts}}
    <dt>{{fact}}</dt><dd>{{factText}}</dd>
    {{/facts}}
    </dl>
    </section>
    """
}
