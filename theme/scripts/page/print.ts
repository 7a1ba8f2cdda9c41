/**
 * Comes when the page is about to be printed, before answers are set out: what is not shown yet is shown now. `beforeprint`
 * itself comes to listeners in the order in which they were added, whether they capture or not.
 */
export const aboutToPrint = 'toolkit:print'

/** From the start, so that who listens to `beforeprint` itself is called when what this brings about by promises is there. */
export function tellOfPrinting (): void {
  addEventListener('beforeprint', () => { dispatchEvent(new Event(aboutToPrint)) })
}
