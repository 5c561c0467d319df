// How the terminal writes numbers; files carry them in full.

/** Three figures, or all whole ones, with thousands apart: 1,234 · 12.3 · 0.0456. */
export function figure(value: number): string {
  if (Number.isNaN(value)) return 'not estimable';
  if (!Number.isFinite(value)) return value > 0 ? 'no bound' : '-∞';
  if (Math.abs(value) >= 100) return thousands(Math.round(value));
  return String(Number(value.toPrecision(3)));
}

/** 1 replication, 2,000 replications. */
export function counted(count: number, what: string): string {
  return `${figure(count)} ${what}${count === 1 ? '' : 's'}`;
}

/** A share as per cents: 45 %, 3.2 %, 0.04 %. */
export function percent(share: number): string {
  if (Number.isNaN(share)) return 'not estimable';
  const value = 100 * share;
  return `${value >= 10 ? Math.round(value) : Number(value.toPrecision(2))} %`;
}

/** Seconds as 4.5 s, 45 s, 3 min 20 s, 2 h 5 min. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return 'some time';
  if (seconds < 9.95) return `${Number(seconds.toFixed(1))} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

function thousands(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}
