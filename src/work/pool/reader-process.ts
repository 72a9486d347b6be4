import { explainAs } from '../../explain/explain.ts'
import { keepingLastScan } from '../../explain/last-scan.ts'
import { extract } from '../../extract.ts'
import { readDocument } from '../../read/read.ts'
import { pagePictures } from '../../scan-pages/page-pictures.ts'
import { answerJobs } from './answer-jobs.ts'

// The process that the pool forks.
answerJobs({ extract, explain: explainAs(keepingLastScan(readDocument)), pictures: pagePictures })
