// How scripts are written, and their format. Run by .ci/lint.
import { join } from 'node:path'
import stylistic from '@stylistic/eslint-plugin'
import tseslint from 'typescript-eslint'

const theme = join(import.meta.dirname, '../../theme')

const format = stylistic.configs.customize({ indent: 2, quotes: 'single', semi: false, commaDangle: 'never', braceStyle: '1tbs', quoteProps: 'as-needed' })

/** Where we differ from it. */
const formatRules = {
  '@stylistic/space-before-function-paren': ['error', 'always'],
  '@stylistic/arrow-parens': ['error', 'as-needed', { requireForBlockBody: false }],
  '@stylistic/max-statements-per-line': 'off',
  '@stylistic/list-style': 'off',
  '@stylistic/quote-props': ['error', 'as-needed'],
  '@stylistic/generator-star-spacing': ['error', 'both'],
  '@stylistic/yield-star-spacing': ['error', 'both'],
  '@stylistic/quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: 'always' }],
  '@stylistic/multiline-ternary': 'off',
  '@stylistic/operator-linebreak': ['error', 'after', { overrides: { '?': 'before', ':': 'before', '|': 'before', '=': 'after' } }]
}

export default tseslint.config(
  { ignores: ['bin/**', 'obj/**', 'dist/**'] },
  {
    files: ['**/*.ts'],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      format
    ],
    languageOptions: { parserOptions: { project: 'tsconfig.test.json', tsconfigRootDir: theme } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // A promise is awaited, returned, or left with `void` on purpose; node:test waits for its own.
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', name: ['test'], package: 'node:test' }] }],
      // What the compiler cannot know and a reader can.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Numbers are text in many places; objects never are.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // The compiler asks for brackets where a name is not declared.
      '@typescript-eslint/dot-notation': 'off',
      // Older browsers lack what the types promise.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Limits are numbers with names, and may be alike.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-duplicate-enum-values': 'off',
      // 20 * 1024 * 1024 says more than 20971520.
      '@typescript-eslint/prefer-literal-enum-member': 'off',
      // An empty text is nothing, too.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, boolean: true } }],
      // The first character by its number is shorter in what is loaded.
      '@typescript-eslint/prefer-string-starts-ends-with': ['error', { allowSingleElementEquality: 'always' }],
      // Text is spread into its characters on purpose.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      // It takes a sixth of the time and finds what the compiler finds.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A function may promise because its kind does.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // What the browser's own requests give as a reason.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      ...formatRules
    }
  },
  {
    files: ['**/*.test.ts', '**/testing/**'],
    rules: {
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/unbound-method': 'off'
    }
  },
  {
    // That there is no value is thrown often, and never seen outside: a stack for each would cost more than the reading.
    files: ['**/documents/pdf-parser.ts'],
    rules: { '@typescript-eslint/only-throw-error': 'off' }
  },
  {
    // What builds and tries the scripts: their format alone.
    files: ['**/*.mjs'],
    extends: [format],
    rules: formatRules
  }
)
