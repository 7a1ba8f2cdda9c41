/** Prints one section of the page: the rest stays off the paper. */
export function printOne (section: HTMLElement): void {
  document.body.classList.add('print-one')
  section.classList.add('print-this')
  addEventListener('afterprint', () => {
    document.body.classList.remove('print-one')
    section.classList.remove('print-this')
  }, { once: true })
  print()
}
