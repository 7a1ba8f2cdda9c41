// Says as JSON how many bytes of which module stand in which script.
//   node shipped.mjs
import { basename } from 'node:path'
import { bundle } from './bundles.mjs'
import { writeWords } from './words.mjs'

writeWords()
const { metafile } = await bundle({ metafile: true })
const modules = {}
for (const [output, { inputs }] of Object.entries(metafile.outputs)) {
  for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
    if (bytesInOutput > 0) (modules[input] ??= {})[basename(output, '.js')] = bytesInOutput
  }
}
console.log(JSON.stringify(modules))
