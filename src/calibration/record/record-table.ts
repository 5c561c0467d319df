/** One line of a record's file, as texts. */
export interface TableLine {
  /** Line of the file on which it begins, its header being line 1. */
  readonly line: number;
  /** Texts by column, without blanks around them; a column that is not there is undefined. */
  readonly cells: Readonly<Record<string, string | undefined>>;
}

/** A record's file, parsed into texts and not yet understood. */
export interface RecordTable {
  /** The file as the user named it. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly lines: readonly TableLine[];
}
