/** What search looks through; `src/Toolkit/Writing/Html/SearchData.cs` writes it. One shape, two homes: change both. */
export type SearchData = readonly PageData[]

/** Address from the root of the site, title, description, principle or 0, sections. */
export type PageData = readonly [string, string, string, number, readonly SectionData[]]

/** Anchor as it stands in an address, or '', heading or '', text. */
export type SectionData = readonly [string, string, string]
