/** Mean and variance (divisor n − 1) of the values added. */
export class Tally {
  private count = 0;
  private sum = 0;
  private squaredDeviations = 0;

  add(value: number): void {
    const before = this.count === 0 ? value : this.sum / this.count;
    this.count++;
    this.sum += value;
    this.squaredDeviations += (value - before) * (value - this.sum / this.count);
  }

  get mean(): number {
    return this.sum / this.count;
  }

  get variance(): number {
    return this.squaredDeviations / (this.count - 1);
  }
}

/** A value that holds between its changes, from the first `set` on. */
export class TimeWeighted {
  private value = 0;
  private changed = NaN;
  private started = NaN;
  private area = 0;
  private squaredArea = 0;

  set(value: number, time: number): void {
    if (Number.isNaN(this.started)) this.started = time;
    else this.extendTo(time);
    this.value = value;
    this.changed = time;
  }

  /** Integral, mean and variance over [first set, time]. */
  read(time: number): { readonly integral: number; readonly mean: number; readonly variance: number } {
    this.extendTo(time);
    const length = time - this.started;
    const mean = this.area / length;
    return { integral: this.area, mean, variance: this.squaredArea / length - mean * mean };
  }

  private extendTo(time: number): void {
    const length = time - this.changed;
    this.area += this.value * length;
    this.squaredArea += this.value * this.value * length;
    this.changed = time;
  }
}
