// Which scripts a build makes, and of what.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { methodNames } from './shorten.mjs'
import { wordsInPlace } from './words-in-place.mjs'
import { firstLanguage } from './words.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const folders = ['scripts', 'Blocks'].filter(folder => existsSync(join(here, folder)))

/** The oldest browsers that the scripts are written for. */
export const target = ['chrome100', 'firefox100', 'safari15.4']

const wanted = language => ({
  absWorkingDir: here,
  entryPoints: entries(),
  outdir: 'dist',
  bundle: true,
  // Modules do not load from disk (file://); classic scripts do.
  format: 'iife',
  target,
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  mangleProps: new RegExp(`^(?:${methodNames(sources()).join('|')})$`),
  logLevel: 'warning',
  plugins: [wordsInPlace(language)],
  write: false
})

/**
 * What esbuild makes of the scripts; the modules of words must have been written. It finds other short names for each script,
 * unless they are given: what one script provides, another calls. So it is asked for names of all of them first.
 * @param more Options beside ours.
 * @param language Of the words, whose modules must have been written.
 */
export async function bundle (more = {}, language = firstLanguage) {
  const { mangleCache } = await esbuild.build({ ...wanted(language), mangleCache: {} })
  return await esbuild.build({ ...wanted(language), mangleCache, ...more })
}

/** Files by the name of the script that begins with them: the first ones, the two that may stand as `sw.js`, and one for every `bundle.ts`, called like its folder. */
function entries () {
  const found = folders.flatMap(folder => find(join(here, folder), 'bundle.ts')).map(file => [dirname(file).split(/[\\/]/).at(-1).toLowerCase(), file])
  const named = { early: 'early.ts', site: 'start.ts', sw: 'worker/worker.ts', 'sw-gone': 'worker/gone.ts' }
  return { ...Object.fromEntries(found), ...Object.fromEntries(Object.entries(named).map(([name, file]) => [name, join(here, 'scripts', file)])) }
}

/** Texts of all scripts that may stand in a bundle. */
function sources () {
  return folders.flatMap(folder => readdirSync(join(here, folder), { recursive: true })
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts')).map(file => readFileSync(join(here, folder, file), 'utf8')))
}

/** Every file of this name at any depth of a folder. */
function find (folder, name) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? find(join(folder, entry.name), name) : entry.name === name ? [join(folder, entry.name)] : [])
}
