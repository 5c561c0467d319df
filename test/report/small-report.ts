import type { Figure, Report } from '../../src/report/index.js';

/** A drawing as vega writes one: title, a clipped bar and a name. */
export const smallFigure: Figure = {
  name: 'bars',
  title: 'Bars <of> one base',
  caption: '10 replications, seed 1. Model output, not observation.',
  alt: 'One bar & its name.',
  svg:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 150"><defs><clipPath id="clip0"><rect/></clipPath></defs>' +
    '<g fill="none" transform="translate(20,80)"><g class="mark-group role-frame root" role="graphics-object"><g transform="translate(0,0)">' +
    '<path clip-path="url(#clip0)" aria-label="base: asad; attacks: 17.25" role="graphics-symbol" aria-roledescription="bar" d="M0,0h10v5h-10Z"/>' +
    '<text font-size="15px" transform="translate(0,9)">Ain al-Asad</text>' +
    '<g class="mark-group role-title"><g transform="translate(-20,-70)"><g><text transform="translate(0,17)">Bars</text>' +
    '<text transform="translate(0,39)"><tspan>a</tspan><tspan x="0" dy="20">b</tspan></text></g></g></g></g></g></g></svg>',
  csv: 'base,attacks\nasad,17.25\n',
  rows: [{ base: 'asad', attacks: '17.25' }],
  spec: '{"title":"</script>"}',
};

export const smallReport: Report = {
  id: 'run abc 1 10',
  title: 'Two < three & "four"',
  answer: 'On average 1,200 person-attacks (95 % interval -3 to 5). With the same luck fewer in 12 % of futures.',
  first: [
    { kind: 'warning', title: 'The model contradicts the record', items: ['Wounded: 0 in the record'] },
    { kind: 'figure', figure: smallFigure },
    {
      kind: 'facts',
      facts: [
        { term: 'Replications', value: '10' },
        { term: 'Why it stopped', value: 'as many as asked for', ofRun: true },
      ],
    },
  ],
  pick: { word: 'base', subjects: [{ key: 'asad', name: 'Ain al-Asad', facts: [{ term: 'Attacks', value: '17.3' }] }] },
  sections: [
    {
      id: 'limits',
      title: 'Limits',
      blocks: [
        { kind: 'list', items: ['a | b', 'attacks_per_day'] },
        {
          kind: 'table',
          table: { caption: 'Numbers', head: ['', 'n'], rows: [['a | b', '1']], numeric: [1], measure: 'total' },
        },
      ],
    },
  ],
  origin: 'garrison 0.1.0',
};
