/** How much larger the large input is. What is linear takes so many times as long, what is quadratic the square of it. */
const LARGER = 8;
/** Of processor time, in microseconds: what takes less is not told from nothing. */
const LEAST = 200;

/** The processor's time, so that whoever else uses the machine has no part in it; the least of several. */
async function timeOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage();
    await work();
    times.push(process.cpuUsage(before).user);
  }
  return Math.max(LEAST, Math.min(...times));
}

/** Above what is linear, below what is quadratic, and with room on both sides for what else a process does. */
export const LINEAR = 3 * LARGER;

/** How many times as long work takes on an input that is eight times as large. @param large the larger size. */
export async function growth(large: number, work: (size: number) => unknown): Promise<number> {
  const ofSmall = await timeOf(() => work(large / LARGER));
  return (await timeOf(() => work(large))) / ofSmall;
}
