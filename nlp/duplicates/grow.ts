/** An array that has room for `length` numbers: the same, or a copy half as long again, so that growing is rare. */
export function grow<Numbers extends Int32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(
  array: Numbers,
  length: number,
): Numbers {
  if (length <= array.length) return array;
  const Longer = array.constructor as new (length: number) => Numbers;
  const longer = new Longer(Math.max(length, Math.ceil(array.length * 1.5)));
  longer.set(array);
  return longer;
}
