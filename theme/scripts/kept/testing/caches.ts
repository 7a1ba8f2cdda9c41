/** The browser's caches, as far as what is kept uses them. */
export class FakeCaches {
  readonly all = new Map<string, FakeCache>()

  async has (name: string): Promise<boolean> {
    return await Promise.resolve(this.all.has(name))
  }

  async open (name: string): Promise<FakeCache> {
    if (!this.all.has(name)) this.all.set(name, new FakeCache())
    return await Promise.resolve(this.all.get(name)!)
  }

  async delete (name: string): Promise<boolean> {
    return await Promise.resolve(this.all.delete(name))
  }

  async keys (): Promise<string[]> {
    return await Promise.resolve([...this.all.keys()])
  }
}

/** One of them: answers by address. */
export class FakeCache {
  readonly entries = new Map<string, { body: ArrayBuffer, headers: [string, string][] }>()
  /** Files after which there is no room. */
  room = Infinity

  async match (address: string): Promise<Response | undefined> {
    const entry = this.entries.get(address)
    return await Promise.resolve(entry === undefined ? undefined : new Response(entry.body, { headers: entry.headers }))
  }

  async put (address: string, response: Response): Promise<void> {
    if (this.entries.size >= this.room) throw new DOMException('', 'QuotaExceededError')
    this.entries.set(address, { body: await response.arrayBuffer(), headers: [...response.headers] })
  }
}
