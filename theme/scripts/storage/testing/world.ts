/**
 * A browser without a browser: several tabs of one site on one computer, whose every wait (a timer, a message, a request to
 * the database, encryption) ends in an order that a seed decides. A tab may be killed between any two of them.
 */
export class World {
  now = 1_800_000_000_000
  readonly local = new FakeStorage()
  readonly databases = new Map<string, FakeDatabase>()
  readonly tabs: FakeTab[] = []
  readonly #tasks: Task[] = []
  #order = 0
  /** Whether the browser keeps all in one file, and wipes what was small. */
  wipes = false

  /** @param encryption The real one instead of a quick and weak one that the seed decides too. */
  constructor (readonly random: () => number, readonly encryption?: Crypto) {}

  /** Something to be done later; what has the same queue keeps its order. A page that was killed does nothing more. */
  later (tab: FakeTab, queue: string, run: () => void, due = this.now): Task {
    const task = { tab, queue, run, due, order: this.#order++ }
    if (tab.alive) this.#tasks.push(task)
    return task
  }

  drop (task: Task): void {
    const i = this.#tasks.indexOf(task)
    if (i >= 0) this.#tasks.splice(i, 1)
  }

  /** Does one of the things that can be done now. @returns False where nothing waits but timers, unless `waits`. */
  async step (waits: boolean): Promise<boolean> {
    const heads = new Map<string, Task>()
    for (const task of this.#tasks) {
      const before = heads.get(task.queue)
      if (before === undefined || task.due < before.due || (task.due === before.due && task.order < before.order)) heads.set(task.queue, task)
    }
    let ready = [...heads.values()].filter(task => task.due <= this.now)
    if (ready.length === 0) {
      if (!waits || heads.size === 0) return false
      this.now = Math.min(...[...heads.values()].map(task => task.due))
      ready = [...heads.values()].filter(task => task.due <= this.now)
    }
    const task = ready[Math.floor(this.random() * ready.length)]!
    this.drop(task)
    // Nothing takes no time: revisions are counted from the clock.
    this.now++
    task.run()
    await settle()
    return true
  }

  /** Ends a page between two of its steps: nothing of it goes on. What it asked of the database and is not done is never done. */
  kill (tab: FakeTab): void {
    tab.alive = false
    this.tabs.splice(this.tabs.indexOf(tab), 1)
    for (const task of [...this.#tasks]) if (task.tab === tab) this.drop(task)
    for (const database of this.databases.values()) database.forget(tab)
  }
}

interface Task { tab: FakeTab, queue: string, run: () => void, due: number, order: number }

/** Lets all promises go on that can. */
export async function settle (): Promise<void> {
  await new Promise(done => { setImmediate(done) })
}

/** Items are own properties, as a browser's are. */
class FakeStorage {
  [name: string]: unknown

  getItem (name: string): string | null {
    return Object.hasOwn(this, name) ? this[name] as string : null
  }

  setItem (name: string, value: string): void {
    this[name] = value
  }

  removeItem (name: string): void {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
    delete this[name]
  }

  clear (): void {
    for (const name of Object.keys(this)) this.removeItem(name)
  }
}

type Listening = (event: object) => void

/** What a page sees of the world. */
export class FakeTab {
  static #count = 0
  alive = true
  readonly id = FakeTab.#count++
  readonly #listeners: [string, Listening][] = []
  #timers = 0

  constructor (readonly world: World, readonly session = new FakeStorage(), public name = '') {
    world.tabs.push(this)
  }

  dispatch (type: string, event: object = {}): void {
    for (const [name, listener] of this.#listeners) if (name === type) listener(event)
  }

  /** Everything that the scripts of storage name without importing it. */
  globals (): Record<string, unknown> {
    const { world } = this
    const timers = new Map<number, Task>()
    const rename = (name: string): void => { this.name = name }
    const document = { visibilityState: 'visible', hidden: false, documentElement: { dataset: {} as Record<string, string> }, body: { style: {} as Record<string, string> } }
    return {
      window: new Proxy({ name: this.name }, { set (to, key, value: string) { if (key === 'name') rename(value); return Reflect.set(to, key, value) } }),
      document,
      location: { protocol: 'https:' },
      navigator: world.wipes ? {} : { userAgentData: {} },
      localStorage: world.local,
      sessionStorage: this.session,
      addEventListener: (type: string, listener: Listening) => { this.#listeners.push([type, listener]) },
      setTimeout: (run: () => void, pause = 0) => {
        const id = ++this.#timers
        timers.set(id, world.later(this, `timer ${this.id} ${id}`, run, world.now + pause))
        return id
      },
      clearTimeout: (id: number) => { if (timers.has(id)) world.drop(timers.get(id)!) },
      performance: { mark: () => undefined, now: () => world.now, timeOrigin: world.now },
      Date: class extends Date {
        constructor (...given: [] | [number]) { super(given.length === 0 ? world.now : given[0]) }
        static override now (): number { return world.now }
      },
      indexedDB: this.#indexedDb(),
      BroadcastChannel: channelOf(this),
      crypto: world.encryption ?? cryptoOf(this)
    }
  }

  #indexedDb (): object {
    const { world } = this
    return {
      open: (name: string, version: number) => {
        const request: FakeRequest = {}
        const queue = `open ${this.id} ${this.#timers++}`
        const open = (): void => {
          const database = world.databases.get(name) ?? new FakeDatabase(world)
          world.databases.set(name, database)
          const { version: oldVersion } = database
          if (version < oldVersion) {
            database.upgrading = null
            request.error = new DOMException('newer', 'VersionError')
            request.onerror?.({})
            return
          }
          // A later version waits until nobody has the earlier one open, and whoever asks after that waits for it.
          const waits = database.upgrading?.alive === true && database.upgrading !== this
          if (waits || (version > oldVersion && database.isOpenElsewhere())) {
            if (!waits) database.upgrading = this
            world.later(this, queue, open)
            return
          }
          database.upgrading = null
          database.version = version
          request.result = database.seenBy(this)
          if (version > oldVersion) request.onupgradeneeded?.({ oldVersion })
          request.onsuccess?.({})
        }
        world.later(this, queue, open)
        return request
      },
      databases: async () => await this.answer('databases', () => [...world.databases.keys()].map(name => ({ name })))
    }
  }

  /** A promise that ends when the world wants. */
  async answer<T> (queue: string, make: () => T): Promise<T> {
    return await new Promise((resolve, reject) => {
      this.world.later(this, `${queue} ${this.id} ${this.#timers++}`, () => {
        try {
          resolve(make())
        } catch (error) {
          reject(error)
        }
      })
    })
  }
}

interface FakeRequest { result?: unknown, error?: DOMException, onsuccess?: Listening, onerror?: Listening, onupgradeneeded?: Listening }

interface Transaction { tab: FakeTab, write: boolean, begun: boolean, waiting: [() => unknown, FakeRequest][], data: Map<number | string, unknown>, face: { oncomplete?: Listening, onabort?: Listening, onerror?: Listening } }

/** One object store. Transactions that write have it to themselves, in the order in which they were made, and are done whole or not at all. */
export class FakeDatabase {
  #data = new Map<number | string, unknown>()
  readonly #open: Transaction[] = []
  readonly #faces = new Set<{ tab: FakeTab, told: boolean, onversionchange?: Listening }>()
  #made = 0
  /** 0 while nobody opened it. */
  version = 0
  /** Who waits to make a later version of it. */
  upgrading: FakeTab | null = null

  constructor (private readonly world: World) {}

  seenBy (tab: FakeTab): object {
    const face = {
      tab,
      told: false,
      createObjectStore: () => undefined,
      objectStoreNames: { contains: () => true },
      close: () => { this.#faces.delete(face) },
      transaction: (_: string, mode = 'readonly') => {
        if (!this.#faces.has(face)) throw new DOMException('closed', 'InvalidStateError')
        return this.#transaction(tab, mode === 'readwrite')
      }
    }
    this.#faces.add(face)
    return face
  }

  /** Tells each page that has it open, once, that somebody wants it for himself. */
  isOpenElsewhere (): boolean {
    for (const face of [...this.#faces]) {
      if (!face.tab.alive) this.#faces.delete(face)
      else if (!face.told) {
        face.told = true
        this.world.later(face.tab, `version ${face.tab.id} ${this.#made++}`, () => { face.onversionchange?.({}) })
      }
    }
    return this.#faces.size > 0
  }

  /** All that lies in it. */
  entries (): [number | string, unknown][] {
    return [...this.#data]
  }

  put (entries: Iterable<[number | string, unknown]>): void {
    this.#data = new Map(entries)
  }

  forget (tab: FakeTab): void {
    for (const one of [...this.#open]) if (one.tab === tab) this.#open.splice(this.#open.indexOf(one), 1)
    this.#goOn()
  }

  #drop (one: Transaction): void {
    if (this.#open.includes(one)) this.#open.splice(this.#open.indexOf(one), 1)
    one.waiting.length = 0
    one.write = false
    this.#goOn()
  }

  #transaction (tab: FakeTab, write: boolean): object {
    const one: Transaction = { tab, write, begun: false, waiting: [], data: this.#data, face: {} }
    const queue = `database ${this.#made++}`
    const ask = (act: () => unknown): FakeRequest => {
      const request: FakeRequest = {}
      one.waiting.push([act, request])
      if (one.begun && one.waiting.length === 1) this.#next(one, queue)
      return request
    }
    this.#open.push(one)
    Object.assign(one.face, {
      abort: () => { this.#drop(one) },
      objectStore: () => ({
        get: (key: string) => ask(() => structuredClone(one.data.get(key))),
        getAll: () => ask(() => [...one.data].sort(([a], [b]) => typeof a !== typeof b ? (typeof a === 'number' ? -1 : 1) : a < b ? -1 : 1).map(([, value]) => structuredClone(value))),
        put: (value: unknown, key: number | string) => { const copy = structuredClone(value); return ask(() => { one.data.set(key, copy); return key }) },
        clear: () => ask(() => { one.data.clear(); return undefined })
      })
    })
    this.world.later(tab, queue, () => { this.#begin(one, queue) })
    return one.face
  }

  /** Begins where nothing that came before stands in the way; else tries again when that has ended. */
  #begin (one: Transaction, queue: string): void {
    const before = this.#open.slice(0, this.#open.indexOf(one))
    if (one.write ? before.length > 0 : before.some(other => other.write)) {
      this.#blocked.push([one, queue])
      return
    }
    one.begun = true
    one.data = one.write ? new Map(this.#data) : this.#data
    this.#next(one, queue)
  }

  readonly #blocked: [Transaction, string][] = []

  #goOn (): void {
    for (const [one, queue] of this.#blocked.splice(0)) if (this.#open.includes(one)) this.world.later(one.tab, queue, () => { this.#begin(one, queue) })
  }

  #next (one: Transaction, queue: string): void {
    this.world.later(one.tab, queue, () => {
      const asked = one.waiting[0]
      if (!this.#open.includes(one)) return
      if (asked === undefined) {
        if (one.write) this.#data = one.data
        this.#open.splice(this.#open.indexOf(one), 1)
        one.face.oncomplete?.({})
        this.#goOn()
        return
      }
      const [act, request] = asked
      request.result = act()
      request.onsuccess?.({})
      one.waiting.shift()
      this.#next(one, queue)
    })
  }
}

const channels = new WeakMap<World, Set<FakeChannel>>()

interface FakeChannel { tab: FakeTab, name: string, onmessage?: Listening, postMessage (message: unknown): void, close (): void }

function channelOf (tab: FakeTab): unknown {
  const all = channels.get(tab.world) ?? new Set<FakeChannel>()
  channels.set(tab.world, all)
  return class implements FakeChannel {
    readonly tab = tab
    onmessage?: Listening

    constructor (readonly name: string) { all.add(this) }

    postMessage (message: unknown): void {
      for (const other of all) {
        if (other === this || other.name !== this.name || !other.tab.alive) continue
        const data: unknown = structuredClone(message)
        tab.world.later(other.tab, `channel ${tab.id} ${other.tab.id}`, () => { if (all.has(other)) other.onmessage?.({ data }) })
      }
    }

    close (): void { all.delete(this) }
  }
}

/** No secret, but as strict: what was sealed with one key opens with no other, and changed bytes are noticed. */
function cryptoOf (tab: FakeTab): unknown {
  const { random } = tab.world
  const bytesOf = (source: ArrayBufferView): Uint8Array => new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
  const stream = (key: Uint8Array, iv: Uint8Array, length: number): Uint8Array => {
    let state = hash(key, iv) || 1
    const made = new Uint8Array(length)
    for (let i = 0; i < length; i++) {
      state ^= state << 13; state ^= state >>> 17; state ^= state << 5
      made[i] = state
    }
    return made
  }
  const tag = 16
  return {
    // What is there to take up room says nothing, and costs a trial its time.
    getRandomValues: (into: Uint8Array) => { if (into.length < 4096) for (let i = 0; i < into.length; i++) into[i] = Math.floor(random() * 256); return into },
    subtle: {
      importKey: async (_: string, raw: Uint8Array) => await Promise.resolve({ raw: raw.slice() }),
      encrypt: async ({ iv }: { iv: Uint8Array }, { raw }: { raw: Uint8Array }, text: Uint8Array) => await tab.answer('encrypt', () => {
        const sealed = new Uint8Array(text.length + tag)
        const hidden = stream(raw, iv, text.length)
        for (let i = 0; i < text.length; i++) sealed[i] = text[i]! ^ hidden[i]!
        new DataView(sealed.buffer).setUint32(text.length, hash(raw, iv, text))
        return sealed.buffer
      }),
      decrypt: async ({ iv }: { iv: Uint8Array }, { raw }: { raw: Uint8Array }, given: Uint8Array) => await tab.answer('decrypt', () => {
        const sealed = bytesOf(given)
        const hidden = stream(raw, iv, sealed.length - tag)
        const text = sealed.subarray(0, sealed.length - tag).map((byte, i) => byte ^ hidden[i]!)
        if (new DataView(sealed.buffer, sealed.byteOffset).getUint32(text.length) !== hash(raw, iv, text)) throw new DOMException('other key', 'OperationError')
        return text.slice().buffer
      }),
      deriveBits: async ({ salt }: { salt: Uint8Array }, { raw }: { raw: Uint8Array }) => await tab.answer('derive', () => stream(raw, salt, 32).buffer)
    }
  }
}

function hash (...parts: Uint8Array[]): number {
  let h = 2166136261
  for (const part of parts) {
    for (const byte of part) h = Math.imul(h ^ byte, 16777619)
    h = Math.imul(h ^ part.length, 16777619)
  }
  return h >>> 0
}

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
export function randomFrom (seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6D2B79F5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
