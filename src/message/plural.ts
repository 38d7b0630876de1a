const numberFormat = new Intl.NumberFormat('en');

/** `1 passage`, `1,200 passages`. */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${numberFormat.format(n)} ${n === 1 ? one : many}`;
