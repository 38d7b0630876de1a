import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** A collection of garbage on demand, without a flag that everybody would have to type. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return typeof collect === 'function' ? () => void collect() : () => {};
}

const collect = collector();

/** Bytes that are held after a garbage collection, on the heap and beside it. */
export function heldBytes(): number {
  // What is held only by finalizers goes at the second collection.
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
