/** Until when each contingent's training is paused, and the days lost by it. */
export class Pauses {
  private readonly since: Float64Array;
  private readonly until: Float64Array;
  /** Days of pauses that a later one did not overlap. */
  private readonly over: Float64Array;

  constructor(contingents: number) {
    this.since = new Float64Array(contingents);
    this.until = new Float64Array(contingents);
    this.over = new Float64Array(contingents);
  }

  reset(): void {
    this.since.fill(0);
    this.until.fill(0);
    this.over.fill(0);
  }

  /** A pause begins, or goes on for longer. Returns the day on which it will end. */
  begin(contingent: number, day: number, days: number): number {
    if (day >= this.until[contingent]!) {
      this.over[contingent]! += this.until[contingent]! - this.since[contingent]!;
      this.since[contingent] = day;
    }
    return (this.until[contingent] = Math.max(this.until[contingent]!, day + days));
  }

  /** Whether a contingent's training stands still on a day. */
  paused(contingent: number, day: number): boolean {
    return day < this.until[contingent]!;
  }

  /** Whether any contingent's training does. */
  anyPaused(day: number): boolean {
    return this.until.some((until) => day < until);
  }

  /** Days paused up to `day`, summed over contingents. */
  missionDaysLost(day: number): number {
    let sum = 0;
    for (let c = 0; c < this.over.length; c++)
      sum += this.over[c]! + Math.max(0, Math.min(day, this.until[c]!) - this.since[c]!);
    return sum;
  }
}
