// Validates workbook files against the schema of their version that the site publishes, and prints what is wrong with them.
//   node schema.mjs FILE …
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import Ajv from 'ajv/dist/2020.js'

const validators = new Map([1, 2].map(version => {
  const schema = JSON.parse(readFileSync(new URL(`input/schema/workbook-${version}.schema.json`, import.meta.url), 'utf8'))
  return [version, new Ajv({ allErrors: true, strict: true, strictRequired: false }).compile(schema)]
}))
let bad = 0
for (const file of process.argv.slice(2)) {
  const book = JSON.parse(readFileSync(file, 'utf8'))
  const validate = validators.get(book?.version) ?? validators.get(1)
  if (validate(book)) continue
  bad++
  for (const error of validate.errors) console.log(`${basename(file)}${error.instancePath}: ${error.message}`)
}
process.exitCode = bad === 0 ? 0 : 1
