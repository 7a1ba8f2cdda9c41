/** The name of the property. */
export const metadataKey = 'PartnershipToolkit'

/** The file was refused; nothing was changed. The words for the reason stand where it is shown. */
export class Refused extends Error {
  constructor (readonly reason: 'not-ours' | 'encrypted' | 'damaged' | 'too-large' | 'newer' | 'cancelled'
    | 'empty' | 'open-document' | 'zip-folder' | 'old-word' | 'other-kind' | 'old-browser') {
    super()
    this.name = 'Refused'
  }
}
