import { serve } from './serve.ts'

// what is still being read has been given back, and must not keep the process
process.exit(await serve(process.env, text => void process.stderr.write(text)))
