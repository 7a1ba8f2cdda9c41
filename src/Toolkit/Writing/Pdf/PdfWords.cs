namespace Toolkit.Writing.Pdf;

/// <summary>The words that PDFs add to an author's own: for another language, another set.</summary>
public sealed record PdfWords
{
    /// <summary>Before the number of a page.</summary>
    public string Page { get; init; } = "Page";

    /// <summary>Between the number of a page and the count of pages.</summary>
    public string Of { get; init; } = "of";

    /// <summary>Before the version of the guide.</summary>
    public string Version { get; init; } = "version";

    /// <summary>In the foot of a page, where the credit is too long to stand there itself.</summary>
    public string CreditAtEnd { get; init; } = "Credits on the last page";

    /// <summary>Over the credit at the end.</summary>
    public string Credit { get; init; } = "About this document";

    /// <summary>Over the table of contents.</summary>
    public string Contents { get; init; } = "Contents";

    /// <summary>Over the title of what belongs to a principle; {0} is its number, {1} how many there are.</summary>
    public string Principle { get; init; } = "Principle {0} of {1}";

    /// <summary>Over the terms explained at the end.</summary>
    public string Terms { get; init; } = "Words used here";

    /// <summary>Before an unnamed warning callout's text, for those who do not see its color.</summary>
    public string Warning { get; init; } = "Please read";

    /// <summary>Over the field that names the partner.</summary>
    public string Partner { get; init; } = "Partner";

    /// <summary>Under it.</summary>
    public string PartnerHint { get; init; } = "Which partner are these answers about?";

    /// <summary>Beside a question that matters most.</summary>
    public string Critical { get; init; } = "Look at this first";

    /// <summary>Beside the tick that asks for help.</summary>
    public string Help { get; init; } = "We need help with this";

    /// <summary>Over the evidence of an answer.</summary>
    public string Evidence { get; init; } = "How do you know?";

    /// <summary>Over the note of an answer.</summary>
    public string Note { get; init; } = "Note for your team";

    /// <summary>Under the label of a date.</summary>
    public string DateHint { get; init; } = "YYYY-MM-DD";

    /// <summary>Before the options of a choice.</summary>
    public string ChooseOne { get; init; } = "Choose one:";

    /// <summary>Names a row of a table without row names; {0} is its number.</summary>
    public string Row { get; init; } = "Row {0}";

    /// <summary>Before the number to text.</summary>
    public string TextTo { get; init; } = "or text";
}
