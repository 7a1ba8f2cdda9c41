namespace Toolkit.Model;

/// <summary>
/// The text of which the wording of a field is made (<see cref="Field.Wording"/>): the question in the guide's first language, then a
/// line for each option. Answers that people saved carry these digits, so this is a format: it is never shown, never translated and
/// never changed, whatever the program calls these things by now. What is shown comes from the catalogue of words.
/// </summary>
internal static class WordingSource
{
    /// <summary>Before the question, for the tick that asks for help.</summary>
    public const string HelpPrefix = "We need help with this: ";

    /// <summary>Before the question, for the note.</summary>
    public const string NotePrefix = "Note: ";

    /// <summary>Before the question, for what an answer rests on.</summary>
    public const string EvidencePrefix = "How do you know? ";

    /// <summary>The text of a question and its options.</summary>
    /// <param name="question">In the guide's first language, with its prefix where the field has one.</param>
    /// <param name="options">In the guide's first language; none for other kinds than choices.</param>
    public static string Of(string question, IReadOnlyList<Option> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return string.Join('\n', [question, .. options.Select(o => o.Id + "=" + o.Label)]);
    }
}
