// Which names of the scripts a build may say shorter.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import ts from 'typescript'

/**
 * Names of methods of our own classes. A method is never kept, sent or written to a file, so what one build calls it, another
 * may call otherwise. Left out is every name that means something elsewhere: to the browser, as a property of data, in a text.
 * @param sources Texts of all scripts that are built.
 */
export function methodNames (sources) {
  const methods = new Set()
  const others = foreignNames()
  for (const source of sources) {
    const visit = (node, declared) => {
      const name = node.name !== undefined && ts.isIdentifier(node.name) ? node.name.text : undefined
      if (ts.isStringLiteralLike(node)) others.add(node.text)
      else if ((ts.isMethodDeclaration(node) || ts.isGetAccessor(node)) && ts.isClassLike(node.parent)) methods.add(name)
      // What a module gives away may be asked for by its name: words are.
      else if (ts.isVariableStatement(node) && node.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.ExportKeyword) === true) {
        node.declarationList.declarations.forEach(({ name: given }) => { if (ts.isIdentifier(given)) others.add(given.text) })
      } else if (ts.isPropertySignature(node) || ts.isPropertyDeclaration(node) || ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isParameter(node)) {
        // A field of a class is left out too: it may hold what is kept.
        others.add(name)
      } else if (declared && ts.isMethodSignature(node)) others.add(name)
      ts.forEachChild(node, child => { visit(child, declared || ts.isModuleDeclaration(node)) })
    }
    visit(ts.createSourceFile('script.ts', source, ts.ScriptTarget.Latest, true), false)
  }
  return [...methods].filter(name => name !== undefined && !others.has(name)).sort()
}

/** Every name in what TypeScript knows of browsers and of the language. */
function foreignNames () {
  const folder = dirname(createRequire(import.meta.url).resolve('typescript'))
  return new Set(readdirSync(folder).filter(file => /^lib\..*\.d\.ts$/.test(file))
    .flatMap(file => readFileSync(join(folder, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '').match(/[A-Za-z_$][\w$]*/g) ?? []))
}
