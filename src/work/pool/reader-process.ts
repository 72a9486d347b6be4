import { explain } from '../../explain/explain.ts'
import { extract } from '../../extract.ts'
import { answerJobs } from './answer-jobs.ts'

// The process that the pool forks.
answerJobs({ extract, explain })
