namespace Toolkit.Words;

/// <summary>What the page of downloads says of the whole site as one file, and what stands in that file.</summary>
public sealed class TakeAlongWords(WordSource words)
{
    private readonly Phrase _folderSize = words.Phrase("ending size");
    private readonly Phrase _folderSizeAndVersion = words.Phrase("ending size version");

    /// <summary>Heads the whole site as one file.</summary>
    public string Title { get; } = words.Text();

    /// <summary>Heads the .zip.</summary>
    public string AsFolder { get; } = words.Text();

    /// <summary>What the .zip is for.</summary>
    public string AsFolderHint { get; } = words.Text();

    /// <summary>The first step to a folder.</summary>
    public string FolderCopy { get; } = words.Text();

    /// <summary>The second step.</summary>
    public string FolderUnpack { get; } = words.Text();

    /// <summary>The third step; the name of the file is an element.</summary>
    public Phrase FolderOpen { get; } = words.Phrase("start");

    /// <summary>The button for the .zip.</summary>
    public string GetFolder { get; } = words.Text();

    /// <summary>What the .zip is, below its button.</summary>
    public string FolderSize(string ending, string size, string version) =>
        version.Length == 0 ? _folderSize.Fill(ending, size) : _folderSizeAndVersion.Fill(ending, size, version);

    /// <summary>Opens what is not the same from a folder.</summary>
    public string FromFolder { get; } = words.Text();

    /// <summary>What is the same.</summary>
    public string FromFolderSame { get; } = words.Text();

    /// <summary>Where answers are.</summary>
    public string FromFolderKept { get; } = words.Text();

    /// <summary>What pages do not share; the workbook is a link.</summary>
    public Phrase FromFolderPages { get; } = words.Phrase("workbook");

    /// <summary>Who sees the folder.</summary>
    public string FromFolderOthers { get; } = words.Text();

    /// <summary>Opens the check sum.</summary>
    public string CheckSum { get; } = words.Text();

    /// <summary>What the check sum is for.</summary>
    public string CheckSumHint { get; } = words.Text();

    /// <summary>Stands where a folder was not unpacked.</summary>
    public string UnpackFirst { get; } = words.Text();

    /// <summary>Leads from the folder's first page to the guide.</summary>
    public string OpenGuide { get; } = words.Text();
}
