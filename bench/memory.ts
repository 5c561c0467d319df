import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The peak of resident memory of `garrison run` by number of replications, on Linux, of a small scenario that runs fast.
// `npm run build && npx jiti bench/memory.ts [replications …]`; see bench/README.md.

const counts = process.argv.length > 2 ? process.argv.slice(2) : ['10000', '100000'];
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const scenario = `
title: Two posts for a month
start: '2020-03-01'
end: '2020-03-31'
contingents: { us: {} }
bases:
  north: { location: { lat: 34, lon: 43 }, garrison: { us: 400 } }
  south: { location: { lat: 32, lon: 44 }, garrison: { us: 900 } }
actors: { militias: { baselinePerDay: 0.05 } }
plan: [{ day: '2020-03-11', handOver: north, handedTo: Host forces, personnelTo: south, by: road, overDays: 2 }]
`;

for (const n of counts) process.stdout.write(`${n.padStart(10)} replications: ${await peakMiB(n)} MiB\n`);

/** The kernel keeps the high-water mark; it is read until the process is gone. */
async function peakMiB(n: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'garrison-memory-'));
  writeFileSync(join(folder, 'quick.yaml'), scenario);
  const argv = [main, 'run', 'quick.yaml', '-n', n, '--workers', '2', '--no-figures', '--quiet'];
  const child = spawn(process.execPath, argv, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    const status = statusOf(child.pid);
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 20);
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  rmSync(folder, { recursive: true });
  return Math.round(peak / 1024);
}

function statusOf(pid: number | undefined): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
