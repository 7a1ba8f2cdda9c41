import { FakeDatabase, FakeTab, settle, type World } from './world.ts'

/** All that a browser keeps of a site, as it can stand in a file: bytes are base64 text after a mark. */
export interface Stored {
  local: Record<string, string>
  session: Record<string, string>
  /** The name of the tab's window. */
  name: string
  databases: Record<string, [number | string, unknown][]>
  /** Of each database; 1 where it is not said. */
  versions?: Record<string, number>
}

const bytesMark = 'base64 '

/** What lies in a world and one of its tabs. */
export function storedIn (world: World, tab: FakeTab): Stored {
  return {
    local: { ...world.local } as Record<string, string>,
    session: { ...tab.session } as Record<string, string>,
    name: tab.name,
    databases: Object.fromEntries([...world.databases].map(([name, database]) => [name, database.entries().map(([key, value]) => [key, asText(value)])])),
    versions: Object.fromEntries([...world.databases].map(([name, { version }]) => [name, version]))
  }
}

/** Puts into a new world what was stored once. @returns The tab that it belongs to. */
export function putStored (world: World, stored: Stored): FakeTab {
  const tab = new FakeTab(world, undefined, stored.name)
  for (const [name, value] of Object.entries(stored.local)) world.local.setItem(name, value)
  for (const [name, value] of Object.entries(stored.session)) tab.session.setItem(name, value)
  for (const [name, entries] of Object.entries(stored.databases)) {
    const database = new FakeDatabase(world)
    database.version = stored.versions?.[name] ?? 1
    database.put(entries.map(([key, value]) => [key, asBytes(value)]))
    world.databases.set(name, database)
  }
  return tab
}

/** Lets the world go on until something is there; real encryption takes its own time. */
export async function until<T> (world: World, look: () => T | null | undefined): Promise<T> {
  for (let tries = 0; tries < 20_000; tries++) {
    const found = look()
    if (found !== null && found !== undefined) return found
    await settle()
    if (await world.step(false)) continue
    await new Promise(done => { setTimeout(done, 1) })
    world.now++
  }
  throw new Error('it never came')
}

function asText (value: unknown): unknown {
  if (value instanceof Uint8Array) return bytesMark + Buffer.from(value).toString('base64')
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, asText(inside)]))
}

function asBytes (value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith(bytesMark)) return new Uint8Array(Buffer.from(value.slice(bytesMark.length), 'base64'))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, asBytes(inside)]))
}
