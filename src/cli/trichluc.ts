#!/usr/bin/env node
import { problem } from '../problem.ts'
import { problemText } from '../problem-text.ts'
import { systemCauseOrMessage } from '../system-cause.ts'
import { run } from './run.ts'
import { EXIT } from './streams.ts'

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`| head`) closes the pipe: no failure.
  if (error.code === 'EPIPE') process.exit()
  process.stderr.write(problemText('trichluc', problem('cannot-print', { ...systemCauseOrMessage(error) })))
  process.exit(EXIT.failed)
})

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  print: text => void process.stdout.write(text),
  complain: text => void process.stderr.write(text),
  environment: process.env,
  terminal: process.stderr.isTTY === true,
})
