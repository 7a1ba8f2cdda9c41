import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldDefinition, Mark } from '../../workbook/guide.ts'
import { readValue, suggestion } from './values.ts'
import { stem } from './stems.ts'

const column = (id: string, options: Record<string, string>, ...marks: Mark[]): FieldDefinition =>
  ({ id, label: id, kind: 'choice', wording: 'w', marks, options: Object.entries(options).map(([id, label]) => ({ id, label })) })

const level = column('level', { individual: 'One person', team: 'A team', department: 'A department', organization: 'The whole organization' }, 'level')
const sector = column('sector', {
  employers: 'Employers', schools: 'Schools and training', workforce: 'Workforce programs', enterprise: 'Small-business support', banks: 'Banks and credit unions', legal: 'Legal services',
  health: 'Health and counseling', housing: 'Housing', childcare: 'Childcare and family services', civic: 'Faith, civic and giving groups'
}, 'category')
const tie = column('tie', { 'working-together': 'Working together', 'in-conversation': 'In conversation', 'met-once': 'Met once', 'know-of': 'Know of them' }, 'closeness')
const referral = column('agreement', { none: 'None yet', spoken: 'Spoken', written: 'In writing' }, 'agreement')

const read = (of: FieldDefinition, text: string): string => readValue(of, text, { language: 'en', chosen: new Map() }).value
const offered = (of: FieldDefinition, text: string): string | undefined => suggestion(of, text)?.id

test('the guide’s own words for levels are read, in singular and plural, with whose they are', () => {
  for (const text of ['One person at a time', 'One person', 'Person', 'a person', 'Individuals']) assert.equal(read(level, text), 'individual', text)
  for (const text of ['Our teams', 'the team', 'Teams', 'our team', 'One of our teams']) assert.equal(read(level, text), 'team', text)
  for (const text of ['Our departments', 'The department', 'Departments']) assert.equal(read(level, text), 'department', text)
  for (const text of ['The whole organization', 'Our whole organization', 'Organization']) assert.equal(read(level, text), 'organization', text)
  assert.deepEqual(readValue(level, 'Our teams', { language: 'en', chosen: new Map() }), { value: 'team', near: 'Our teams' })
})

test('a word that one option alone holds tells of what kind a thing is', () => {
  const found = { 'Mental health': 'health', Banks: 'banks', Banking: 'banks', 'Bank or money': 'banks', 'Credit union': 'banks', 'Legal aid': 'legal', 'Transitional housing': 'housing', 'Faith-based': 'civic', 'Faith community': 'civic', 'Non-profit legal aid': 'legal', 'Private schools': 'schools' }
  for (const [text, id] of Object.entries(found)) assert.equal(read(sector, text), id, text)
})

test('what denies a choice, or says that it was or may be, is not read as it, and not offered', () => {
  const texts: [FieldDefinition, string][] = [
    [tie, 'not working together'], [tie, 'Not met'], [tie, 'Haven’t met'], [tie, 'never met'], [tie, 'Would like to be working together'], [tie, 'no longer working together'],
    [sector, 'Not housing'], [sector, 'non-employers'], [sector, 'Without housing'], [referral, 'Not in writing'], [referral, 'not spoken']
  ]
  for (const [of, text] of texts) {
    assert.equal(read(of, text), '', text)
    if (of !== referral) assert.equal(offered(of, text), undefined, text)
  }
  assert.equal(read(referral, 'None'), 'none')
})

test('where two choices could be meant, none is', () => {
  const texts = ['Housing and legal', 'Legal and housing help', 'School health program', 'Credit counseling', 'Family court', 'Law school', 'House of worship', 'Small business', 'Job training']
  for (const text of texts) {
    assert.equal(read(sector, text), '', text)
    assert.equal(offered(sector, text), undefined, text)
  }
})

test('a word that many kinds of organizations have tells none', () => {
  for (const text of ['Services', 'Support', 'Programs', 'Community group', 'Labor union', 'Agency']) assert.equal(read(sector, text), '', text)
})

test('what people say for a choice is offered, and not taken', () => {
  const found: [FieldDefinition, string, string][] = [
    [sector, 'Clinic', 'health'], [sector, 'Church', 'civic'], [sector, 'Retail', 'employers'], [sector, 'Attorneys', 'legal'], [sector, 'Shelter', 'housing'], [sector, 'University', 'schools'],
    [sector, 'Daycare', 'childcare'], [sector, 'Job placement', 'workforce'], [tie, 'Only heard of', 'know-of'], [tie, 'Active partner', 'working-together'], [tie, 'Met many times', 'met-once'], [referral, 'No', 'none'], [referral, 'Signed', 'written']
  ]
  for (const [of, text, id] of found) {
    assert.equal(read(of, text), '', text)
    assert.equal(offered(of, text), id, text)
  }
  assert.equal(read(tie, 'Have met'), 'met-once')
  for (const text of ['Zebra', '?', '12', 'Other']) assert.equal(offered(sector, text), undefined, text)
})

test('a text that says much is read as none by one word of it', () => {
  const text = 'Runs a food pantry beside the legal clinic downtown every Tuesday'
  assert.equal(read(sector, text), '')
})

test('endings of Spanish and English words are left out', () => {
  assert.deepEqual(['banks', 'banking', 'families', 'businesses', 'business', 'churches', 'counseling', 'legal', 'met', 'houses', 'house', 'housing'].map(word => stem(word, 'en')),
    ['bank', 'bank', 'family', 'business', 'business', 'church', 'counsel', 'legal', 'met', 'hous', 'hous', 'hous'])
  assert.deepEqual(['bancos', 'banco', 'servicios', 'legales', 'legal', 'equipos', 'casa', 'capacitaciones', 'departamentos'].map(word => stem(word, 'es')), ['banc', 'banc', 'servici', 'legal', 'legal', 'equip', 'casa', 'capacitacion', 'departament'])
})
