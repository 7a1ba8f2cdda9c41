import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPersonalData, type PersonalData } from './personal-data.ts'
import { spent } from './testing/spent.ts'

// All made up: numbers that are not given out, the 555-01 range, example domains.
const personal: [PersonalData, string[]][] = [
  ['ssn', [
    '219-09-9999', 'her number is 457-55-5462.', 'SSN 078051120', 'SSN: 078-05-1120', 'ssn is 321 54 9876', '(123-45-6789)',
    'Social Security number 123456789', 'social security: 123 45 6789', 'on file: 123 45 6789, verified', 'Social Security # 219099999',
    'ID 345.67.8901', 'last seen with 612-34-5678 on the form'
  ]],
  ['a-number', [
    'A123456789', 'A 123 456 789', 'A-123-456-789', 'A# 123456789', 'her A12345678 file', 'A-number: 123-456-789', 'alien number 123456789',
    'Alien Registration Number 012 345 678', 'USCIS # 123456789', 'USCIS number 098765432', 'case A098-765-432 pending', 'A-Number 987654321'
  ]],
  ['birth-date', [
    'DOB 3/14/1988', 'dob: 03-14-88', 'D.O.B. 1988-03-14', 'born on March 14, 1988', 'born 14 March 1988', 'date of birth: 14.03.1988',
    'birthdate 3/4/99', 'She was born Jan. 2nd, 2001', 'Birthday 12/31/2004', '03/14/1988', 'client, 1992-07-09, speaks Spanish', 'September 5, 1979'
  ]],
  ['phone', [
    '212-555-0123', '(212) 555-0123', '(212)555-0123', '212.555.0123', '212 555 0123', '+1 212 555 0123', '1-212-555-0123', '+12125550123',
    'call her at 646-555-0199 after 5', 'cell 9175550100', 'text me: 9175550111', '+44 20 7946 0018'
  ]],
  ['email', [
    'maria@example.com', 'maria.lopez@mail.example.org', 'm_l+new@example.co.uk', 'write to jo.b@example.net.', '<ana@example.com>', 'ana99@example.com;',
    'her mail (rosa@example.com)', 'rosa-l@sub.example.edu', 'JANE@EXAMPLE.COM', 'a1@example.info', 'contact: li.wei@example.cn', 'email=tuan@example.vn'
  ]]
]

const harmless = [
  'Suite 555-1', 'A4 paper', 'A-123', 'A1234 form', 'Form I-9', 'Form I-765, edition 04/01/24', 'Section 504', 'Title IX', '24/7', '1,234,567',
  '1-800-799-7233', '(800) 799-7233', '888-373-7888', '1-888-373-7888', '+1 800 799 7233', '877.555.0100', '911', '988', 'ext. 4512', 'call 311',
  '10:30-11:45', '2026-03-14', '03/14/2026', 'March 14, 2026', 'by 12/31/2025', 'since 2009', 'founded 03/14/1988', 'Established on May 5, 1975', 'signed 2011-06-30', 'incorporated: 06/15/1999',
  'Violence Against Women Act of September 13, 1994', 'in 1988', '1990-2000', '12-14 hours', '3/4 of the time', '50/50', '100-200-300', '000-12-3456', '666-12-3456', '123-00-4567',
  '900-12-3456', '123-45-67890', '12-345-6789', '123456789', 'EIN 12-3456789', 'ZIP 10001-1234', '$1,200-$1,500', 'grant 2017-VT-BX-K001', 'invoice 20260314-001', 'room 212-555',
  'info@example.org', 'office@example.com', 'intake@example.org', '@home', 'a@b', 'partner @ the bakery', 'version 10.2.3', 'https://example.org/2026/03', 'ISBN 978-0-306-40615-7', '192.168.100.200'
]

test('sixty texts that look like personal data get the note, each of its kind', () => {
  assert.equal(personal.flatMap(([, texts]) => texts).length, 60)
  for (const [kind, texts] of personal) for (const text of texts) assert.equal(findPersonalData(text), kind, text)
})

test('sixty look-alikes do not', () => {
  assert.equal(harmless.length, 60)
  for (const text of harmless) assert.equal(findPersonalData(text), null, text)
})

test('a long text is looked through in no time', () => {
  for (const piece of ['1', '(', 'a@', '12-', 'born ', 'A', '+1 2', '555-0']) {
    const time = spent()
    findPersonalData(piece.repeat(50_000 / piece.length))
    assert.ok(time() < 1000, piece)
  }
})
