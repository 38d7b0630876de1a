/**
 * A function that keeps what it made, since the same arguments come again and again. With `most` results it is full,
 * and starts anew.
 *
 * @param keyOf what tells one argument from another; the argument itself if left out.
 */
export function memoise<V, A = string>(
  most: number,
  make: (argument: A) => V,
  keyOf: (argument: A) => unknown = (argument) => argument,
): (argument: A) => V {
  const known = new Map<unknown, V>();
  return (argument) => {
    const key = keyOf(argument);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(argument);
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}

/** The same by an object, for as long as the object is in use. Whatever else is passed must follow from the object. */
export function memoiseByObject<K extends object, Rest extends readonly unknown[], V>(
  make: (object: K, ...rest: Rest) => V,
): (object: K, ...rest: Rest) => V {
  const known = new WeakMap<K, V>();
  return (object, ...rest) => {
    const found = known.get(object);
    if (found !== undefined) return found;
    const made = make(object, ...rest);
    known.set(object, made);
    return made;
  };
}
