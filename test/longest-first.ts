import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, in seconds on two cores from about sixty to ten. Begun last, one would be alone at the end. */
const LONGEST = [
  'torture/torture',
  'digest/simulation/simulation',
  'bench/bench',
  'web/playground',
  'slack/emulated',
  'message/contract',
  'compose/digest',
  'slack/socket-mode',
  'eval/run',
  'answer/quotations.property',
];

/** Where Vitest has no times of an earlier run, it goes by the size of the files, which says little. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((each) => moduleId.endsWith(`/test/${each}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
