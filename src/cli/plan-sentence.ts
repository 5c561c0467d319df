import { describeLaw } from '../random/laws/law.js';
import { longDate } from '../model/scenario/iso-date.js';
import type { Headcounts, PlanItem } from '../model/scenario/plan-schema.js';
import type { Quantity } from '../model/scenario/quantity.js';
import { HOME } from '../model/scenario/reference-faults.js';
import type { Regime, Scenario } from '../model/scenario/schema.js';
import { figure } from './number-text.js';

/** A line of the plan as a sentence without its date: "300 United States move from Al-Qaim to Ain al-Asad by road, over 5 days". */
export function planSentence(item: PlanItem, scenario: Scenario): string {
  return `${orderSentence(item, scenario)}${announcedText(item)}`;
}

function orderSentence(item: PlanItem, scenario: Scenario): string {
  const base = (key: string): string => scenario.bases[key]?.name ?? key;
  const name = item.name === undefined ? '' : `${item.name}: `;
  if ('harden' in item) return `${name}hardening of ${base(item.harden)} to ${numberText(item.to)}`;
  const over = overText(item.overDays);
  if ('move' in item)
    return `${name}${who(item.move, scenario)} from ${base(item.fromBase)} to ${base(item.toBase)} by ${item.by}${over}`;
  if ('withdraw' in item)
    return `${name}${who(item.withdraw, scenario)} from ${base(item.fromBase)} for home by ${item.by}${over}${backText(item.returnDay)}`;
  if ('arrive' in item) return `${name}${who(item.arrive, scenario)} arrive at ${base(item.toBase)}${over}`;
  const to =
    item.personnelTo === undefined
      ? ''
      : `; personnel to ${item.personnelTo === HOME ? 'home' : base(item.personnelTo)} by ${item.by}${over}`;
  if ('close' in item)
    return `${name}${base(item.close)} is given up${item.closeDay ? ` on ${longDate(item.closeDay)}` : ''}${to}`;
  const heir = item.handedTo === undefined ? '' : ` to ${item.handedTo}`;
  const on = item.handOverDay === undefined ? '' : ` on ${longDate(item.handOverDay)}`;
  return `${name}${base(item.handOver)} is handed over${heir}${on}${to}`;
}

function backText(returnDay: string | undefined): string {
  return returnDay === undefined ? '' : `; back on ${longDate(returnDay)}`;
}

/** Only departures signal: an announced arrival is told, and that it does nothing. */
function announcedText(item: PlanItem): string {
  if ('harden' in item || item.announced === undefined) return '';
  return `; announced on ${longDate(item.announced)}${'arrive' in item ? ', which changes nothing here' : ''}`;
}

/** A regime as a sentence: "conditional truce, 11 October 2020 to 17 November 2020: attack rates times 0.15". */
export function regimeSentence(regime: Regime): string {
  const to = regime.lastDay === undefined ? 'the end' : longDate(regime.lastDay);
  const whose = regime.actors ? ` of ${regime.actors.join(', ')}` : '';
  const chance = regime.probability.value === 1 ? '' : `, with probability ${numberText(regime.probability)}`;
  const supply = regime.activity.value === 1 ? '' : `, routine supply times ${numberText(regime.activity)}`;
  const rates =
    regime.gate.value === 1 ? `attack rates${whose} as usual` : `attack rates${whose} times ${numberText(regime.gate)}`;
  return `${regime.name}, ${longDate(regime.firstDay)} to ${to}: ${rates}${supply}${chance}`;
}

/** A number, or its law in words. */
export function numberText({ value }: Quantity): string {
  return typeof value === 'number' ? figure(value) : `(${describeLaw(value)})`;
}

function who(counts: Headcounts, scenario: Scenario): string {
  if (counts === 'all') return 'everybody';
  if (isShare(counts)) return `a share of ${numberText(counts.share)} of everybody`;
  return Object.entries(counts)
    .map(([key, count]) => {
      const contingent = scenario.contingents[key]?.name ?? key;
      if (count === 'all') return `all of ${contingent}`;
      return 'share' in count
        ? `a share of ${numberText(count.share)} of ${contingent}`
        : `${numberText(count)} ${contingent}`;
    })
    .join(', ');
}

function isShare(counts: Exclude<Headcounts, 'all'>): counts is { share: Quantity } {
  const { share } = counts;
  return typeof share === 'object' && 'value' in share;
}

function overText(overDays: Quantity): string {
  if (overDays.value === 0) return '';
  return `, over ${numberText(overDays)} ${overDays.value === 1 ? 'day' : 'days'}`;
}
