type Numbers = Readonly<Record<string, number | undefined>>;

/** Faults of numbers that are there and are NaN or infinite. With any of these, no other rule is worth asking. */
export function finiteFaults(numbers: Numbers): string[] {
  const named = Object.entries(numbers).filter(([, value]) => value !== undefined && !Number.isFinite(value));
  return named.map(([what, value]) => `${what} must be a finite number, got ${value}`);
}

/** Faults of numbers that must be above 0; NaN and infinities too. */
export function positiveFaults(numbers: Numbers): string[] {
  const faults = finiteFaults(numbers);
  if (faults.length > 0) return faults;
  const named = Object.entries(numbers).filter(([, value]) => value !== undefined && value <= 0);
  return named.map(([what, value]) => `${what} must be more than 0, got ${value}`);
}

/** The fault of bounds in the wrong order; a bound left out is no fault. */
export function orderFaults({
  low = -Infinity,
  high = Infinity,
}: {
  low?: number | undefined;
  high?: number | undefined;
}) {
  return low <= high ? [] : [`low must be at most high, got low ${low} and high ${high}`];
}

/** The faults of low ≤ mode ≤ high. */
export function modeFaults({ low, mode, high }: { low: number; mode: number; high: number }): string[] {
  const faults = finiteFaults({ low, mode, high });
  if (faults.length > 0) return faults;
  if (low > high) return orderFaults({ low, high });
  if (mode >= low && mode <= high) return [];
  return [`mode must be from low to high, got low ${low}, mode ${mode} and high ${high}`];
}
