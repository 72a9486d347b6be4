import type { ReadObservation } from '../contract/index.ts'

/** Below this, one in ten such readings is wrong (see `rules/precision.yaml`): worth a look. */
const DOUBTFUL = 0.9

export const isDoubtful = ({ confidence }: Pick<ReadObservation, 'confidence'>): boolean => confidence < DOUBTFUL
