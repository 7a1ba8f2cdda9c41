/** Milliseconds of the processor since it was made: what else the computer does does not count. */
export function spent (): () => number {
  const start = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
}
