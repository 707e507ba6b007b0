/** Cosine of two unit vectors, four products at a time: their length is a multiple of four. */
export const cosine = (a: Float32Array, b: Float32Array): number => {
  let [w, x, y, z] = [0, 0, 0, 0];
  for (let d = 0; d < a.length; d += 4) {
    w += a[d]! * b[d]!;
    x += a[d + 1]! * b[d + 1]!;
    y += a[d + 2]! * b[d + 2]!;
    z += a[d + 3]! * b[d + 3]!;
  }
  return w + x + y + z;
};

/** Cosine of two rows of a table of unit vectors, the same way. */
export const cosineOfRows = (table: Float32Array, width: number, i: number, j: number): number => {
  let [w, x, y, z] = [0, 0, 0, 0];
  for (let p = i * width, q = j * width, end = p + width; p < end; p += 4, q += 4) {
    w += table[p]! * table[q]!;
    x += table[p + 1]! * table[q + 1]!;
    y += table[p + 2]! * table[q + 2]!;
    z += table[p + 3]! * table[q + 3]!;
  }
  return w + x + y + z;
};
