/** Cosine of two unit vectors. */
export const cosine = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += a[d]! * b[d]!;
  return sum;
};

/** Cosine of two rows of a table of unit vectors. */
export const cosineOfRows = (table: Float32Array, width: number, i: number, j: number): number => {
  let sum = 0;
  for (let x = i * width, y = j * width, end = x + width; x < end; x += 1, y += 1) sum += table[x]! * table[y]!;
  return sum;
};
