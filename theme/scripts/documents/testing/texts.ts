import fc from 'fast-check'

/** What programs take for the start of a formula, and what they take it for all the same. */
export const disguises = [
  '=1+1', '+1+1', '-1+1', '@SUM(1,1)', '=HYPERLINK("https://example.com","x")', '\uff1d1+1', '\uff0b1+1', '\uff0d1+1', '\uff20SUM(1,1)',
  '\0=1+1', '\x1f=1+1', '\t=1+1', '\r=1+1', '\n=1+1', '\ufeff=1+1', '\u200b=1+1', '\u200f=1+1', '\u2066=1+1', ' =1+1', '\u00a0=1+1', '"=1+1', "'=1+1",
  "''=1+1", '\u2028=1+1', '\x85=1+1', '\u00ad=1+1', '\u2212' + '1+1', '\u207c1+1', '\ufe66' + '1+1', "=cmd|' /C calc'!A0", '-5', '+1 555 0100', '\u3000\u200e"\0\'=1+1'
]

const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code))
const others = ['\x7f', '\x80', '\x85', '\x9f', '\u2028', '\u2029', '\ufeff', '\ufffe', '\uffff', '\ufdd0', '\u{1ffff}', '\ud800', '\udfff', '\u00ad', '\u200b', '\u2060', '\u115f', '\u3164',
  '\u200e', '\u200f', '\u061c', '\u202a', '\u202c', '\u202e', '\u2066', '\u2067', '\u2069', '\u200c', '\u200d', '\u0627\u0644', '\u05d0', '\u{1f642}', 'e\u0301']
// What means something to the one or the other format.
const signs = ['_x000A_', '_x005F_x000D_', '&#10;', '&amp;', '<b>', ']]>', '\\n', '\\', ';', ',', ':', '"', "'", '(', ')', '%', '{', '\r\n', 'END:VEVENT', '\r\nBEGIN:VEVENT\r\n', 'word', ' ', '  ']

/** Any text that somebody may paste, or a file bring along. */
export const awkwardText = fc.oneof(
  fc.constantFrom(...disguises, ...controls, ...others, ...signs),
  fc.array(fc.oneof(fc.constantFrom(...controls), fc.constantFrom(...others), fc.constantFrom(...signs), fc.string({ unit: 'binary', maxLength: 8 })), { minLength: 1, maxLength: 14 }).map(all => all.join('')),
  fc.tuple(fc.constantFrom(...disguises), fc.constantFrom(...controls, ...others, ...signs)).map(both => both.join(''))
)

/** All of it at once: every control character between words, and every disguise on a line of its own. */
export const allAtOnce = [...controls, ...others, ...signs].map(text => `a${text}b`).join(' ') + '\n' + disguises.join('\n')
