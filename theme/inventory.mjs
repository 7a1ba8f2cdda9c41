// Writes what the site is made of and by, from the lock files: an inventory (CycloneDX) and the notices of what is published.
//   node inventory.mjs            writes input/notices/
//   node inventory.mjs --check    says what is not as it should be
// A package is shipped (something of it is in what readers get), builds (makes it) or checks (tests and linters).
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..')
const notices = join(here, 'input/notices')
const strength = ['checks', 'builds', 'shipped']

/** What makes the theme's files; the others of its packages are for its tests. */
const buildsTheme = ['esbuild', 'sass', 'terser', 'typescript']
/** Packages of which something is in what readers get: where, and which files of theirs say on which terms. */
const shipped = {
  minisearch: { where: 'assets/search.*.js', terms: ['LICENSE.txt'], url: 'https://github.com/lucaong/minisearch' },
  '@expo-google-fonts/public-sans': { where: 'fonts in downloads/*.pdf', terms: ['LICENSE_FONT'], licence: 'OFL-1.1', url: 'https://github.com/uswds/public-sans' },
  '@expo-google-fonts/source-serif-4': { where: 'fonts in downloads/*.pdf', terms: ['LICENSE_FONT'], licence: 'OFL-1.1', url: 'https://github.com/adobe-fonts/source-serif' },
  '@expo-google-fonts/vazirmatn': { where: 'fonts in downloads/*.pdf', terms: ['LICENSE_FONT'], licence: 'OFL-1.1', url: 'https://github.com/rastikerdar/vazirmatn' }
}
/** Said in a form that lock files do not take over: a list in package.json. */
const saidElsewhere = { 'svg-tags@1.0.0': 'MIT' }

const read = path => readFileSync(join(root, path), 'utf8')
const hex = base64 => Buffer.from(base64, 'base64').toString('hex')

/** Folders with a file of this name, without those that are installed or made. */
function find (name, folder = root) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return ['node_modules', 'bin', 'obj', 'dist', 'output', 'cache', '.git'].includes(entry.name) ? [] : find(name, path)
    return entry.name === name ? [relative(root, folder).replaceAll('\\', '/')] : []
  }).sort()
}

function npmPackages (folder) {
  const { packages } = JSON.parse(read(`${folder}/package-lock.json`))
  const nameOf = path => path.split('node_modules/').at(-1)
  // All that the named ones need, wherever npm has put it.
  const builds = new Set()
  const walk = name => {
    if (builds.has(name)) return
    builds.add(name)
    for (const [path, { dependencies, optionalDependencies }] of Object.entries(packages)) {
      if (path !== '' && nameOf(path) === name) Object.keys({ ...dependencies, ...optionalDependencies }).forEach(walk)
    }
  }
  if (folder === 'theme') buildsTheme.forEach(walk)
  const roleOf = name => shipped[name] !== undefined && folder.startsWith('theme') ? 'shipped' : folder === 'theme/pdf' || builds.has(name) ? 'builds' : 'checks'
  return Object.entries(packages).filter(([path]) => path !== '').map(([path, { version, license, integrity, name = nameOf(path) }]) => ({
    name,
    version,
    role: roleOf(name),
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licence: license ?? saidElsewhere[`${name}@${version}`] ?? '',
    sha512: integrity === undefined ? undefined : hex(integrity.replace(/^sha512-/, ''))
  }))
}

function nugetPackages (folder) {
  const { dependencies } = JSON.parse(read(`${folder}/packages.lock.json`))
  return Object.values(dependencies).flatMap(packages => Object.entries(packages)).filter(([, { type }]) => type !== 'Project').map(([name, { resolved, contentHash }]) => ({
    name,
    version: resolved,
    role: folder.startsWith('tests') ? 'checks' : 'builds',
    purl: `pkg:nuget/${name}@${resolved}`,
    licence: nugetLicence(name.toLowerCase(), resolved),
    sha512: hex(contentHash)
  }))
}

function nugetLicence (name, version) {
  const file = join(process.env['NUGET_PACKAGES'] ?? join(homedir(), '.nuget/packages'), name, version, `${name}.nuspec`)
  if (!existsSync(file)) throw new Error(`${name} ${version} is not restored here: run 'dotnet restore' first.`)
  return /<license type="expression">([^<]*)</.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
}

function inventory () {
  const found = new Map()
  for (const one of [...find('package-lock.json').flatMap(npmPackages), ...find('packages.lock.json').flatMap(nugetPackages)]) {
    const known = found.get(one.purl)
    if (known === undefined || strength.indexOf(one.role) > strength.indexOf(known.role)) found.set(one.purl, one)
  }
  const { version } = JSON.parse(read('global.json')).sdk
  found.set('', { name: 'dotnet-sdk', version, role: 'builds', purl: `pkg:generic/dotnet-sdk@${version}`, licence: 'MIT' })
  return [...found.values()].sort((a, b) => a.purl < b.purl ? -1 : 1)
}

function cycloneDx (packages) {
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': 'toolkit', name: 'Partnership Toolkit', licenses: [{ license: { id: 'MIT' } }] } },
    components: packages.map(({ name, version, role, purl, licence, sha512 }) => ({
      type: 'library',
      'bom-ref': purl,
      name,
      version,
      scope: role === 'shipped' ? 'required' : 'excluded',
      ...sha512 === undefined ? {} : { hashes: [{ alg: 'SHA-512', content: sha512 }] },
      licenses: [/^[\w.-]+$/.test(licence) ? { license: { id: licence } } : { expression: licence }],
      purl,
      properties: [{ name: 'toolkit:role', value: role }, ...role === 'shipped' ? [{ name: 'toolkit:where', value: shipped[name].where }] : []]
    })),
    dependencies: [{ ref: 'toolkit', dependsOn: packages.filter(({ role }) => role === 'shipped').map(({ purl }) => purl) }]
  }
}

function noticesOf (packages) {
  const line = '-'.repeat(80)
  const parts = packages.filter(({ role }) => role === 'shipped').map(({ name, version, licence }) => {
    const { where, terms, url, licence: own } = shipped[name]
    const folder = ['node_modules', 'pdf/node_modules'].map(place => join(here, place, name)).find(place => existsSync(place))
    if (folder === undefined) throw new Error(`${name} is not installed here: build the theme, and a PDF, first.`)
    const texts = terms.map(file => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    return [`${name} ${version}`, `In: ${where}`, `From: ${url}`, `Licence: ${own ?? licence}`, '', ...texts].join('\n')
  })
  return [
    'Work of others in this site',
    '',
    'Pages, scripts, styles, Word files and PDFs are the toolkit\'s own, but for what is named here. All that builds and checks them',
    'is listed in sbom.cdx.json beside this file.',
    '',
    ...parts.flatMap(part => [line, '', part, ''])
  ].join('\n')
}

const packages = inventory()
const files = { 'sbom.cdx.json': `${JSON.stringify(cycloneDx(packages), null, 1)}\n`, 'third-party.txt': noticesOf(packages) }
if (process.argv[2] === '--check') {
  const old = Object.keys(files).filter(name => !existsSync(join(notices, name)) || readFileSync(join(notices, name), 'utf8') !== files[name])
  for (const name of old) console.error(`theme/input/notices/${name} is not what the lock files say: run 'node inventory.mjs' in theme/.`)
  process.exitCode = old.length === 0 ? 0 : 1
} else {
  mkdirSync(notices, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(notices, name), text)
}
