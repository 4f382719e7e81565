import { type LocalDate, localDateOf } from './local-date.js';

/** The only source of "now"; tests set it. */
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today's date in Japan. */
  today(): LocalDate {
    return localDateOf(this.now());
  }
}

/** A clock that stands where a test puts it. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  moveTo(instant: Date): void {
    this.instant = instant;
  }
}
