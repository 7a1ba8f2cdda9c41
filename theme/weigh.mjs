// Says how many bytes, packed, a built site makes a reader load: styles and scripts by name, and pages.
//   node weigh.mjs OUTPUT
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

const [output] = process.argv.slice(2)
const packed = path => gzipSync(readFileSync(path), { level: 9 }).length
const say = rows => { for (const [name, bytes] of rows) console.log(String(bytes).padStart(8), name) }

// Blank documents and the guide's data follow what is written, not the program.
const shipped = readdirSync(join(output, 'assets')).filter(name => /^[a-z-]+\.[0-9a-f]+\.(?:css|js)$/.test(name) && !/^(?:docx|pdf)-/.test(name))
say(shipped.map(name => [`${name.split('.')[0]}${extname(name)}`, packed(join(output, 'assets', name))]))
say(readdirSync(output, { recursive: true }).filter(name => name.endsWith('.html')).sort().map(name => [name, packed(join(output, name))]))
