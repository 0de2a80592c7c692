import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The file that takes several times as long as any other. */
const LONGEST = 'test/core/syntax/edits.test.ts';

/** Begins with the longest file: begun late, it would keep one core at work while the others have nothing left to do. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification): boolean => moduleId.replaceAll('\\', '/').endsWith(LONGEST);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}
