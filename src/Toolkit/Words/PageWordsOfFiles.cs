namespace Toolkit.Words;

/// <summary>What pages say of the files that people can take along.</summary>
public sealed partial class PageWords
{
    private readonly Phrase _ending = words.Phrase("ending");
    private readonly Phrase _textOf = words.Phrase("title");
    private readonly Phrase _endingAndSize = words.Phrase("ending size");

    /// <summary>Heads the files of a chapter.</summary>
    public string TakeChapter { get; } = words.Text();

    /// <summary>Heads the files of a tool.</summary>
    public string TakeTool { get; } = words.Text();

    /// <summary>Heads blank files.</summary>
    public string Blank { get; } = words.Text();

    /// <summary>The name of a PDF as a link.</summary>
    public string PdfToFill { get; } = words.Text();

    /// <summary>A link to a file; all but the format is for screen readers.</summary>
    public Phrase FileOf { get; } = words.Phrase("format title");

    /// <summary>After the link to a file.</summary>
    public string Ending(string ending) => _ending.Fill(ending);

    /// <summary>After the link to a file whose size is known.</summary>
    public string EndingAndSize(string ending, string size) => _endingAndSize.Fill(ending, size);

    /// <summary>What is said of the whole site as one file, and of keeping it on a device.</summary>
    public TakeAlongWords TakeAlong { get; } = new(words.Group());

    /// <summary>Offers a document in another language.</summary>
    public OtherLanguageWords InOthers { get; } = new(words.Group());

    /// <summary>Heads the files that hold text alone.</summary>
    public string TextEditions { get; } = words.Text();

    /// <summary>Says what those files are.</summary>
    public string TextEditionsHint { get; } = words.Text();

    /// <summary>What such a file is called.</summary>
    /// <param name="title">Of the document with its forms, or of the format.</param>
    public string TextOf(string title) => _textOf.Fill(title);

    /// <summary>Heads the files of the whole guide.</summary>
    public string WholeGuide { get; } = words.Text();

    /// <summary>Heads the files of chapters.</summary>
    public string Chapters { get; } = words.Text();

    /// <summary>Heads the files of tools.</summary>
    public string ToolsTitle { get; } = words.Text();
}
