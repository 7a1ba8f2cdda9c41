// Makes theme/dist: the stylesheet of every page, those that come with a part (styles/sheets/), the first scripts, and the scripts that pages load on use.
//   node build.mjs          all
// A script that is loaded on use is a file bundle.ts in a folder under scripts/ (or Blocks/); its name is the folder's.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import * as sass from 'sass'
import { minify } from 'terser'
import { bundle, target } from './bundles.mjs'
import { firstLanguage, languages, writeWords } from './words.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const dist = join(here, 'dist')
/** What the second minifier made of a text: most scripts are the same in the next build, and it takes half a minute for all. */
const made = join(here, 'obj', 'minified')
/**
 * How the second minifier may go about it; none of its unsafe rules. Which way packs smallest differs by a few dozen bytes from script to
 * script, and from one word to the next: the first script, which everybody loads, is tried in each of them.
 */
const ways = [true, false].flatMap(sequences => [true, false].flatMap(hoist_funs => [true, false].map(lhs_constants =>
  ({ ecma: 2020, module: true, compress: { passes: 3, sequences, hoist_funs, lhs_constants }, format: { comments: false } }))))
const minifier = `terser ${createRequire(import.meta.url)('terser/package.json').version}`

function stylesheet (source) {
  const { css } = sass.compile(join(here, 'styles', source), { style: 'compressed', loadPaths: [here, join(here, 'node_modules')], quietDeps: true })
  const { outputFiles } = esbuild.buildSync({
    stdin: { contents: css, loader: 'css', resolveDir: join(here, 'styles') },
    bundle: true,
    // A picture in the stylesheet costs no request of its own.
    loader: { '.svg': 'dataurl' },
    minify: true,
    target,
    write: false
  })
  return outputFiles[0].text
}

/** Scripts with the words of a language; of another than the first one in a folder of its own. */
async function scripts (language) {
  writeWords(language)
  const result = await bundle(language === firstLanguage ? {} : { outdir: join('dist', language) }, language)
  return await Promise.all(result.outputFiles.map(async file => [file.path, await smaller(file.text, basename(file.path) === 'site.js' ? ways : ways.slice(0, 1))]))
}

/** A second time, by a minifier that looks further: 2 to 10 of 100 bytes less to load. */
async function smaller (text, ways) {
  const kept = join(made, createHash('sha256').update(`${minifier} ${JSON.stringify(ways)}\n${text}`).digest('hex'))
  if (existsSync(kept)) return readFileSync(kept, 'utf8')
  const found = []
  // It takes every script for a module, and leaves out what modules need not say; ours are none, since those do not load from disk.
  for (const way of ways) found.push(`"use strict";${(await minify(text, way)).code}`)
  const packed = code => gzipSync(code, { level: 9 }).length
  const code = found.reduce((best, other) => packed(other) < packed(best) ? other : best)
  // Two builds may run at once: a file is there whole or not at all.
  writeFileSync(`${kept}.${process.pid}`, code)
  renameSync(`${kept}.${process.pid}`, kept)
  return code
}

rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
mkdirSync(made, { recursive: true })
// The first language last: its modules of words stay, for the editor and for tests.
for (const language of languages().reverse()) {
  mkdirSync(language === firstLanguage ? dist : join(dist, language), { recursive: true })
  for (const [path, contents] of await scripts(language)) writeFileSync(path, contents)
}
for (const icon of readdirSync(join(here, 'icons'))) writeFileSync(join(dist, icon), readFileSync(join(here, 'icons', icon)))
for (const sheet of readdirSync(join(here, 'styles/sheets'))) writeFileSync(join(dist, sheet.replace('.scss', '.css')), stylesheet(join('sheets', sheet)))
writeFileSync(join(dist, 'first.css'), stylesheet('first.scss'))
// Last: MSBuild takes the stylesheet's time as the time of the whole build.
writeFileSync(join(dist, 'site.css'), stylesheet('site.scss'))
