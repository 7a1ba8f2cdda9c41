// The least that keeps answers: what a page of questions costs at all.
const form = document.querySelector('form')
const kept = JSON.parse(sessionStorage.getItem('answers') ?? '{}')
for (const [name, value] of Object.entries(kept)) {
  const field = form.elements[name]
  if (field !== undefined) field.value = value
}
form.addEventListener('input', () => {
  sessionStorage.setItem('answers', JSON.stringify(Object.fromEntries(new FormData(form))))
})
