import { type Profile, profiles, runSchedule } from './schedules.ts'

// node run.mjs scripts/storage/testing/schedules-command.ts COUNT FROM PROFILES
const [count = 500, from = 1] = process.argv.slice(2, 4).map(Number)
const chosen = (process.argv[4]?.split(',') ?? Object.keys(profiles)) as Profile[]
const began = Date.now()
let failed = 0
for (const profile of chosen) {
  let wrong = 0
  for (let seed = from; seed < from + count; seed++) {
    const problem = await runSchedule(seed, profile)
    if (problem === null) continue
    wrong++
    if (wrong <= Number(process.env['SHOW'] ?? 2)) console.log(problem)
  }
  failed += wrong
  console.log(`${profile}: ${count} schedules, ${wrong} with a loss`)
}
console.log(`${((Date.now() - began) / 1000).toFixed(1)} s`)
process.exitCode = failed > 0 ? 1 : 0
