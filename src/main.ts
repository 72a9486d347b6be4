import { serve } from './serve.ts'
import { tellFault } from './tell-fault.ts'

const complain = (text: string): void => void process.stderr.write(text)

const code = await serve(process.env, complain).catch(error => {
  tellFault(error, process.env, complain)
  return 1
})
// what is still being read has been given back, and must not keep the process
process.exit(code)
