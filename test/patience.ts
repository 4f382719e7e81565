import { jest } from '@jest/globals';

/** The first test files wait for the database template, on a slow machine longer than Jest's five seconds. */
jest.setTimeout(120_000);
