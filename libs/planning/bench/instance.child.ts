/** A process of its own for each instance, so that its memory and its warm-up are its own. */
import { measureInstance, type Task } from './measure-instance.js';

process.once('message', (task: Task) => {
  void measureInstance(task).then((row) => process.send?.(row, () => process.disconnect()));
});
