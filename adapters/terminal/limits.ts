/** Lines longer than this are hard to read, however wide the window. */
export const widestColumn = 100;

/** What a terminal has that does not say how wide it is, and the width the output is checked at. */
export const defaultColumns = 80;
