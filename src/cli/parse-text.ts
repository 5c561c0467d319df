import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { UserFault, type Fault } from '../model/scenario/fault.js';
import { pathSteps } from './path-steps.js';
import type { ScenarioSource } from './read-scenario-file.js';

interface Text {
  readonly text: string;
  /** The file as the user named it. */
  readonly name: string;
  readonly json: boolean;
}

/**
 * Parses YAML or JSON, which runs no code. A key that stands twice is a fault in both: one of them would be lost.
 * @throws UserFault with line and column of every slip of syntax.
 */
export function parseText({ text, name, json }: Text): ScenarioSource {
  const lines = new LineCounter();
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: json ? 'json' : 'core' });
  const asJson = json ? jsonValue(text, at) : undefined;
  const twice = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  // One slip of syntax brings many after it: the first is the one to mend.
  const [slip] = json ? [] : [...document.errors, ...document.warnings].filter((issue) => !twice.includes(issue));
  if (!json && !slip && document.contents === null) {
    const rule = 'must hold a scenario, and is empty';
    throw new UserFault([{ path: name, rule, hint: 'garrison init another-name.yaml writes one to start from' }]);
  }
  const faults: Fault[] = twice.map(({ pos: [from] }) => {
    const key = /^[\w-]+/.exec(text.slice(from))?.[0];
    return { path: at(from), rule: `must not hold a key twice${key === undefined ? '' : `: ${key}`}` };
  });
  if (slip) {
    const rule = `must be YAML: ${slip.message.toLowerCase()}`;
    faults.unshift({ path: at(slip.pos[0]), rule, hint: wayOut(slip.message) });
  }
  if (faults.length > 0) throw new UserFault(faults);
  return { input: json ? asJson : valueOf(document, name), locate: (path) => locate(document, path, at) };
}

/** The slips that people make most, in their words instead of the grammar's. */
function wayOut(message: string): string | undefined {
  if (/^nested mappings are not allowed/i.test(message)) return 'a text that holds a colon and a space needs quotes';
  if (/within flow collections|flow map|flow seq/i.test(message)) return 'is a comma or a bracket missing before it?';
  if (/tabs are not allowed/i.test(message)) return 'indent with spaces';
  return undefined;
}

function valueOf(document: Document, name: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // Aliases that blow up ("a billion laughs") end here.
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserFault([{ path: name, rule: `must be YAML that can be read in full: ${reason}` }]);
  }
}

/** JSON as it is strictly read; the YAML parser, which gives the positions, would let more pass. */
function jsonValue(text: string, at: (offset: number) => string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const position = /at position (\d+)/.exec(reason);
    const offset = position ? Number(position[1]) : text.trimEnd().length;
    const rule = `must be JSON: ${reason.replace(/ (in JSON )?at position \d+.*$/s, '').toLowerCase()}`;
    throw new UserFault([{ path: at(offset), rule }]);
  }
}

/** The nearest place in the file that the path names; where its end is missing, what it is missing from. */
function locate(document: Document, path: string, at: (offset: number) => string): string | undefined {
  const steps = pathSteps(path);
  if (!steps) return undefined;
  for (let length = steps.length; length > 0; length--) {
    const node: unknown = document.getIn(steps.slice(0, length), true);
    if (isNode(node) && node.range) return at(node.range[0]);
  }
  return undefined;
}
