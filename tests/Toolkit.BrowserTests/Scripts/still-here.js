// Where words stand on the page: elements whose own text, attributes or value hold them.
words => [...document.querySelectorAll('*')].filter(element =>
  [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.includes(words)) ||
  [...element.attributes].some(attribute => attribute.value.includes(words)) ||
  (typeof element.value === 'string' && element.value.includes(words))
).map(element => `${element.localName}.${element.className} in ${element.closest('[data-part]')?.dataset.part ?? 'the page'}`)
