// Makes theme/dist: the stylesheet of every page, those that come with a part (styles/sheets/), the first scripts, and the scripts that pages load on use.
//   node build.mjs          all
// A script that is loaded on use is a file bundle.ts in a folder under scripts/ (or Blocks/); its name is the folder's.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import * as sass from 'sass'
import { minify } from 'terser'
import { bundle, target } from './bundles.mjs'
import { firstLanguage, languages, writeWords } from './words.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const dist = join(here, 'dist')
/** What the second minifier made of a text: most scripts are the same in the next build, and it takes half a minute for all. */
const made = join(here, 'obj', 'minified')
const minifying = { ecma: 2020, toplevel: true, compress: { passes: 3 }, format: { comments: false } }
const minifier = `terser ${createRequire(import.meta.url)('terser/package.json').version} ${JSON.stringify(minifying)}`

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
  return await Promise.all(result.outputFiles.map(async file => [file.path, await smaller(file.text)]))
}

/** A second time, by a minifier that looks further: 2 to 10 of 100 bytes less to load. None of its unsafe rules. */
async function smaller (text) {
  const kept = join(made, createHash('sha256').update(`${minifier}\n${text}`).digest('hex'))
  if (existsSync(kept)) return readFileSync(kept, 'utf8')
  const { code } = await minify(text, minifying)
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
// Last: MSBuild takes the stylesheet's time as the time of the whole build.
writeFileSync(join(dist, 'site.css'), stylesheet('site.scss'))
