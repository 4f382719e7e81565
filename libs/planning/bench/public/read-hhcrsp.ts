import { BadFile } from './text-lines.js';

export interface HhcrspService {
  /** Index among the services of the instance. */
  readonly service: number;
  readonly duration: number;
}

/** How the two services of a patient hang together: least and most time from start to start. */
export interface Synchronization {
  readonly least: number;
  readonly most: number;
}

export interface HhcrspPatient {
  readonly id: string;
  /** Row in the matrix of distances. */
  readonly place: number;
  readonly open: number;
  /** Starting later is tardiness. */
  readonly close: number;
  readonly services: readonly HhcrspService[];
  /** With two services only; both 0 = simultaneous. */
  readonly synchronization: Synchronization | null;
  /** Caregivers that must not come, by index. */
  readonly incompatible: readonly number[];
}

export interface HhcrspCaregiver {
  readonly id: string;
  readonly base: number;
  readonly begin: number;
  readonly abilities: readonly number[];
}

/** An instance of the home health care routing and scheduling problem of Mankowska et al. (2014). */
export interface HhcrspInstance {
  readonly name: string;
  readonly patients: readonly HhcrspPatient[];
  readonly caregivers: readonly HhcrspCaregiver[];
  readonly distances: readonly (readonly number[])[];
}

/**
 * Reads the JSON in which these instances are distributed: patients, services, caregivers, one or more
 * departing points, distances. Throws BadFile; the line is that of the entry's id in the text.
 */
export function readHhcrsp(text: string, file: string): HhcrspInstance {
  const root = parsed(text, file);
  const at = (id: string): number => {
    const found = text.split('\n').findIndex((line) => line.includes(`"${id}"`));
    return Math.max(1, found + 1);
  };
  const bad = (id: string, what: string): BadFile => new BadFile(file, at(id), what);
  const list = (value: unknown, what: string): readonly unknown[] => {
    if (!Array.isArray(value)) throw bad(what, `“${what}” must be a list`);
    return value;
  };
  const bases = list(
    root['departing_points'] ?? root['starting_points'] ?? root['central_offices'] ?? [],
    'departing_points',
  ).map((entry) => objectOf(entry));
  const services = list(root['services'], 'services').map((entry) => objectOf(entry));
  const serviceAt = new Map(services.map((service, index) => [service['id'], index]));
  const serviceOf = (id: unknown, owner: string): number => {
    const index = serviceAt.get(id);
    if (index === undefined) throw bad(owner, `${owner}: service ${JSON.stringify(id)} is unknown`);
    return index;
  };
  const distances = list(root['distances'], 'distances').map((row) =>
    list(row, 'distances').map((value) =>
      integerOf(value, () => bad('distances', 'a distance is no number')),
    ),
  );
  if (distances.some(({ length }) => length !== distances.length))
    throw bad('distances', `the matrix of distances is not ${distances.length} × ${distances.length}`);
  const placeOf = (entry: Entry, fallback: number): number => {
    const place = integerOf(entry['distance_matrix_index'] ?? fallback, () =>
      bad(String(entry['id']), `${String(entry['id'])}: distance_matrix_index is no number`),
    );
    if (!distances[place]) throw bad(String(entry['id']), `there is no row ${place} of distances`);
    return place;
  };
  const basePlaces = new Map(bases.map((base, index) => [base['id'], placeOf(base, index)]));
  const caregivers = list(root['caregivers'], 'caregivers').map((value): HhcrspCaregiver => {
    const entry = objectOf(value);
    const id = String(entry['id']);
    const departing = entry['departing_point'] ?? entry['starting_point_id'] ?? entry['starting_point'];
    const base =
      departing === undefined
        ? bases.length === 0
          ? 0
          : [...basePlaces.values()][0]
        : basePlaces.get(departing);
    if (base === undefined) throw bad(id, `${id}: departing point ${JSON.stringify(departing)} is unknown`);
    const [begin = 0] = Array.isArray(entry['working_shift']) ? entry['working_shift'] : [];
    return {
      id,
      base,
      begin: integerOf(begin, () => bad(id, `${id}: working_shift is no number`)),
      abilities: list(entry['abilities'], 'abilities').map((ability) => serviceOf(ability, id)),
    };
  });
  const caregiverAt = new Map(caregivers.map(({ id }, index) => [id, index]));
  const offices = Math.max(1, bases.length);
  const patients = list(root['patients'], 'patients').map((value, index): HhcrspPatient => {
    const entry = objectOf(value);
    const id = String(entry['id']);
    const number = (given: unknown, what: string): number =>
      integerOf(given, () => bad(id, `${id}: ${what} is no number`));
    const [open, close] = list(entry['time_window'], 'time_window');
    const required = list(
      entry['required_services'] ?? entry['required_caregivers'],
      'required_services',
    ).map((need): HhcrspService => {
      const { service: name, duration } = objectOf(need);
      const service = serviceOf(name, id);
      return { service, duration: number(duration ?? services[service]?.['default_duration'], 'duration') };
    });
    if (required.length < 1 || required.length > 2) throw bad(id, `${id}: one or two services are needed`);
    const synchronization =
      required.length === 2
        ? synchronizationOf(entry['synchronization'], () =>
            bad(id, `${id}: synchronization is missing or wrong`),
          )
        : null;
    const incompatible = Array.isArray(entry['incompatible_caregivers'])
      ? entry['incompatible_caregivers']
      : [];
    const patient: HhcrspPatient = {
      id,
      place: placeOf(entry, offices + index),
      open: number(open, 'time_window'),
      close: number(close, 'time_window'),
      services: required,
      synchronization,
      incompatible: incompatible.flatMap((name) => caregiverAt.get(String(name)) ?? []),
    };
    for (const { service } of required)
      if (
        !caregivers.some(
          (caregiver, candidate) =>
            caregiver.abilities.includes(service) && !patient.incompatible.includes(candidate),
        )
      )
        throw bad(id, `${id}: no caregiver can give service ${JSON.stringify(services[service]?.['id'])}`);
    return patient;
  });
  return { name: file.replace(/^.*\//, ''), patients, caregivers, distances };
}

type Entry = Readonly<Record<string, unknown>>;

function parsed(text: string, file: string): Entry {
  const message = complaint(text);
  if (message === null) return objectOf(JSON.parse(text));
  const said = /position (\d+)/.exec(message)?.[1];
  const position = said === undefined ? tokenAt(text, message) : Number(said);
  throw new BadFile(file, text.slice(0, position).split('\n').length, message.split(',')[0] ?? message);
}

function complaint(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Where the parser stumbled, when it does not say so: the end of the shortest text with the same trouble. */
function tokenAt(text: string, message: string): number {
  const kind = message.slice(0, 'Unexpected token'.length);
  let fine = 0;
  let wrong = text.length;
  while (wrong - fine > 1) {
    const middle = (fine + wrong) >> 1;
    if (complaint(text.slice(0, middle))?.startsWith(kind)) wrong = middle;
    else fine = middle;
  }
  return wrong;
}

function objectOf(value: unknown): Entry {
  if (typeof value !== 'object' || value === null) throw new Error('an object is needed');
  return Object.fromEntries(Object.entries(value));
}

function integerOf(value: unknown, error: () => BadFile): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw error();
  return value;
}

function synchronizationOf(value: unknown, error: () => BadFile): Synchronization {
  if (typeof value !== 'object' || value === null) throw error();
  const { type, distance } = objectOf(value);
  if (type === 'simultaneous') return { least: 0, most: 0 };
  const [least, most] = Array.isArray(distance) ? distance : [];
  if (type !== 'sequential' || typeof least !== 'number' || typeof most !== 'number' || least > most)
    throw error();
  return { least, most };
}
