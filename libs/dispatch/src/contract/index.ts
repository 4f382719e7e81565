export {
  CONTRACT_BASES,
  type ContractBasis,
  type ContractDays,
  contractDaysOf,
  type ContractYear,
  dayEntriesOf,
} from './contract-days.js';
export { type CountedDays, countDays, type DayCount, countOf } from './day-count.js';
export { halvesOfVisit } from './halves-of-visit.js';
