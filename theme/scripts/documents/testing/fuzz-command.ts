import { fuzz } from './fuzz.ts'

const [count, seed] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 1)]
const report = await fuzz(count, seed)
console.log(`${count} broken files from seed ${seed}: ${Object.entries(report.outcomes).map(([outcome, n]) => `${n} ${outcome}`).join(', ')}; ` +
  `slowest ${report.slowest.ms} ms (seed ${report.slowest.seed}); ${report.failures.length} failures`)
for (const failure of report.failures) console.error(failure)
process.exitCode = report.failures.length === 0 ? 0 : 1
