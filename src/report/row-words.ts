/** Row of a figure, by column, as its CSV has it. */
export type Row = Readonly<Record<string, string>>;

/** Columns that place a mark and say nothing that another column does not say better. */
const technical = new Set([
  'part',
  'label',
  'stepStart',
  'stepEnd',
  'weekMiddle',
  'weekEnd',
  'middleDay',
  'endDay',
  'fromDay',
  'toDay',
  'week',
  'group',
  'lat',
  'lon',
  'order',
  'row',
  'key',
  'shade',
  'halfWidth',
  'least',
  'isBaseline',
]);

const words: Readonly<Record<string, string>> = {
  atLeast: 'at least',
  weekStart: 'week from',
  at: 'date',
  low: 'from',
  high: 'to',
  n: 'replications',
  observed: 'record',
  attacks: 'attacks',
  persons: 'persons',
  atStart: 'at the start',
  atEnd: 'at the end',
  most: 'at most',
  fromBase: 'from',
  toBase: 'to',
  binStart: 'from',
  binEnd: 'to',
  count: 'replications',
  share: 'share of replications',
  regimeStart: 'regime from',
  regimeEnd: 'regime to',
  name: 'name',
};

/** Whether a column is for readers. */
export function isTold(column: string): boolean {
  return !technical.has(column) && !column.endsWith('Label');
}

/** `personAttacksPerWeek` as "person-attacks per week"; what has dots or spaces stays as it is. */
export function columnWords(column: string): string {
  const known = words[column];
  if (known !== undefined) return known;
  if (!/^[a-z][A-Za-z0-9]*$/.test(column)) return column;
  return column
    .replace(/^person(Attacks|Days)/, (_, what: string) => `person-${what.toLowerCase()}`)
    .replace(/Per1000PersonDays/, ' per 1,000 person-days')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const measured = /^(share|probability|level|shareAtMost)$/;

/** A cell as a reader takes it in: four figures, a date without its time, a share as per cents, a key as its name. */
export function cellWords(column: string, cell: string, names: ReadonlyMap<string, string> = new Map()): string {
  if (cell === '') return '';
  const named = names.get(cell);
  if (named !== undefined) return named;
  const date = /^(\d{4})-(\d\d)-(\d\d)(T[\d:.]+Z)?$/.exec(cell);
  if (date) return `${Number(date[3])} ${months[Number(date[2]) - 1] ?? ''} ${date[1] ?? ''}`;
  const number = Number(cell);
  if (Number.isNaN(number)) return column === 'measure' || column === 'part' ? columnWords(cell) : cell;
  return measured.test(column) ? percentWords(number) : numberWords(number);
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Three figures, or all whole ones, with thousands apart. */
export function numberWords(value: number): string {
  if (Number.isNaN(value)) return '';
  if (!Number.isFinite(value)) return 'no bound';
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  if (size >= 100) return sign + String(Math.round(size)).replace(/\B(?=(\d{3})+$)/g, ',');
  return sign + String(Number(size.toPrecision(3)));
}

/** 45 %, 3.2 %; nearly none and nearly all are not rounded to none and all. */
function percentWords(share: number): string {
  const per = 100 * share;
  if (per > 99 && per < 100 && per > 99.9) return '>99.9 %';
  return `${per >= 10 ? Number(per.toPrecision(3)) : Number(per.toPrecision(2))} %`;
}

/** Columns that {@link rowWords} says in places of their own. */
const placed = new Set([
  ...['base', 'scenario', 'strategy', 'place', 'fromBase', 'toBase', 'name', 'weekStart', 'at', 'date', 'measure'],
  ...['title', 'metric', 'binStart', 'binEnd', 'level', 'low', 'high', 'n', 'regimeStart', 'regimeEnd', 'replication'],
]);

/** A row as one line: "Ain al-Asad, attacks: central 95 % of replications 3.98 to 47". */
export function rowWords(row: Row, names: ReadonlyMap<string, string> = new Map()): string {
  const said = (column: string): string => cellWords(column, row[column] ?? '', names);
  const has = (column: string): boolean => (row[column] ?? '') !== '';
  const firstOf = (...columns: readonly string[]): string => said(columns.find(has) ?? '');
  const span = (from: string, to: string): string => (has(from) && has(to) ? `${said(from)} to ${said(to)}` : '');
  const subject = firstOf('name', 'base', 'scenario', 'strategy', 'place') || span('fromBase', 'toBase');
  const when = has('weekStart') ? `week from ${said('weekStart')}` : firstOf('at', 'date');
  const head = [subject, when, firstOf('title', 'measure', 'metric')].filter((part) => part !== '').join(', ');

  const interval = span('low', 'high');
  const others = Object.keys(row).filter((column) => !placed.has(column) && isTold(column) && has(column));
  const facts = [
    span('binStart', 'binEnd'),
    has('level') ? `central ${said('level')} of replications ${interval}`.trim() : '',
    ...others.map((column) => columnValue(column, said(column))),
    span('regimeStart', 'regimeEnd'),
  ].filter((fact) => fact !== '');
  const told = facts.join(', ');
  const sure = interval === '' || has('level') ? '' : told === '' ? interval : ` (${interval})`;
  return [head, told + sure].filter((part) => part !== '').join(': ');
}

function columnValue(column: string, value: string): string {
  if (column === 'value' || column === 'probability') return value;
  return `${columnWords(column)} ${value}`;
}
