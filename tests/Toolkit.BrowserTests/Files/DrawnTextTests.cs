using System.Text;
using Toolkit.BrowserTests.Support;
using Toolkit.Tests.Pdf;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.BrowserTests.Files;

/// <summary>
/// PDFs filled by the browser in scripts that their own font has no letters for: it draws these as pictures. Every PDF of the
/// guide, every field of it, and as accessible, sound and readable again as a blank one.
/// </summary>
public sealed class DrawnTextTests(GuideSite site)
{
    /// <summary>Fills a PDF with the scripts of the site itself; each text field with the next of the texts. The file, and what is wrong with it.</summary>
    private static readonly string Fill = Script.Named("fill-and-read");

    private static readonly string[] Texts =
    [
        "نعمل معا", "Chúng tôi cùng làm việc", "我们一起工作", "Yes 👍🏽 👩‍👩‍👧", "Plain, señora",
        "نلتقي في Harbor Street 24\nكل أسبوع", "ביחד, 2026", "một dòng\nhai dòng",
    ];

    /// <summary>Whether a script is one that the pages of the source load: each language has its own.</summary>
    private static Func<string, bool> OfTheSource(GuideSite site)
    {
        var page = File.ReadAllText(Path.Combine(site.Output, "index.html"));
        var start = page.IndexOf("data-manifest=\"", StringComparison.Ordinal) + "data-manifest=\"".Length;
        var manifest = File.ReadAllText(Path.Combine(site.Output, page[start..page.IndexOf('"', start)]));
        return script => manifest.Contains(Path.GetFileName(script), StringComparison.Ordinal);
    }

    [Fact(Timeout = GuideSite.LongLimit)]
    public async Task Every_PDF_that_the_browser_drew_answers_into_keeps_the_rules_of_PDF_UA_and_is_sound()
    {
        using var folder = new TemporaryFolder();
        await using var visit = await site.OpenAsync("404.html");
        await visit.Page.EvaluateAsync("() => { window.provided = {}; window.toolkit = { provide: (name, value) => { window.provided[name] = value } } }");
        foreach (var script in new[] { "guide.*.js", "documents.*.js", "reader.*.js", "drawing.*.js", "pdf-*.js" }.SelectMany(pattern => Directory.GetFiles(Path.Combine(site.Output, "assets"), pattern)).Where(OfTheSource(site)))
        {
            await visit.Page.EvaluateAsync(await File.ReadAllTextAsync(script, TestContext.Current.CancellationToken));
        }

        var ids = await visit.Page.EvaluateAsync<string[]>("() => provided.guide.documents.filter(d => d.instruments.length > 0).map(d => d.id)");
        Assert.NotEmpty(ids);
        // A checklist of our own holds ticks alone, and those are no text.
        var written = await visit.Page.EvaluateAsync<string[]>(
            """
            () => {
              const instruments = new Map(provided.guide.instruments.map(i => [i.id, i]))
              const writes = i => i.perPartner || i.parts.some(part => 'table' in part || /text|long/.test(part.field.kind))
              return provided.guide.documents.filter(d => d.instruments.some(id => writes(instruments.get(id)))).map(d => d.id)
            }
            """);
        foreach (var id in ids)
        {
            var filled = await visit.Page.EvaluateAsync<string[]>(Fill, new object[] { id, Texts });
            var bytes = Convert.FromBase64String(filled[0]);
            var path = folder.File(id + ".pdf");
            await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

            Assert.True(filled.Length == 1, $"{id}: {string.Join(", ", filled.Skip(1))}");
            Assert.Equal(written.Contains(id), Encoding.Latin1.GetString(bytes).Contains("/Ink Do", StringComparison.Ordinal));
            Assert.Empty(PdfUaChecker.Check(bytes).Select(finding => $"{id}: {finding}"));
            var check = await Programs.Run(Programs.Need("qpdf"), ["--check", path]);
            Assert.True(check.ExitCode == 0, $"{id}: {check.Output}{check.Errors}");
            Assert.Contains("No syntax or stream encoding errors found", check.Output, StringComparison.Ordinal);
        }

        visit.AssertQuiet();
    }
}
