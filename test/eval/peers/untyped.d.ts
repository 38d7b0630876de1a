/** What is used of two packages that come without types. */
declare module 'wink-bm25-text-search' {
  type Task = (input: never) => unknown;
  interface Engine {
    defineConfig(config: { readonly fldWeights: Readonly<Record<string, number>> }): void;
    definePrepTasks(tasks: readonly Task[]): number;
    addDoc(document: Readonly<Record<string, string>>, id: number): number;
    consolidate(): void;
    search(text: string, limit: number): readonly (readonly [id: string, score: number])[];
  }
  export default function bm25(): Engine;
}

declare module 'wink-nlp-utils' {
  const nlp: {
    readonly string: Readonly<Record<'lowerCase' | 'tokenize0', (text: string) => unknown>>;
    readonly tokens: Readonly<
      Record<'removeWords' | 'stem' | 'propagateNegations', (tokens: string[]) => unknown>
    >;
  };
  export default nlp;
}
