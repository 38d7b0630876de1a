/** Loaded before a program under measure: tells its memory when its parent asks. */
process.on('message', () => {
  // What is held only by finalizers goes at the second collection.
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed });
});
// Asking must be possible, but is no reason to stay.
process.channel?.unref();
