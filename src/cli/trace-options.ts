/** What `garrison trace` was asked. */
export interface TraceOptions {
  readonly file: string;
  readonly replication: number | undefined;
  readonly quantile: number | undefined;
  readonly of: string | undefined;
  readonly replications: number | undefined;
  readonly seed: number;
  readonly workers: number | 'auto';
  readonly out: string;
  /** A past to go on from, as a file. */
  readonly from: string | undefined;
  /** Date before which the past is to be saved. */
  readonly saveAt: string | undefined;
  readonly set: readonly string[];
  readonly figures: boolean;
  /** Show the rows behind each line. */
  readonly rows: boolean;
  readonly format: 'text' | 'csv' | 'json';
  readonly quiet: boolean;
}
