/** How much larger the large input is. What is linear takes so many times as long, what is quadratic the square of it. */
const LARGER = 8;
/** Of processor time, in microseconds: what the system measures in less than that is chance. */
const MEASURED = 10_000;

/** The processor's time, so that whoever else uses the machine has no part in it: of one run, the least of three means. */
async function timeOf(work: () => unknown): Promise<number> {
  const means: number[] = [];
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    let runs = 0;
    let spent = 0;
    while (spent < MEASURED) {
      await work();
      runs += 1;
      spent = process.cpuUsage(before).user;
    }
    means.push(spent / runs);
  }
  return Math.min(...means);
}

/** Above what is linear, below what is quadratic, and with room on both sides for what else a process does. */
export const LINEAR = 3 * LARGER;

const ATTEMPTS = 3;

/**
 * How many times as long work takes on an input that is eight times as large: the least of three attempts, as soon as
 * one is linear, since what else the machine does can make one of them look longer.
 *
 * @param large the larger size.
 */
export async function growth(large: number, work: (size: number) => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least >= LINEAR; attempt++) {
    const ofLarge = await timeOf(() => work(large));
    least = Math.min(least, ofLarge / (await timeOf(() => work(large / LARGER))));
  }
  return least;
}
