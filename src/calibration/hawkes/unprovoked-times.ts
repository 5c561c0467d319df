import type { Uniform } from '../../random/stream.js';
import type { NetworkQuestion, NetworkRecords } from './network-question.js';
import { fullModel } from './network-question.js';
import { fitReceiver } from './receiver-fit.js';

/** Attacks of one receiver in no order: when, and whether each killed. */
type DrawnAttacks = readonly { readonly day: number; readonly killed: boolean }[];

/** A rate by rejection: what it is at a time, and what it never exceeds. */
interface Rate {
  readonly at: (day: number) => number;
  readonly most: number;
}

/**
 * Draws records in which no attack provokes another: of each receiver as many attacks at each of its rates as the record
 * has, their times in proportion to gate × (rate + what strikes provoke) as fitted to it; as many of them killed.
 */
export function unprovokedTimes(question: NetworkQuestion, found: NetworkRecords): (next: Uniform) => DrawnAttacks[] {
  const { windowDays, imputations, starts = [0], fatal } = question;
  const rates = question.rates ?? starts.map((_, piece) => piece);
  const killedAt = new Set(fatal?.[0] ?? []);
  const strikes = found.active.filter((source) => source >= found.receivers);
  const plans = Array.from({ length: found.receivers }, (_, receiver) => {
    const own = imputations[0]![receiver]!;
    const rate = fittedRate(question, { found, receiver, strikes });
    return {
      before: own.filter((day) => day < 0).map((day) => ({ day, killed: killedAt.has(day) })),
      kills: own.filter((day) => day >= 0 && killedAt.has(day)).length,
      rate,
      parts: [...new Set(rates)].map((which) => {
        const pieces = starts.flatMap((start, piece) =>
          rates[piece] === which ? [{ start, end: starts[piece + 1] ?? windowDays }] : [],
        );
        const count = own.filter((day) =>
          pieces.some(({ start, end }) => day >= start && (day < end || day === windowDays)),
        ).length;
        return { pieces, count };
      }),
    };
  });
  return (next) =>
    plans.map(({ before, kills, rate, parts }) => {
      const days = parts.flatMap(({ pieces, count }) =>
        Array.from({ length: count }, () => drawnDay(pieces, { rate, next })),
      );
      // Which of them killed: so many in a row of a random order.
      const order = days.map((day) => ({ day, key: next() })).sort((a, b) => a.key - b.key);
      return [...before, ...order.map(({ day }, k) => ({ day, killed: k < kills }))];
    });
}

function drawnDay(
  pieces: readonly { readonly start: number; readonly end: number }[],
  { rate, next }: { readonly rate: Rate; readonly next: Uniform },
): number {
  const length = pieces.reduce((sum, { start, end }) => sum + end - start, 0);
  for (;;) {
    let left = length * (next() + (next() - 0.5) * 2 ** -32);
    const piece = pieces.find(({ start, end }) => (left -= end - start) < 0);
    if (piece && next() * rate.most < rate.at(piece.end + left)) return piece.end + left;
  }
}

/** The rate without excitation by attacks that suits the record best. */
function fittedRate(
  { windowDays, imputations, starts = [0], rates = starts.map((_, piece) => piece), gates }: NetworkQuestion,
  about: { readonly found: NetworkRecords; readonly receiver: number; readonly strikes: readonly number[] },
): Rate {
  const { found, receiver, strikes } = about;
  const records = found.of(receiver);
  const model = { ...fullModel(found, 1.25), sources: strikes, boosted: [] };
  const { lagAt, fits } = fitReceiver(records, model);
  const { heights } = fits[0]!;
  const { openDays } = records[0]!;
  const sources = strikes.map((source, s) => ({
    times: imputations[0]![source]!,
    decay: 1 / model.lags[lagAt[s]!]!,
    branching: heights[openDays.length + s]!,
  }));
  const provoked = (day: number): number =>
    sources.reduce(
      (sum, { times, decay, branching }) =>
        sum +
        branching *
          decay *
          times.reduce((level, time) => (time < day ? level + Math.exp(-decay * (day - time)) : level), 0),
      0,
    );
  const gateAt = (piece: number): number => gates?.[piece]?.[receiver] ?? 1;
  const instants = [...starts, windowDays, ...sources.flatMap(({ times }) => times.map((time) => time + 1e-9))];
  const mostProvoked = Math.max(...instants.filter((day) => day >= 0).map(provoked));
  const mostConstant = Math.max(...heights.slice(0, openDays.length));
  return {
    most: Math.max(...starts.map((_, piece) => gateAt(piece))) * (mostConstant + mostProvoked),
    at: (day) => {
      const piece = starts.findLastIndex((start) => start <= day);
      return gateAt(piece) * (heights[rates[piece]!]! + provoked(day));
    },
  };
}
