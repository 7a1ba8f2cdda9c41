using System.Globalization;
using System.Text.RegularExpressions;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Docx;

/// <summary>The contents of the whole guide's Word file, as LibreOffice shows them.</summary>
public sealed partial class ContentsTests
{
    [Fact]
    public async Task Every_entry_names_the_page_on_which_its_heading_stands()
    {
        using var folder = new TemporaryFolder();
        await Programs.Convert([Path.Combine(await BuiltGuide.Output, "downloads", "whole-guide.docx")], "pdf", folder.Path);
        var text = await Programs.Run(Programs.Need("pdftotext"), ["-layout", folder.File("whole-guide.pdf"), "-"]);
        var pages = text.Output.Split('\f').Select(page => page.Split('\n').Select(line => line.Trim()).ToList()).ToList();
        var start = pages.FindIndex(page => page.Contains("Contents"));
        Assert.True(start >= 0, "There are no contents.");
        var entries = pages.Skip(start).Take(2)
            .SelectMany(page => page.Select(line => Entry().Match(line)).Where(match => match.Success))
            .Select(match => (Title: match.Groups[1].Value, Page: int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)))
            .Where(entry => !entry.Title.EndsWith("Page", StringComparison.Ordinal) && !entry.Title.Contains(" of ", StringComparison.Ordinal))
            .ToList();

        Assert.InRange(entries.Count, 30, 100);
        Assert.Empty(entries.Where(entry => !pages[entry.Page - 1].Contains(entry.Title)).Select(entry => $"{entry.Title} is not on page {entry.Page}"));
    }

    [GeneratedRegex(@"^(\S.*?)[ .]{2,}(\d+)$")]
    private static partial Regex Entry();
}
