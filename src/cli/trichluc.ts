#!/usr/bin/env node
import { run } from './run.ts'

// A reader that has seen enough (`| head`) closes the pipe: no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  print: text => void process.stdout.write(text),
  complain: text => void process.stderr.write(text),
  environment: process.env,
})
