using Toolkit.Blocks;
using Toolkit.Cli.Serving;
using Toolkit.Tests.Support;
using Toolkit.Theme;
using Toolkit.Writing;
using Toolkit.Writing.Docx;
using Toolkit.Writing.Html;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>A format of documents that nothing but this test has ever heard of.</summary>
public sealed class FormatsTests : IDisposable
{
    private readonly SiteRun _site = new SiteRun()
        .With("settings.yml", SiteRun.Settings + "Host: toolkit.example.org\n")
        .WithPage("one.md", "First. [As a note](downloads/chapter-one.note)", "Title: One\nLayout: chapter")
        .WithPage("downloads.md", "All files.", "Title: Downloads\nLayout: downloads");

    private readonly DocxFormat _word = new([.. BlockCatalogue.All.Select(k => k.Docx)]);

    [Fact]
    public async Task Its_files_are_written_listed_and_offered_wherever_files_are()
    {
        await BuildAsync(_word, new NoteFormat());

        Assert.Equal("One: First. As a note", _site.Text("downloads/chapter-one.note"));
        Assert.Contains("\"file\": \"downloads/chapter-one.note\"", _site.Text("downloads/index.json"), StringComparison.Ordinal);
        Assert.Contains("\"format\": \"note\"", _site.Text("downloads/index.json"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"downloads/chapter-one.note\" download>Note<span class=\"vh\"> of One</span></a> <span>.note, 1 KB</span>", _site.Text("one.html"), StringComparison.Ordinal);
        var downloads = _site.Text("downloads.html");
        Assert.Contains("scope=\"col\">Word</th><th role=\"columnheader\" scope=\"col\">Note</th></tr>", downloads, StringComparison.Ordinal);
        Assert.Contains("<a href=\"downloads/chapter-one.note\" download>Note<span", downloads, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_get_its_bytes_only_where_it_takes_answers(bool takesAnswers)
    {
        await BuildAsync(_word, new NoteFormat { TakesAnswers = takesAnswers });

        Assert.Contains("\"docx/chapter-one\":", Manifest(), StringComparison.Ordinal);
        Assert.Equal(takesAnswers, Manifest().Contains("\"note/chapter-one\":", StringComparison.Ordinal));
        Assert.Equal(takesAnswers, _site.Files.Any(f => f.StartsWith("assets/note-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_is_made_later_is_promised_to_pages_only_where_they_need_it()
    {
        var report = await BuildAsync(later: true, new NoteFormat());

        Assert.True(report.DocumentsLeft);
        Assert.Contains("downloads/chapter-one.note", _site.Text("one.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("note/", Manifest(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_and_sitemap_are_the_same_with_it_and_without()
    {
        _site.WithPage("one.md", "First.", "Title: One\nLayout: chapter");
        await BuildAsync(_word);
        var (headers, sitemap) = (_site.Text("_headers"), _site.Text("sitemap.xml"));
        await BuildAsync(_word, new NoteFormat());

        Assert.Equal(headers, _site.Text("_headers"));
        Assert.Equal(sitemap, _site.Text("sitemap.xml"));
    }

    [Fact]
    public async Task A_link_to_a_file_of_a_format_that_there_is_not_is_an_error()
    {
        var report = await BuildAsync(_word);

        Assert.Contains(report.Problems, p => p.Code == "TK3003");
    }

    [Theory]
    [InlineData("downloads/chapter-one.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("downloads/chapter-one.pdf", "application/pdf")]
    [InlineData("downloads/chapter-one.note", "application/octet-stream")]
    public void A_preview_serves_the_types_of_the_formats_that_it_is_made_of(string path, string type) =>
        Assert.Equal(type, ServedHeaders.Of(path, SecurityHeaders.Plain).First(h => h.Key == "Content-Type").Value);

    public void Dispose() => _site.Dispose();

    private string Manifest() => _site.Text(_site.Files.Single(f => f.StartsWith("assets/manifest.", StringComparison.Ordinal)));

    private Task<BuildReport> BuildAsync(params IDocumentFormat[] formats) => BuildAsync(later: false, formats);

    private async Task<BuildReport> BuildAsync(bool later, params IDocumentFormat[] formats)
    {
        await using var builder = new SiteBuilder(
            BlockCatalogue.Reader(), new ThemeViews(), () => ThemeAssets.Load(Repository.At("theme/dist")), () => TestWords.Catalogue, formats);
        return await builder.BuildAsync(
            new BuildOptions { InputFolders = [Path.Combine(_site.Root, "input")], OutputFolder = _site.Output, DocumentsLater = later },
            cancellation: TestContext.Current.CancellationToken);
    }
}
