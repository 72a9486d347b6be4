/** Milliseconds that this process has computed so far, in all its threads: how busy the machine is does not matter, as it does to a clock. */
export const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
