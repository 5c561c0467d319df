import { longDate } from '../../model/scenario/iso-date.js';
import { horizonDays, type Scenario } from '../../model/scenario/schema.js';
import { ruleWords } from '../../model/scenario/rule-words.js';
import type { Block, Section } from '../../report/index.js';
import { branchSentence, chainSentences } from '../branch-sentence.js';
import { liftSentence, supplySentence } from '../logistics-sentence.js';
import { planSentence, regimeSentence } from '../plan-sentence.js';

/** What is simulated, in words: the time, the plan by date, regimes, branch points and rules. */
export function planSection(scenario: Scenario): Section {
  const list = (title: string, items: readonly string[]): Block[] =>
    items.length === 0
      ? []
      : [
          { kind: 'heading', text: title },
          { kind: 'list', items },
        ];
  const [lift, supply] = [liftSentence(scenario), supplySentence(scenario)];
  const byDate = <Item extends { readonly day: string }>(items: readonly Item[]): Item[] =>
    items.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return {
    id: 'plan',
    title: 'What is simulated',
    blocks: [
      {
        kind: 'text',
        text: `${longDate(scenario.start)} to ${longDate(scenario.end)}, ${horizonDays(scenario)} days; ${Object.keys(scenario.bases).length} bases, ${Object.keys(scenario.contingents).length} contingents, ${Object.keys(scenario.actors).length} armed ${Object.keys(scenario.actors).length === 1 ? 'group' : 'groups'}.`,
      },
      ...list(
        'Plan',
        byDate(scenario.plan).map((item) => `${longDate(item.day)}: ${planSentence(item, scenario)}`),
      ),
      ...list(
        'Lift and supply',
        [lift, supply].flatMap((sentence) => sentence ?? []),
      ),
      ...list('Regimes', [...scenario.regimes.map(regimeSentence), ...scenario.regimeChains.flatMap(chainSentences)]),
      ...list(
        'Branch points',
        byDate(scenario.branches).map((branch) => `${longDate(branch.day)}: ${branchSentence(branch)}`),
      ),
      ...list('Rules', scenario.rules.map(ruleWords)),
    ],
  };
}
