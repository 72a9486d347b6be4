// Starts the thread where the program runs from its sources.
import { register } from 'tsx/esm/api'

register()
await import('./checking-thread.ts')
