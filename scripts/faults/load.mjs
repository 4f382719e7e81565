/** People at work: towns ask and hand in, the hub accepts, plans and publishes; each answer that says yes is written down. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { oneOf } from './chance.mjs';
import { GaveUp, nothingMet, Person, Refused } from './client.mjs';

const DRAFT = 'mutation($input: SupportRequestInput!) { draftSupportRequest(input: $input) { id } }';
const SUBMIT = 'mutation($id: ID!) { submitSupportRequest(id: $id) { id number status } }';
const ASK = 'mutation($input: ConsultationInput!) { askExpert(input: $input) { id number } }';
const ACCEPT = 'mutation($id: ID!) { acceptSupportRequest(id: $id) { status } }';
const PLAN = 'mutation($input: PlanningRunInput!) { requestPlanningRun(input: $input) { id } }';
const RUN = 'query($id: ID!) { planningRun(id: $id) { status } }';
const PUBLISH = 'mutation($id: ID!) { publishPlan(id: $id) { version } }';
const DISCARD = 'mutation($id: ID!) { discardPlanningRun(id: $id) { status } }';
const LIST = '{ supportRequests(first: 20) { edges { node { id number title } } } }';

const SEARCH = 'query($words: String!) { search(words: $words) { kind } }';

const AGAIN_OF_TEN = 1;
/** Of so many requests one goes on into the plan; the others show that nothing is lost. */
const PLANNED_OF = 12;
const PLAN_EVERY_MS = 3_000;
/** A plan of fifty steps that has not come then was lost. */
const PLAN_COMES_MS = 150_000;
/** More are not begun: on a slow machine people wait for their answer before they go on. */
const AT_ONCE = 24;

const DAY_MS = 24 * 3_600_000;
const dayFromNow = (/** @type {number} */ days) =>
  new Date(Date.now() + 9 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

/** @param {string} title */
const request = (title) => ({
  title,
  trouble: '窓口で何度も同じことを書いてもらっている。',
  themeId: 'T01',
  urgency: 'NORMAL',
  mode: 'ONLINE',
  visits: 1,
  visitMinutes: 60,
  minGapDays: 0,
  deadlineOn: dayFromNow(60),
  wished: [],
  onlyWished: false,
  entrustSelection: true,
  contactSection: '情報係',
});

/** What was answered with yes, and has to be there afterwards. */
export class Acknowledged {
  /** @type {Map<string, string>} id of a request that was handed in, by its mark */
  requests = new Map();
  /** @type {Map<string, string>} id of a question, by its mark */
  questions = new Map();
  /** @type {Set<string>} planning runs that were published */
  publications = new Set();
  /** @type {string[]} answers to a repetition that differed from the first */
  otherAnswers = [];
  /** @type {string[]} */
  refusals = [];
  gaveUp = 0;

  get count() {
    return this.requests.size + this.questions.size + this.publications.size;
  }
}

export class Load {
  acknowledged = new Acknowledged();
  met = nothingMet();
  #running = false;
  /** @type {Set<Promise<void>>} */
  #open = new Set();
  #number = 0;

  /**
   * @param {import('./ground.mjs').Ground} ground
   * @param {{ mark: string, perSecond: number, random: () => number }} options mark: no other load has it
   */
  constructor(ground, options) {
    this.ground = ground;
    this.options = options;
  }

  async start() {
    const url = this.ground.front?.url ?? '';
    const as = (/** @type {RegExp} */ loginId) =>
      this.ground.signIns
        .filter((one) => loginId.test(one.loginId))
        .map((signIn) => new Person(url, signIn, this.met));
    this.towns = as(/^town/).slice(0, 9);
    this.hubs = as(/^hub\d\d$/);
    await Promise.all([...this.towns, ...this.hubs].map((person) => person.arrive()));
    this.#running = true;
    void this.#flow();
    for (const hub of this.hubs) this.#follow(this.#plan(hub));
  }

  /** Nobody begins anything new; what was begun is seen through. */
  async stop() {
    this.#running = false;
    while (this.#open.size > 0) await Promise.all(this.#open);
  }

  /** @param {Promise<void>} work */
  #follow(work) {
    const seen = work
      .catch((error) => {
        if (error instanceof GaveUp) this.acknowledged.gaveUp += 1;
        else if (error instanceof Refused) this.acknowledged.refusals.push(error.message);
        else throw error;
      })
      .finally(() => this.#open.delete(seen));
    this.#open.add(seen);
  }

  async #flow() {
    const begun = performance.now();
    for (let n = 0; this.#running; n += 1) {
      await sleep(Math.max(0, begun + (n * 1_000) / this.options.perSecond - performance.now()));
      if (this.#open.size >= AT_ONCE) continue;
      const kind = this.options.random();
      if (kind < 0.5) this.#follow(this.#handIn());
      else if (kind < 0.8) this.#follow(this.#ask());
      else this.#follow(this.#someone(this.towns ?? []).say(LIST, {}, null));
    }
  }

  /**
   * @template T
   * @param {readonly T[]} people
   * @returns {T}
   */
  #someone(people) {
    return oneOf(people, this.options.random);
  }

  #mark() {
    return `${this.options.mark}-${(this.#number += 1)}`;
  }

  async #handIn() {
    const mark = this.#mark();
    const town = this.#someone(this.towns ?? []);
    const input = request(mark);
    const key = randomUUID();
    const { id } = (await town.say(DRAFT, { input }, key)).draftSupportRequest;
    if (this.#comesAgain()) {
      const again = (await town.say(DRAFT, { input }, key)).draftSupportRequest;
      if (again.id !== id) this.acknowledged.otherAnswers.push(mark);
    }
    await town.say(SUBMIT, { id });
    this.acknowledged.requests.set(mark, id);
    const hub = (this.hubs ?? []).find(
      ({ signIn }) => signIn.loginId.slice(3, 5) === town.signIn.loginId.slice(4, 6),
    );
    if (hub && this.options.random() < 1 / PLANNED_OF) await hub.say(ACCEPT, { id });
  }

  /** Somebody who has changed nothing searches, so many times. */
  async look(times = 1) {
    const signIn = this.ground.signIns.find(({ loginId }) => loginId.startsWith('sp'));
    const reader = new Person(this.ground.front?.url ?? '', signIn ?? this.ground.signIn, this.met);
    await reader.arrive();
    for (let i = 0; i < times; i += 1) await reader.say(SEARCH, { words: '窓口' }, null);
  }

  /**
   * Writes something and looks for it at once, again and again.
   * @param {number} ms
   * @returns {Promise<number>} how often it was not found
   */
  async findOwn(ms) {
    const end = performance.now() + ms;
    let missed = 0;
    while (performance.now() < end) {
      const town = this.#someone(this.towns ?? []);
      const mark = this.#mark();
      await town.say(DRAFT, { input: request(mark) });
      const { search } = await town.say(SEARCH, { words: mark }, null);
      if (JSON.stringify(search).length < 5) missed += 1;
    }
    return missed;
  }

  async #ask() {
    const mark = this.#mark();
    const town = this.#someone(this.towns ?? []);
    const input = { question: mark, themeId: 'T01', contactSection: '情報係' };
    const key = randomUUID();
    const { id } = (await town.say(ASK, { input }, key)).askExpert;
    this.acknowledged.questions.set(mark, id);
    if (!this.#comesAgain()) return;
    const again = (await town.say(ASK, { input }, key)).askExpert;
    if (again.id !== id) this.acknowledged.otherAnswers.push(mark);
  }

  #comesAgain() {
    return this.options.random() < AGAIN_OF_TEN / 10;
  }

  /** @param {Person} hub plans and publishes, one plan after the other; others change the calendar meanwhile */
  async #plan(hub) {
    while (this.#running) {
      await sleep(PLAN_EVERY_MS * (0.5 + this.options.random()));
      if (!this.#running) return;
      try {
        await this.#planOnce(hub);
      } catch (error) {
        // Another plan is under way, or this one was overtaken: an answer like any other.
        if (!(error instanceof Refused) || !['CONFLICT', 'INVALID_STATE'].includes(error.code ?? ''))
          throw error;
      }
    }
  }

  /** @param {Person} hub */
  async #planOnce(hub) {
    const input = { from: dayFromNow(8), to: dayFromNow(36), iterations: 50, starts: 1 };
    const { id } = (await hub.say(PLAN, { input })).requestPlanningRun;
    let status;
    const end = performance.now() + PLAN_COMES_MS;
    do {
      if (performance.now() > end) throw new GaveUp(`a plan that is still ${status}`);
      await sleep(300);
      ({ status } = (await hub.say(RUN, { id }, null)).planningRun);
    } while (status === 'QUEUED' || status === 'SOLVING');
    if (status !== 'PROPOSED') return;
    try {
      await hub.say(PUBLISH, { id });
      this.acknowledged.publications.add(id);
    } catch (error) {
      await hub.say(DISCARD, { id });
      throw error;
    }
  }
}
