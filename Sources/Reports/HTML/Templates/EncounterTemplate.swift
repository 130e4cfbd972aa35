extension ReportTemplates {
  /// One encounter: timeline, what was suggested beside what was billed, and the rows as a table.
  static let encounter = """
    <article id="{{id}}" aria-labelledby="{{id}}-heading">
    <h3 id="{{id}}-heading">Encounter {{encounter}}</h3>
    <p>{{summary}}</p>
    {{#hasDrawing}}
    <div class="wide" role="group" tabindex="0" aria-label="Timeline of encounter {{encounter}}">
    <figure class="timeline">
    {{> timeline}}
    </figure>
    </div>
    {{/hasDrawing}}
    <div class="wide" role="group" tabindex="0" aria-labelledby="{{id}}-compared">
    <table class="compared">
    <caption id="{{id}}-compared"><span>Suggested and billed, encounter {{encounter}}</span></caption>
    <thead>
    <tr><th scope="col">Code</th><th scope="col">Date</th><th scope="col">Suggested</th><th scope="col">Billed</th>
    <th scope="col">Status</th><th scope="col" class="number">Difference</th><th scope="col">Why</th></tr>
    </thead>
    <tbody>
    {{#findings}}
    <tr class="{{statusClass}}"><th scope="row">{{code}} <span class="quiet">{{codeText}}</span></th><td class="day">{{date}}</td>
    <td>{{suggested}}</td><td>{{billed}}</td><td><span class="status">{{status}}</span></td>
    <td class="number">{{difference}}</td><td class="why">{{reason}} <span class="quiet">{{basis}}</span></td></tr>
    {{/findings}}
    </tbody>
    </table>
    </div>
    {{#hasRows}}
    <details>
    <summary>The record of encounter {{encounter}} as a table</summary>
    <div class="wide" role="group" tabindex="0" aria-labelledby="{{id}}-record">
    <table>
    <caption id="{{id}}-record"><span>Rows of the record, encounter {{encounter}}</span></caption>
    <thead>
    <tr><th scope="col">Place</th><th scope="col">Drug</th><th scope="col">Class</th><th scope="col">Time</th>
    <th scope="col">Length</th><th scope="col">Supports</th><th scope="col">Source</th></tr>
    </thead>
    <tbody>
    {{#rows}}
    <tr><td>{{rowPlace}}</td><th scope="row">{{rowDrug}}</th><td>{{rowClass}}</td><td>{{rowTime}}</td><td>{{rowLength}}</td>
    <td>{{rowSupports}}</td><td>{{rowSource}}</td></tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    </details>
    {{/hasRows}}
    </article>
    """

  /// What the signs of the timelines mean.
  static let legend = """
    <ul class="legend" aria-label="Signs of the timelines">
    <li><svg class="swatch chemo" viewBox="0 0 16 16" aria-hidden="true"><rect class="bar" width="16" height="16"/></svg> chemo and complex drugs</li>
    <li><svg class="swatch drug" viewBox="0 0 16 16" aria-hidden="true"><rect class="bar" width="16" height="16"/></svg> other drugs</li>
    <li><svg class="swatch fluid" viewBox="0 0 16 16" aria-hidden="true"><rect class="bar" width="16" height="16"/></svg> fluids</li>
    <li><svg class="swatch fluid" viewBox="0 0 16 16" aria-hidden="true"><rect class="bar" width="16" height="16"/><rect class="counted" width="16" height="16"/></svg> fluids, minutes that count</li>
    <li><svg class="swatch blood" viewBox="0 0 16 16" aria-hidden="true"><rect class="bar" width="16" height="16"/></svg> blood</li>
    <li><svg class="swatch other" viewBox="0 0 16 16" aria-hidden="true"><rect class="bar" width="16" height="16"/></svg> vaccines and others</li>
    <li><svg class="swatch drug" viewBox="0 0 16 16" aria-hidden="true"><path class="mark" d="M8 0l8 16h-16z"/></svg> push or injection</li>
    <li><svg class="swatch drug" viewBox="0 0 16 16" aria-hidden="true"><path class="mark" d="M4 0l8 8l-8 8z"/></svg> runs on after the visit</li>
    <li><svg class="swatch drug" viewBox="0 0 16 16" aria-hidden="true"><rect class="open" x="1" y="1" width="14" height="14"/></svg> start or stop not documented (?)</li>
    </ul>
    <svg class="patterns" aria-hidden="true"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"><rect class="hatch" width="3" height="6"/></pattern></defs></svg>
    """
}
