import { serve } from './serve.ts'

process.exitCode = await serve(process.env, text => void process.stderr.write(text))
