// The same questions in SurveyJS's form library, kept at each answer as its handbook does it.
const survey = new Survey.Model(JSON.parse(document.getElementById('model').textContent))
survey.onValueChanged.add(() => sessionStorage.setItem('answers', JSON.stringify(survey.data)))
const kept = sessionStorage.getItem('answers')
if (kept !== null) survey.data = JSON.parse(kept)
survey.render(document.getElementById('survey'))
