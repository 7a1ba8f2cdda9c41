const rightwards = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{1e800}-\\u{1efff}'

/** Finds texts whose first letter belongs to a script that runs from right to left, such as Arabic. */
export const rightToLeft = new RegExp(`^\\P{L}*(?=\\p{L})[${rightwards}]`, 'u')

/** Finds, in such a text, what runs from left to right all the same: a name, with the spaces and numbers in it. */
export const leftToRight = new RegExp(`((?=\\p{L})[^${rightwards}](?:[^${rightwards}]*(?=[\\p{L}\\p{N}])[^${rightwards}])?)`, 'u')
