import type { Standing } from '../pick-replication.js';
import { countText, counted, numberText } from '../tables/number-text.js';
import type { Trace } from '../trace.js';
import type { Presence } from './presence.js';
import type { QuietSpell } from './quiet-spells.js';
import { capitalised, listed, spelled, type Words } from './words.js';

interface ClosingScene {
  readonly words: Words;
  readonly presence: Presence;
  readonly quiet: readonly QuietSpell[];
  readonly standings: readonly Standing[];
  /** Days that are told: all, but where the cap on events ended it. */
  readonly days: number;
}

/** What it came to: attacks and casualties, why attacks came, who moved, and how that compares with other replications. */
export function closingWords(trace: Trace, scene: ClosingScene): string[] {
  return [
    attackTotals(trace, scene),
    causeTotals(trace),
    moveTotals(trace, scene),
    cappedWords(trace),
    comparison(scene.standings),
  ].filter((text) => text !== '');
}

function attackTotals({ outcomes, rows }: Trace, { words, quiet, days }: ClosingScene): string {
  const total = (name: string): number => outcomes.get(name) ?? NaN;
  const attacks = total('attacks');
  const gone = total('attacksOnHandedOver');
  const elsewhere =
    gone === 0
      ? ''
      : ` ${capitalised(spelled(gone))} more ${gone === 1 ? 'falls' : 'fall'} on bases after their hand-over.`;
  if (attacks === 0) return `In ${countText(days)} days no attack finds personnel.${elsewhere}`;
  const roads = total('attacksOnConvoys');
  const where = roads === 0 ? '' : `, ${countText(roads)} of them on the road`;
  const deadliest = rows.reduce((most, row, i) => ((row.killed ?? 0) > (rows[most]?.killed ?? 0) ? i : most), 0);
  const worst = rows[deadliest];
  const [killed, wounded] = [total('killed'), total('wounded')];
  const harm =
    killed + wounded === 0
      ? 'Nobody is hurt.'
      : `${killed === 0 ? 'Nobody is killed' : `${countText(killed)} killed`}, ${countText(wounded)} wounded.` +
        ((worst?.killed ?? 0) > 1 && killed > (worst?.killed ?? 0)
          ? ` The deadliest attack, on ${words.date(worst?.day ?? 0)}, killed ${countText(worst?.killed ?? 0)}.`
          : '');
  const last = quiet.find(({ endsAt }) => endsAt < 0);
  const end =
    last && last.days >= 14
      ? ` The last ${countText(Math.floor(last.days))} days pass without an attack${last.isLongest ? ', the longest quiet' : ''}.`
      : '';
  return (
    `In ${countText(days)} days ${counted(attacks, 'attack')}${where}, ${countText(total('personAttacks'))} person-attacks ` +
    `(${numberText(total('personAttacksPer1000PersonDays'))} per 1,000 person-days). ${harm}${elsewhere}${end}`
  );
}

function causeTotals({ outcomes }: Trace): string {
  const attacks = outcomes.get('attacks') ?? 0;
  if (attacks === 0) return '';
  const causes = [
    ['attacksBackground', 'unprovoked'],
    ['attacksEmboldened', 'emboldened by departures'],
    ['attacksVacuum', 'into the room that was left'],
    ['attacksProvokedByAttacks', 'after earlier attacks'],
    ['attacksProvokedByStrikes', 'in answer to strikes'],
  ] as const;
  const told = causes.flatMap(([name, words]) => {
    const count = outcomes.get(name) ?? 0;
    return count === 0 ? [] : [`${spelled(count)} ${words}`];
  });
  return `Why they came, as the model drew it: ${listed(told)}. Unprovoked: by nothing recent. Which single event an attack goes back to is the likeliest one, not one that was drawn.`;
}

function moveTotals({ rows }: Trace, { presence, days }: ClosingScene): string {
  const sum = (home: boolean): number =>
    rows.reduce(
      (total, { kind, toBase, persons = 0 }) =>
        total + (kind === 'departure' && (toBase === 'home') === home ? persons : 0),
      0,
    );
  const arrived = rows.reduce(
    (total, { kind, convoy, persons = 0 }) => total + (kind === 'arrival' && convoy === undefined ? persons : 0),
    0,
  );
  const ended = rows.filter(({ kind }) => kind === 'handOver' || kind === 'closure').length;
  const [home, between] = [sum(true), sum(false)];
  const moved = [
    ...(home > 0 ? [`${countText(home)} people leave for home`] : []),
    ...(between > 0 ? [`${countText(between)} go from base to base`] : []),
    ...(arrived > 0 ? [`${countText(arrived)} arrive`] : []),
    ...(ended > 0 ? [`${counted(ended, 'base')} ${ended === 1 ? 'is' : 'are'} handed over or given up`] : []),
  ];
  const { persons, bases } = presence.atBases(rows.length);
  const end = `${countText(persons)} ${persons === 1 ? 'person is' : 'people are'} at ${counted(bases, 'base')} on the last of ${countText(days)} days`;
  return moved.length === 0 ? `Nobody moves: ${end}.` : `${capitalised(listed(moved))}; ${end}.`;
}

function cappedWords({ outcomes, rows }: Trace): string {
  if (outcomes.get('capped') !== 1) return '';
  return `The cap on events (maxEvents) ended this replication after row ${countText(rows.length)}: what would have come later is not told, and its totals are lower bounds.`;
}

const outcomeNames: Readonly<Record<string, string>> = {
  attacks: 'attacks',
  personAttacks: 'person-attacks',
  killed: 'killed',
  wounded: 'wounded',
};

function comparison(standings: readonly Standing[]): string {
  if (standings.length === 0) return '';
  const percent = (share: number): string => `${Number((100 * share).toPrecision(2))} %`;
  const told = standings.map(
    ({ outcome, value, less, more }) =>
      `${outcomeNames[outcome] ?? outcome} ${numberText(value)} (fewer in ${percent(less)} of them, more in ${percent(more)})`,
  );
  return `Beside the other replications: ${told.join(', ')}.`;
}
