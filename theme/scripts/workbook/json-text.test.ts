import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseInTurns } from './json-text.ts'
import { atOnce } from './turns.ts'

const parse = (text: string, deepest = 1000): unknown => atOnce(parseInTurns(text, deepest))

/** What came of it, as text: what `JSON.parse` refuses is refused. */
const outcome = (read: (text: string) => unknown, text: string): string => {
  try {
    const value = read(text)
    return `${JSON.stringify(value)} ${Object.is(value, -0)}`
  } catch (error) {
    assert.ok(error instanceof SyntaxError)
    return 'refused'
  }
}

test('JSON is read as JSON.parse reads it, however it is laid out', () => {
  fc.assert(fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t', '\r\n '), (text, space) => {
    const laidOut = JSON.stringify(JSON.parse(text), null, space)
    assert.deepEqual(parse(laidOut), JSON.parse(laidOut))
  }))
})

test('what is no JSON is refused where JSON.parse refuses it', () => {
  const texts = ['', ' ', '{', '[', '"', '"\\"', '"\\\\"', '"\\u12"', '"a\nb"', '"\u0000"', '\u00a01', '01', '-', '-0', '1.', '.5', '1e', '1e5', '+1', 'tru', 'nul', 'nulll', 'NaN', '[1,]', '[,1]', '{"a":1,}', '{"a"}', '{a:1}',
    '{"a":1]', '[1}', '1 2', '{"a":1}x', '{"a":1 "b":2}', '[1 2]', '{"a":1,"a":2}', '{"__proto__":{"x":1},"constructor":3}', '\ufeff{}', '"\ud800"', '{}{}', '[]]', ' [ ] ', '{ }']
  for (const text of texts) assert.equal(outcome(parse, text), outcome(JSON.parse, text), JSON.stringify(text))
  const valid = '{"a":[1,-2.5e3,"x\\"\\\\",true,null,{}],"b":{"c":"d"}}'
  fc.assert(fc.property(fc.nat(valid.length), fc.nat(3), fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '\\', '0', '-', 'e', ' ', '\n'), (at, gone, put) => {
    const text = valid.slice(0, at) + put + valid.slice(at + gone)
    assert.equal(outcome(parse, text), outcome(JSON.parse, text), text)
  }), { numRuns: 3000 })
})

test('what an object inherits is no value of it', () => {
  const read = parse('{"__proto__":{"polluted":true}}') as Record<string, unknown>
  assert.equal(read['polluted'], undefined)
  assert.ok(Object.hasOwn(read, '__proto__'))
})

test('how deep values stand has an end, and is no matter of the stack', () => {
  const deep = (n: number): string => '['.repeat(n) + ']'.repeat(n)
  assert.ok(Array.isArray(parse(deep(100), 100)))
  assert.throws(() => parse(deep(101), 100), RangeError)
  assert.throws(() => parse('{"a":'.repeat(1_000_000), 100), RangeError)
})
