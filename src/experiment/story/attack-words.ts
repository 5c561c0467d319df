import type { Happening } from '../../model/happening.js';
import { STRIKES } from '../../model/scenario/reference-faults.js';
import { countText } from '../tables/number-text.js';
import type { Trace } from '../trace.js';
import type { Element } from './elements.js';
import { likelySignals, type LikelySource } from './likely-sources.js';
import { decisionWords, strikeName } from './turn-words.js';
import { capitalised, listed, people, spelled, withArticle, type Words } from './words.js';

/** What an attack's line needs to know of the rest of the replication. */
export interface AttackScene {
  readonly trace: Trace;
  readonly words: Words;
  /** What is told before it: "After 23 days without an attack, the longest quiet, ". */
  readonly quiet: string;
  readonly isFirstDeath: boolean;
  /** What most likely provoked it. */
  readonly parent: LikelySource | undefined;
  /** Later attacks whose likeliest source it is. */
  readonly followers: number;
}

/** One attack: what and where, who was there, who was hit, why it came, and what was decided on it. */
export function attackWords({ rows, first }: Element, scene: AttackScene): string {
  const { trace, words, quiet } = scene;
  const what = `${withArticle(modeWords(first.mode))}${byWhom(first, trace, words)} ${placeWords(first, trace, words)}`;
  const parts = [quiet + what];
  if (first.kind !== 'attackOnHandedOver') {
    const present = `${countText(first.persons ?? 0)} ${first.persons === 1 ? 'person' : 'people'} present`;
    parts.push(first.kind === 'attackOnConvoy' ? '' : present, harmWords(first, words));
  }
  const told = capitalised(parts.filter((part) => part !== '').join('; '));
  const sentences = [
    told,
    scene.isFirstDeath ? 'These are the first deaths' : '',
    causeWords(rows[0] ?? -1, scene),
    scene.followers > 0 && (first.killed ?? 0) + (first.wounded ?? 0) > 0
      ? `${capitalised(spelled(scene.followers))} later ${scene.followers === 1 ? 'attack most likely goes' : 'attacks most likely go'} back to it`
      : '',
  ].flatMap((sentence) => (sentence === '' ? [] : [`${sentence}.`]));
  return [...sentences, ...decisionWords(rows.slice(1), { trace, words, lead: 'On this ' })].join(' ');
}

function modeWords(mode: string | undefined): string {
  return mode === undefined
    ? 'attack'
    : `${mode.replace(/([a-z])([A-Z])(?=[a-z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`).replaceAll(/[_-]/g, ' ')} attack`;
}

function byWhom({ actor }: Happening, { compiled }: Trace, words: Words): string {
  return compiled.actorKeys.length > 1 ? ` by ${words.actor(actor)}` : '';
}

function placeWords(row: Happening, trace: Trace, words: Words): string {
  if (row.kind === 'attackOnBase') return `on ${words.base(row.base)}`;
  if (row.kind === 'attackOnHandedOver')
    return `on ${words.base(row.base)} after its hand-over, with none of the personnel counted here`;
  if (row.convoy === undefined)
    return `on a supply convoy of ${words.base(row.toBase)} with ${people(row.persons ?? 0, undefined, words)}`;
  const from = trace.rows.find(({ kind, convoy }) => kind === 'departure' && convoy === row.convoy)?.base;
  return `on the road from ${words.base(from)} to ${words.base(row.toBase)}, on ${people(row.persons ?? 0, undefined, words)} in convoy`;
}

/** "nobody is hurt", "2 killed (United States), 5 wounded (United States 3, Denmark 2)". */
function harmWords({ killed = 0, wounded = 0, killedOf, woundedOf }: Happening, words: Words): string {
  const of = (count: number, what: string, whose: Happening['killedOf']): string[] => {
    if (count === 0) return [];
    const keys = Object.keys(whose ?? {});
    const names = keys.length === 1 ? words.contingent(keys[0]) : words.counts(whose ?? {});
    return [`${countText(count)} ${what}${names === '' ? '' : ` (${names})`}`];
  };
  const harm = [...of(killed, 'killed', killedOf), ...of(wounded, 'wounded', woundedOf)];
  return harm.length === 0 ? 'nobody is hurt' : harm.join(', ');
}

const sure = 0.9;
const likely = 0.5;

/** Why an attack came, as the model drew it; which single event it goes back to is the likeliest one. */
function causeWords(row: number, { trace, words, parent }: AttackScene): string {
  const attack = trace.rows[row];
  if (!attack) return '';
  switch (attack.cause) {
    case 'background':
      return 'Unprovoked';
    case 'emboldened':
      return emboldenedWords(likelySignals(trace, row), trace, words);
    case 'vacuum':
      return 'It fills the room that departed personnel have left';
    default:
      return provokedWords(parent, attack, { trace, words });
  }
}

function provokedWords(
  first: LikelySource | undefined,
  attack: Happening,
  { trace, words }: { readonly trace: Trace; readonly words: Words },
): string {
  const byStrike = attack.cause === STRIKES;
  const verb = byStrike ? 'answers' : 'follows on from';
  if (!first) return `It ${verb} ${byStrike ? 'earlier strikes' : 'earlier attacks'}`;
  const source = sourceWords(first, { byStrike, attack, trace, words });
  if (first.probability >= sure) return `It ${verb} ${source}`;
  if (first.probability >= likely) return `It most likely ${verb} ${source}`;
  return `It ${verb} earlier ${byStrike ? 'strikes' : 'attacks'}, most of all ${source.replace(/^the (attack|strike) /, 'that ')}`;
}

/** "the strike of 13 March (five weapons sites)", "the attack of 3 April on Camp Taji", "one of 12 March, before the start". */
function sourceWords(
  { row, day }: LikelySource,
  of: { readonly byStrike: boolean; readonly attack: Happening; readonly trace: Trace; readonly words: Words },
): string {
  const { byStrike, attack, trace, words } = of;
  const source = row === undefined ? undefined : trace.rows[row];
  const when = words.date(day) === words.date(attack.day) ? 'the same day' : words.date(day);
  if (byStrike) return `the strike of ${when}${strikeName(source)}`;
  if (!source) return `an attack before the start, of ${when}`;
  const whose = attack.cause === attack.actor ? '' : ` by ${words.actor(attack.cause)}`;
  const place =
    source.kind === 'attackOnConvoy'
      ? 'on the road'
      : source.base === attack.base
        ? 'here'
        : `on ${words.base(source.base)}`;
  return `the attack${whose} of ${when} ${place}`;
}

function emboldenedWords(signals: readonly LikelySource[], trace: Trace, words: Words): string {
  const [first] = signals;
  const signal = first?.row === undefined ? undefined : trace.rows[first.row];
  if (!first || !signal) return 'What was signalled before emboldened it';
  const what =
    signal.kind === 'arrival'
      ? `the return to ${words.base(signal.toBase)}`
      : `the ${signal.kind === 'announcement' ? 'announced departure' : 'departure'} from ${words.base(signal.base)} (${words.date(first.day)})`;
  return first.probability >= likely
    ? `${capitalised(what)} emboldened it`
    : `Departures emboldened it, most of all ${what.replace('departure from', 'that from')}`;
}

/** Several attacks in a row in which nobody was hurt, as one line. */
export function calmAttacksWords(elements: readonly Element[], words: Words): string {
  const rows = elements.map(({ first }) => first);
  const places = countBy(rows, (row) =>
    row.kind === 'attackOnConvoy'
      ? 'on the road'
      : `on ${words.base(row.base)}${row.kind === 'attackOnHandedOver' ? ' after its hand-over' : ''}`,
  );
  const causes = countBy(rows, ({ cause }) =>
    cause === 'background'
      ? 'unprovoked'
      : cause === 'emboldened'
        ? 'emboldened by departures'
        : cause === 'vacuum'
          ? 'into the room that was left'
          : cause === STRIKES
            ? 'in answer to strikes'
            : 'after earlier attacks',
  );
  const modes = [...new Set(rows.map(({ mode }) => mode ?? ''))].filter((mode) => mode !== '');
  const kind = modes.length === 1 ? `${modeWords(modes[0])}s` : 'attacks';
  const tell = (counts: ReadonlyMap<string, number>, all: number): string =>
    listed(
      [...counts].map(([name, count]) =>
        counts.size === 1 && count === all ? `all ${name}` : `${spelled(count)} ${name}`,
      ),
    );
  return `${capitalised(spelled(rows.length))} ${kind} in which nobody is hurt, ${tell(places, rows.length).replace(/^all /, 'all of them ')}: ${tell(causes, rows.length)}.`;
}

function countBy(rows: readonly Happening[], nameOf: (row: Happening) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}
