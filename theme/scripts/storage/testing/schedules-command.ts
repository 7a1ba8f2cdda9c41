import { type Profile, profiles, runSchedule } from './schedules.ts'

// node run.mjs scripts/storage/testing/schedules-command.ts COUNT FROM
const [count = 500, from = 1] = process.argv.slice(2).map(Number)
const began = Date.now()
let failed = 0
for (const profile of Object.keys(profiles) as Profile[]) {
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
