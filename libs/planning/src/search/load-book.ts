import type { Ground } from './ground.js';
import { PART } from './prices.js';

/** Counts the busy days of each specialist and what they cost: guidelines, caps, balance, reserve. */
export class LoadBook {
  isReady = false;
  private readonly busyDays: Int32Array;
  private readonly busyByMonth: Int32Array;
  private readonly busyByWeek: Int32Array;
  /** Half-days still free in each week among those who can take an emergency. */
  private readonly free: Int32Array;
  private readonly capacity: Int32Array;
  private readonly usedInHorizon: Int32Array;
  private readonly monthly: Int32Array;
  private readonly weekly: Int32Array;
  private readonly monthlyCap: Int32Array;
  private readonly weeklyCap: Int32Array;
  private readonly reserves: Uint8Array;
  private readonly reserveWanted: number;

  constructor(
    private readonly ground: Ground,
    private readonly parts: Float64Array,
  ) {
    const { problem, monthCount, weekCount, windowAt, days } = ground;
    const { specialists, reserve } = problem;
    const months = [...new Set(problem.monthOfDay)];
    this.busyDays = new Int32Array(specialists.length);
    this.busyByMonth = new Int32Array(specialists.length * monthCount);
    this.busyByWeek = new Int32Array(specialists.length * weekCount);
    this.free = new Int32Array(weekCount);
    const limit = (value: number | null | undefined): number => value ?? -1;
    this.monthly = Int32Array.from(specialists, ({ monthlyDays }) => limit(monthlyDays));
    this.weekly = Int32Array.from(specialists, ({ weeklyDays }) => limit(weeklyDays));
    this.monthlyCap = Int32Array.from(specialists, ({ monthlyCap }) => limit(monthlyCap));
    this.weeklyCap = Int32Array.from(specialists, ({ weeklyCap }) => limit(weeklyCap));
    this.usedInHorizon = Int32Array.from(specialists, ({ usedDaysByMonth }) =>
      months.reduce((sum, month) => sum + (usedDaysByMonth[month] ?? 0), 0),
    );
    this.capacity = Int32Array.from(specialists, ({ monthlyDays }, index) => {
      let working = 0;
      for (let day = 0; day < days; day += 1) {
        const cell = index * days + day;
        if ((windowAt[cell + 1] ?? 0) > (windowAt[cell] ?? 0)) working += 1;
      }
      return Math.max(1, monthlyDays === null ? working : monthlyDays * months.length);
    });
    specialists.forEach(({ usedDaysByMonth }, index) => {
      usedDaysByMonth.forEach((used, month) => {
        if (month < monthCount) this.busyByMonth[index * monthCount + month] = used;
      });
    });
    this.reserveWanted = reserve?.halfDaysPerWeek ?? 0;
    this.reserves = Uint8Array.from(specialists, ({ skills }) =>
      reserve && (reserve.skillId === null || (skills[reserve.skillId] ?? 0) >= reserve.level) ? 1 : 0,
    );
  }

  /** Counts the days that are busy from the start, and what they cost. */
  openInitially(isBusy: (cell: number) => boolean): void {
    const { problem, days, monthCount, weekCount, prices } = this.ground;
    const { weights } = prices;
    problem.specialists.forEach((_, specialist) => {
      for (let day = 0; day < days; day += 1) {
        const cell = specialist * days + day;
        const week = this.ground.weekOfDay[day] ?? 0;
        this.free[week] = (this.free[week] ?? 0) + this.halves(cell);
        if (isBusy(cell)) this.recount(cell, 1);
      }
      const above = (busy: number, limit: number): number => (limit < 0 ? 0 : Math.max(0, busy - limit));
      for (const month of new Set(problem.monthOfDay)) {
        const inMonth = this.busyByMonth[specialist * monthCount + month] ?? 0;
        this.add(PART.monthly, above(inMonth, this.monthly[specialist] ?? -1) * weights.dayAboveMonthly);
      }
      for (let week = 0; week < weekCount; week += 1) {
        const inWeek = this.busyByWeek[specialist * weekCount + week] ?? 0;
        this.add(PART.weekly, above(inWeek, this.weekly[specialist] ?? -1) * weights.dayAboveWeekly);
      }
      this.add(PART.balance, this.balanceOf(specialist, 0));
    });
    for (let week = 0; week < weekCount; week += 1) {
      this.add(PART.reserve, this.missing(week, 0) * weights.reserveMissing);
    }
    this.isReady = true;
  }

  /**
   * What one more busy day costs, in points of the last tier; Infinity = above a cap. `beside` is another
   * day that opens with it, or -1.
   */
  worthOfOpening(cell: number, beside = -1): number {
    if (beside < 0) return this.worthOf(cell);
    this.recount(beside, 1);
    const worth = this.worthOf(cell);
    this.recount(beside, -1);
    return worth;
  }

  private worthOf(cell: number): number {
    const { days, monthCount, weekCount, monthOfDay, weekOfDay, prices } = this.ground;
    const { worth, weights } = prices;
    const specialist = Math.floor(cell / days);
    const day = cell % days;
    const inMonth = this.busyByMonth[specialist * monthCount + (monthOfDay[day] ?? 0)] ?? 0;
    const inWeek = this.busyByWeek[specialist * weekCount + (weekOfDay[day] ?? 0)] ?? 0;
    const monthlyCap = this.monthlyCap[specialist] ?? -1;
    const weeklyCap = this.weeklyCap[specialist] ?? -1;
    if ((monthlyCap >= 0 && inMonth >= monthlyCap) || (weeklyCap >= 0 && inWeek >= weeklyCap))
      return Infinity;
    const monthly = this.monthly[specialist] ?? -1;
    const weekly = this.weekly[specialist] ?? -1;
    let sum = 0;
    if (monthly >= 0 && inMonth >= monthly) sum += (worth[PART.monthly] ?? 0) * weights.dayAboveMonthly;
    if (weekly >= 0 && inWeek >= weekly) sum += (worth[PART.weekly] ?? 0) * weights.dayAboveWeekly;
    sum += (worth[PART.balance] ?? 0) * (this.balanceOf(specialist, 1) - this.balanceOf(specialist, 0));
    if (this.reserveWanted > 0) {
      const week = weekOfDay[day] ?? 0;
      const more = this.missing(week, this.halves(cell)) - this.missing(week, 0);
      sum += (worth[PART.reserve] ?? 0) * weights.reserveMissing * more;
    }
    return sum;
  }

  open(cell: number): void {
    this.charge(cell, 1);
    this.recount(cell, 1);
  }

  close(cell: number): void {
    this.recount(cell, -1);
    this.charge(cell, -1);
  }

  /** Counts a day without pricing it. */
  recount(cell: number, by: number): void {
    const { days, monthCount, weekCount, monthOfDay, weekOfDay } = this.ground;
    const specialist = Math.floor(cell / days);
    const day = cell % days;
    const month = specialist * monthCount + (monthOfDay[day] ?? 0);
    const week = specialist * weekCount + (weekOfDay[day] ?? 0);
    this.busyDays[specialist] = (this.busyDays[specialist] ?? 0) + by;
    this.busyByMonth[month] = (this.busyByMonth[month] ?? 0) + by;
    this.busyByWeek[week] = (this.busyByWeek[week] ?? 0) + by;
    const ofAll = weekOfDay[day] ?? 0;
    this.free[ofAll] = (this.free[ofAll] ?? 0) - by * this.halves(cell);
  }

  /** Prices a day that opens (after: closes), while it is not counted. */
  private charge(cell: number, sign: number): void {
    const { days, monthCount, weekCount, monthOfDay, weekOfDay, prices } = this.ground;
    const { weights } = prices;
    const specialist = Math.floor(cell / days);
    const day = cell % days;
    const monthly = this.monthly[specialist] ?? -1;
    const weekly = this.weekly[specialist] ?? -1;
    const inMonth = this.busyByMonth[specialist * monthCount + (monthOfDay[day] ?? 0)] ?? 0;
    const inWeek = this.busyByWeek[specialist * weekCount + (weekOfDay[day] ?? 0)] ?? 0;
    if (monthly >= 0 && inMonth >= monthly) this.add(PART.monthly, sign * weights.dayAboveMonthly);
    if (weekly >= 0 && inWeek >= weekly) this.add(PART.weekly, sign * weights.dayAboveWeekly);
    this.add(PART.balance, sign * (this.balanceOf(specialist, 1) - this.balanceOf(specialist, 0)));
    const week = weekOfDay[day] ?? 0;
    const more = this.missing(week, this.halves(cell)) - this.missing(week, 0);
    this.add(PART.reserve, sign * more * weights.reserveMissing);
  }

  /** Half-days of the reserve that a cell holds. */
  private halves(cell: number): number {
    const { days, windowAt, closed } = this.ground;
    if (this.reserves[Math.floor(cell / days)] !== 1 || closed.has(cell % days)) return 0;
    return (windowAt[cell + 1] ?? 0) - (windowAt[cell] ?? 0);
  }

  private missing(week: number, taken: number): number {
    return Math.max(0, this.reserveWanted - (this.free[week] ?? 0) + taken);
  }

  private balanceOf(specialist: number, more: number): number {
    const load = (this.usedInHorizon[specialist] ?? 0) + (this.busyDays[specialist] ?? 0) + more;
    return Math.floor((this.ground.prices.weights.balance * load * load) / (this.capacity[specialist] ?? 1));
  }

  private add(part: number, points: number): void {
    this.parts[part] = (this.parts[part] ?? 0) + points;
  }
}
