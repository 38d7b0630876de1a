/** A function of words that keeps what it made: the same ones come again and again. Full, it starts anew. */
export function memoise<V>(most: number, make: (word: string) => V): (word: string) => V {
  const known = new Map<string, V>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = make(word);
    if (known.size >= most) known.clear();
    known.set(word, made);
    return made;
  };
}
