import type { HhcrspInstance } from './read-hhcrsp.js';

/** One service given, with the time at which it starts. */
export interface HhcrspStop {
  readonly patient: number;
  /** Index among the patient's services. */
  readonly need: number;
  readonly start: number;
}

/** By caregiver: what is done, in order. */
export type HhcrspRoutes = readonly (readonly HhcrspStop[])[];

export interface HhcrspFigures {
  readonly distance: number;
  readonly tardiness: number;
  readonly worst: number;
}

/**
 * Judges routes with times against the file; shares nothing with the search. Answers the three figures whose
 * mean is the objective, or throws with the first rule that is broken.
 */
export function checkHhcrsp(instance: HhcrspInstance, routes: HhcrspRoutes): HhcrspFigures {
  const starts = new Map<string, number>();
  const helpers = new Map<string, number>();
  let distance = 0;
  let tardiness = 0;
  let worst = 0;
  for (const [index, route] of routes.entries()) {
    const caregiver = instance.caregivers[index];
    if (!caregiver) throw new Error(`there is no caregiver ${index}`);
    let place = caregiver.base;
    let time = caregiver.begin;
    for (const stop of route) {
      const patient = instance.patients[stop.patient];
      const need = patient?.services[stop.need];
      if (!patient || !need) throw new Error(`there is no patient ${stop.patient} with need ${stop.need}`);
      const key = `${stop.patient}/${stop.need}`;
      if (starts.has(key)) throw new Error(`${patient.id} gets a service twice`);
      starts.set(key, stop.start);
      helpers.set(key, index);
      if (!caregiver.abilities.includes(need.service) || patient.incompatible.includes(index))
        throw new Error(`${caregiver.id} may not serve ${patient.id}`);
      const leg = instance.distances[place]?.[patient.place] ?? 0;
      distance += leg;
      if (stop.start < time + leg) throw new Error(`${caregiver.id} cannot be at ${patient.id} in time`);
      if (stop.start < patient.open) throw new Error(`${patient.id} is served before the window opens`);
      const late = Math.max(0, stop.start - patient.close);
      tardiness += late;
      worst = Math.max(worst, late);
      time = stop.start + need.duration;
      place = patient.place;
    }
    if (route.length > 0) distance += instance.distances[place]?.[caregiver.base] ?? 0;
  }
  for (const [index, { id, services, synchronization }] of instance.patients.entries()) {
    services.forEach((_, need) => {
      if (!starts.has(`${index}/${need}`)) throw new Error(`${id} does not get service ${need + 1}`);
    });
    if (!synchronization) continue;
    const apart = (starts.get(`${index}/1`) ?? 0) - (starts.get(`${index}/0`) ?? 0);
    if (apart < synchronization.least || apart > synchronization.most)
      throw new Error(`${id}: the services start ${apart} apart`);
    if (helpers.get(`${index}/0`) === helpers.get(`${index}/1`))
      throw new Error(`${id} gets both services from one caregiver`);
  }
  return { distance, tardiness, worst };
}
