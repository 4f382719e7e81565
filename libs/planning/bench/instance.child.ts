/** A process of its own for each instance, so that its memory and its warm-up are its own. */
import { measureInstance, type Task } from './measure-instance.js';

process.once('message', async (task: Task) => {
  process.send?.(await measureInstance(task), () => process.disconnect());
});
