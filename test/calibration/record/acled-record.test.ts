import { describe, expect, test } from 'vitest';
import { faultText } from '../../../src/model/scenario/fault.js';
import { faultsOf, read, recordOf, scenarioInput, world } from './invented.js';

// Invented rows in the form of ACLED's exports; none is from ACLED.

const columns =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,location,latitude,longitude,geo_precision,notes,fatalities,timestamp';
const shelling = 'Shelling/artillery/missile attack';

interface Event {
  readonly id?: string;
  readonly date?: string;
  readonly precision?: number;
  readonly kind?: string;
  readonly actor?: string;
  readonly inter?: string;
  readonly target?: string;
  readonly place?: string;
  readonly at?: string;
  readonly geo?: number;
  readonly timestamp?: number;
}

let serial = 0;
function event(about: Event = {}): string {
  const {
    id = `XX${++serial}`,
    date = '2030-03-05',
    precision = 1,
    kind = shelling,
    actor = 'Red Front',
    inter = 'Political militia',
  } = about;
  const { target = 'Military Forces of Blue', place = 'North Valley', at = '10,20', geo = 1, timestamp = 1 } = about;
  return `${id},${date},2030,${precision},Political violence,Explosions/Remote violence,${kind},${actor},,${inter},${target},,State forces,${place},${at},${geo},"a note, with a comma",0,${timestamp}`;
}

function acled(...events: readonly string[]): string {
  return `\ufeff${[columns, ...events].join('\r\n')}\r\n`;
}

const reasons = (text: string, about = {}) =>
  recordOf(read(text, about)).record.leftOut.map(({ line, reason, why }) => `${line}: ${reason} (${why})`);

describe('an ACLED export', () => {
  test('is recognised, and both forms of date are one', () => {
    const { record, format } = recordOf(
      read(acled(event(), event({ date: '05 March 2030' }), event({ date: '5-Mar-2030' }))),
    );
    expect(format).toBe('acled');
    expect(record.attacks.map(({ date }) => date)).toEqual(['2030-03-05', '2030-03-05', '2030-03-05']);
    expect(record.attacks[0]).toEqual({
      line: 2,
      date: '2030-03-05',
      day: 0,
      precision: 'day',
      base: 'north',
      actor: 'reds',
      scope: 'base',
      mode: 'rocket',
    });
  });

  test('of an older age, with numbers in inter1 and data_id, reads the same', () => {
    const newer = acled(event({ id: 'A1' }), event({ id: 'A2', inter: 'State forces', actor: 'Police' }));
    const older = newer
      .replace('event_id_cnty', 'data_id')
      .replace(/disorder_type,/, '')
      .replaceAll('Political violence,', '')
      .replace(',State forces,Military', ',1,Military')
      .replace(',Political militia,', ',3,');
    expect(recordOf(read(older)).record).toEqual(recordOf(read(newer)).record);
    expect(reasons(newer)).toEqual(['3: not by an armed group (by Police, of the kind state forces)']);
  });

  test('counts shelling and drones at a place, leaves the road and what is no attack out, and follows the rules', () => {
    const text = acled(
      event(),
      event({ kind: 'Air/drone strike' }),
      event({ kind: 'Remote explosive/landmine/IED' }),
      event({ kind: 'Peaceful protest' }),
    );
    const { record } = recordOf(read(text));
    expect(record.attacks.map(({ mode }) => mode)).toEqual(['rocket', 'drone']);
    expect(reasons(text)).toEqual([
      '4: a place that does not count (convoy)',
      '5: a kind of event that does not count (Peaceful protest)',
    ]);
    const kinds = { 'Peaceful protest': { mode: 'march', scope: 'base' } };
    expect(recordOf(read(text, { rules: { kinds } })).record.attacks.map(({ mode }) => mode)).toEqual(['march']);
  });

  test('an event listed again counts once, by its newest row', () => {
    const text = acled(
      event({ id: 'A1', timestamp: 20, place: 'South Valley', at: '10.5,20' }),
      event({ id: 'A1', timestamp: 3 }),
    );
    expect(recordOf(read(text)).record.attacks.map(({ base }) => base)).toEqual(['south']);
    expect(reasons(text)).toEqual(['3: an event listed again (event A1 stands on line 2 too)']);
  });

  test('a position that stands for a region matches no base', () => {
    const text = acled(event(), event({ place: 'The province', geo: 3 }), event({ place: 'A town', geo: 2 }));
    expect(recordOf(read(text)).record.attacks.map(({ line }) => line)).toEqual([2, 4]);
    expect(reasons(text)).toEqual(['3: no base of the scenario (The province: it has no position of its own)']);
  });

  test('groups are put down to actors by name and by rules, and others left out where the rules list some', () => {
    const two = world({ ...scenarioInput, actors: { reds: { name: 'The Reds' }, greens: {} } });
    const text = acled(
      event({ actor: 'The Reds' }),
      event({ actor: 'Green Army (2020-)' }),
      event({ actor: 'Nobody' }),
    );
    const actors = { greens: ['Green Army*'] };
    const { record } = recordOf(read(text, { world: two, rules: { actors } }));
    expect(record.attacks.map(({ actor }) => actor)).toEqual(['reds', 'greens']);
    expect(record.leftOut).toMatchObject([{ line: 4, reason: 'no actor of the scenario', why: 'Nobody' }]);
    const { record: all } = recordOf(read(text, { world: two, rules: { actors, others: 'reds' } }));
    expect(all.attacks.map(({ actor }) => actor)).toEqual(['reds', 'greens', 'reds']);
    expect(faultsOf(read(text, { world: two })).map(faultText)).toEqual([
      'rules.others must be given, as the scenario has several actors and no warmStart.actor; which one are attacks put down to that nobody claimed? known are reds, greens',
    ]);
  });

  test('only attacks on the targets of the rules count where they name some', () => {
    const text = acled(event(), event({ target: 'Civilians' }));
    expect(reasons(text, { rules: { targets: ['Military Forces of Blue*'] } })).toEqual([
      '3: not on a target of the rules (on Civilians)',
    ]);
  });

  test('days known to the week or month are told apart, and can be left out', () => {
    const text = acled(event(), event({ precision: 2 }), event({ precision: 3 }));
    expect(recordOf(read(text)).record.attacks.map(({ precision }) => precision)).toEqual(['day', 'week', 'month']);
    expect(reasons(text, { rules: { knownToMonth: 'leaveOut' } })).toEqual([
      '3: no exact day (known to the week only)',
      '4: no exact day (known to the month only)',
    ]);
  });
});
