import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import ts from 'typescript'

const maker = await import(pathToFileURL(resolve('words.mjs')).href) as { modulesOf (language: string, areas: Map<string, object>): Map<string, string> }

/** A module as the bundles of a language hold it. */
async function inLanguage (language: string, path: string): Promise<Record<string, unknown>> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path], bundle: true, format: 'esm', write: false,
    plugins: [{
      name: 'words',
      setup (build) {
        build.onResolve({ filter: /words\/language\.ts$/ }, () => ({ path: 'language', namespace: 'words' }))
        build.onLoad({ filter: /.*/, namespace: 'words' }, () => ({ contents: maker.modulesOf(language, new Map()).get('language.ts')!, loader: 'ts' }))
      }
    }]
  })
  return await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.text).toString('base64')}`) as Record<string, unknown>
}

test('English and Spanish write numbers as the United States do, and each its own days', async () => {
  for (const [language, day] of [['en', '11/3/2026'], ['es', '3/11/2026']] as const) {
    const { inWords, inTenths, dayInDigits } = await inLanguage(language, 'scripts/workbook/in-words.ts') as { inWords (number: number): string, inTenths (number: number): string, dayInDigits (iso: string): string }
    assert.deepEqual([1250, 12345, 7].map(number => inWords(number)), ['1,250', '12,345', '7'])
    assert.deepEqual([1.5, 2, 2.25, 1.45].map(number => inTenths(number)), ['1.5', '2.0', '2.3', '1.4'])
    assert.equal(dayInDigits('2026-11-03'), day)
  }
})

/** Calls by which a script lets the browser write something, and the first thing that it hands over. */
function writes (file: string): { call: string, given: string }[] {
  const found: { call: string, given: string }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && /^Intl\.\w+$/.test(node.expression.getText())) found.push({ call: node.expression.getText(), given: node.arguments?.[0]?.getText() ?? '' })
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && /^toLocale|^localeCompare$/.test(node.expression.name.text)) {
      found.push({ call: node.expression.name.text, given: node.arguments[node.expression.name.text === 'localeCompare' ? 1 : 0]?.getText() ?? '' })
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true))
  return found
}

test('no script writes in the language of the browser, and numbers become text in one place', () => {
  const scripts = readdirSync('scripts', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/(?:^|\/)(?:testing|words)\//.test(file))
  const all = scripts.flatMap(file => writes(join('scripts', file)).map(one => ({ file, ...one })))
  assert.ok(all.length > 10, `${all.length} calls`)
  for (const { file, call, given } of all) {
    assert.match(given, /^(?:language|locale)$/, `${file}: ${call}(${given})`)
    if (/NumberFormat|toLocaleString/.test(call)) assert.equal(file, 'workbook/in-words.ts', `${file}: ${call}`)
  }
})
