/** Rows of numbers, one after another. */
export interface Matrix {
  readonly width: number;
  readonly values: Float64Array;
}

/** A question's candidates, rows `from` to `to` of a matrix, `to` exclusive. */
export interface Group {
  readonly from: number;
  readonly to: number;
}

/** How far from its mean a column's values are, so that all columns are learned at one pace. */
function standardized({ width, values }: Matrix): { readonly matrix: Matrix; readonly scale: Float64Array } {
  const rows = values.length / width;
  const mean = new Float64Array(width);
  const scale = new Float64Array(width);
  for (let at = 0; at < values.length; at++)
    mean[at % width] = (mean[at % width] ?? 0) + (values[at] ?? 0) / rows;
  for (let at = 0; at < values.length; at++) {
    const off = (values[at] ?? 0) - (mean[at % width] ?? 0);
    scale[at % width] = (scale[at % width] ?? 0) + (off * off) / rows;
  }
  for (let column = 0; column < width; column++) {
    // Of a column that is the same in all rows, rounding errors would be blown up and learned.
    const deviation = Math.sqrt(scale[column] ?? 0);
    scale[column] = deviation < 1e-6 ? 1 : deviation;
  }
  return {
    scale,
    matrix: {
      width,
      values: values.map((value, at) => (value - (mean[at % width] ?? 0)) / (scale[at % width] ?? 1)),
    },
  };
}

/** Adam (Kingma and Ba 2015) uphill, with the customary decay rates. */
function climb(
  width: number,
  steps: number,
  rate: number,
  gradientAt: (weights: Float64Array) => Float64Array,
): Float64Array {
  const weights = new Float64Array(width);
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  for (let step = 1; step <= steps; step++) {
    const gradient = gradientAt(weights);
    for (let at = 0; at < width; at++) {
      const slope = gradient[at] ?? 0;
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
      const mean = (first[at] ?? 0) / (1 - 0.9 ** step);
      const square = (second[at] ?? 0) / (1 - 0.999 ** step);
      weights[at] = (weights[at] ?? 0) + (rate * mean) / (Math.sqrt(square) + 1e-8);
    }
  }
  return weights;
}

const RATE = 0.1;
/** Holds weights back that little speaks for. */
const RIDGE = 2e-3;

/**
 * The weights under which right candidates are most likely, a candidate's chance within its group being the
 * exponential of its weighed sum (softmax). `targets` are several notions of right, each as likely as the others;
 * groups without a right candidate say nothing.
 */
export function learnRanking(
  matrix: Matrix,
  groups: readonly Group[],
  targets: readonly Uint8Array[],
  steps = 200,
): Float64Array {
  const { matrix: scaled, scale } = standardized(matrix);
  const { width, values } = scaled;
  const told = groups.filter(({ from, to }) =>
    targets.every((right) => right.subarray(from, to).includes(1)),
  );
  const chances = new Float64Array(values.length / width);
  const weights = climb(width, steps, RATE, (now) => {
    const gradient = new Float64Array(width);
    for (const { from, to } of told) {
      let highest = Number.NEGATIVE_INFINITY;
      for (let row = from; row < to; row++) {
        let sum = 0;
        for (let column = 0; column < width; column++) {
          sum += (values[row * width + column] ?? 0) * (now[column] ?? 0);
        }
        chances[row] = sum;
        highest = Math.max(highest, sum);
      }
      let all = 0;
      for (let row = from; row < to; row++) {
        chances[row] = Math.exp((chances[row] ?? 0) - highest);
        all += chances[row] ?? 0;
      }
      for (const right of targets) {
        let among = 0;
        for (let row = from; row < to; row++) among += right[row] === 1 ? (chances[row] ?? 0) : 0;
        for (let row = from; row < to; row++) {
          const chance = chances[row] ?? 0;
          const pull = (right[row] === 1 && among > 0 ? chance / among : 0) - chance / all;
          for (let column = 0; column < width; column++) {
            gradient[column] =
              (gradient[column] ?? 0) +
              (pull * (values[row * width + column] ?? 0)) / targets.length / told.length;
          }
        }
      }
    }
    return gradient.map((slope, at) => slope - RIDGE * (now[at] ?? 0));
  });
  return weights.map((weight, at) => weight / (scale[at] ?? 1));
}

/** Weights of a sum, and what is added to it. */
export interface Logistic {
  readonly weights: Float64Array;
  readonly constant: number;
}

/** Logistic regression; both classes count the same, however many rows each has. */
export function learnLogistic(matrix: Matrix, yes: Uint8Array, steps = 1500): Logistic {
  const { matrix: scaled, scale } = standardized(matrix);
  const { width, values } = scaled;
  const rows = values.length / width;
  const positive = yes.reduce((sum, each) => sum + each, 0);
  const learned = climb(width + 1, steps, RATE / 2, (now) => {
    const gradient = new Float64Array(width + 1);
    for (let row = 0; row < rows; row++) {
      let sum = now[width] ?? 0;
      for (let column = 0; column < width; column++) {
        sum += (values[row * width + column] ?? 0) * (now[column] ?? 0);
      }
      const isYes = yes[row] === 1;
      const weight = 0.5 / (isYes ? positive : rows - positive);
      const pull = weight * ((isYes ? 1 : 0) - 1 / (1 + Math.exp(-sum)));
      for (let column = 0; column < width; column++) {
        gradient[column] = (gradient[column] ?? 0) + pull * (values[row * width + column] ?? 0);
      }
      gradient[width] = (gradient[width] ?? 0) + pull;
    }
    return gradient.map((slope, at) => (at === width ? slope : slope - RIDGE * (now[at] ?? 0)));
  });
  const weights = learned.slice(0, width).map((weight, at) => weight / (scale[at] ?? 1));
  // Unscaled rows are not centred: what the means come to goes into the constant.
  const centre = new Float64Array(width);
  for (let at = 0; at < matrix.values.length; at++) {
    centre[at % width] = (centre[at % width] ?? 0) + (matrix.values[at] ?? 0) / rows;
  }
  const shift = weights.reduce((sum, weight, at) => sum + weight * (centre[at] ?? 0), 0);
  return { weights, constant: (learned[width] ?? 0) - shift };
}
