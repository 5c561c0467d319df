import { EventCalendar } from '../kernel/index.js';
import { BranchPoints } from './branch-points.js';
import type { CompiledScenario } from './compile.js';
import { drawValues } from './draw-values.js';
import { EventKind } from './event-kind.js';
import type { FirstLuck } from './luck.js';
import type { Stretch } from './regime-growth.js';
import { Regimes } from './regimes.js';

/** The worst stretch of one replication without its attacks: regimes depend on nothing that attacks do. */
export function worstStretch(compiled: CompiledScenario, luck: FirstLuck): Stretch {
  const { horizonDays, scenario } = compiled;
  const calendar = new EventCalendar();
  const values = new Float64Array(compiled.parameters.points.length);
  drawValues(compiled, luck, values);
  const branches = new BranchPoints({ compiled, calendar, values });
  const regimes = new Regimes({
    compiled,
    calendar,
    values,
    states: compiled.actors.map(() => ({ gate: 1, turned: true, truceGate: 1 })),
  });
  branches.reset(luck);
  regimes.reset(luck, branches.regimeHappens);
  // Not by `runUntil`, which is one with the function that it runs as long as a process has one such function only.
  for (let left = scenario.maxEvents; left > 0 && calendar.pop(horizonDays); left--) {
    const { poppedKind: kind, poppedSubject: subject, now: day } = calendar;
    if (kind === EventKind.regimeStart) regimes.start(subject, day);
    else if (kind === EventKind.regimeEnd) regimes.end(subject, day);
    else if (kind === EventKind.chainStep) regimes.stepChain(subject, day);
    else if (kind === EventKind.chainEnd) regimes.endChain(subject, day);
  }
  const isCapped = calendar.nextTime <= horizonDays;
  regimes.settle(isCapped ? calendar.now : horizonDays);
  return regimes.growth.worst;
}
