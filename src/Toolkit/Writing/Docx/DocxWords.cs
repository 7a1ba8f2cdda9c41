namespace Toolkit.Writing.Docx;

/// <summary>The words that the Word files add to what authors wrote, in one place for translation.</summary>
internal static class DocxWords
{
    public const string Contents = "Contents";
    public const string WordsUsedHere = "Words used here";
    public const string AboutThisDocument = "About this document";
    public const string GoodToKnow = "Good to know";
    public const string PleaseRead = "Please read";
    public const string Example = "Example";
    public const string Number = "No.";
    public const string Question = "Question";
    public const string Answer = "Your answer";
    public const string KeyQuestion = "Key question";
    public const string NeedHelp = "We need help with this";
    public const string HowDoYouKnow = "How do you know?";
    public const string Note = "Note for your team";
    public const string Row = "Row";

    public const string HowToAnswer =
        "On screen, choose from the list. On paper, circle your answer. Write about organizations and roles, never about a survivor.";

    public const string HowToFill =
        "On screen, write in the boxes and choose from the lists. On paper, write or circle your answer. Write about organizations and roles, never about a survivor.";

    public const string HowToTick = "Tick what is done, on screen or on paper.";

    public const string AddRows = "To add a row in Word, choose the last row and then the plus sign at its end.";

    public const string PictureLeftOut = "This picture is on the web page:";

    public static string PrincipleOf(int number, int count, string title) => $"Principle {number} of {count}: {title}";

    public static string OnPaper(IEnumerable<string> options) => string.Join("  \u00b7  ", options.Select(o => o.Replace(' ', '\u00a0')));

    public static string Version(string version) => $"Guide version {version}";

    public static string BringBack(string page) =>
        $"When you have filled this in, you can bring your answers back: open \u201c{page}\u201d in the toolkit and drop this file there.";

    public static string TextTo(string number) => $"text {number}";
}
