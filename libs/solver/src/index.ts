export { openSolver } from './open-solver.js';
