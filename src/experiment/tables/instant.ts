import { isoDate, isoDay } from '../../model/scenario/iso-date.js';

/** The UTC date and time (to the second, ISO 8601) of a point on the scenario's clock, `day` days after its start. */
export function instant(scenario: { readonly start: string }, day: number): string {
  const seconds = Math.round(day * 86_400);
  const date = isoDate(isoDay(scenario.start) + Math.floor(seconds / 86_400));
  const rest = ((seconds % 86_400) + 86_400) % 86_400;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${date}T${two(rest / 3600)}:${two((rest % 3600) / 60)}:${two(rest % 60)}Z`;
}

/** Begin, middle and end of a week of the scenario; the last week ends with the scenario. */
export function weekBounds(
  scenario: { readonly start: string; readonly end: string },
  week: number,
): {
  readonly week: number;
  readonly weekStart: string;
  readonly weekMiddle: string;
  readonly weekEnd: string;
  readonly endDay: number;
} {
  const begin = 7 * week;
  const horizon = isoDay(scenario.end) - isoDay(scenario.start) + 1;
  const end = Math.min(begin + 7, horizon);
  return {
    week,
    weekStart: instant(scenario, begin),
    weekMiddle: instant(scenario, (begin + end) / 2),
    weekEnd: instant(scenario, end),
    endDay: end,
  };
}
