import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The tests that kill programs again and again take minutes: begun last, they would be waited for alone. */
const LONGEST = /\/test\/crash\/crash\.test\.ts$/

/** The usual order, but for the longest file, which the other worker does not wait for. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    const isLongest = ({ moduleId }: TestSpecification) => LONGEST.test(moduleId)
    return [...usual.filter(isLongest), ...usual.filter(file => !isLongest(file))]
  }
}
