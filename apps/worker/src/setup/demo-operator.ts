import { type DemoServices, openAccount } from './demo-people.js';

/** Fictitious, like everybody else of the demonstration; of no prefecture. */
export const DEMO_OPERATOR = {
  loginId: 'operator',
  displayName: '運野 まもる',
  nameEn: 'Mamoru Unno',
} as const;

/** Who runs the installation of the demonstration. */
export const makeOperator = (services: DemoServices, password: string): Promise<string> =>
  openAccount(services, DEMO_OPERATOR, { scope: { role: 'OPERATOR', prefectureId: null }, password });
