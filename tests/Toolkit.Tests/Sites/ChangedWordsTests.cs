using System.Text;
using Toolkit.Blocks;
using Toolkit.Model;
using Toolkit.Tests.Support;
using Toolkit.Theme;
using Toolkit.Words;
using Toolkit.Writing.Html;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>A word that was changed in the catalogue is made into all that says it, and into nothing else.</summary>
public sealed class ChangedWordsTests : IDisposable
{
    private readonly SiteRun _site = new SiteRun().WithPage("chapter.md", "Some text.", "Title: One chapter\nLayout: chapter");
    private readonly TemporaryFolder _words = new();
    private readonly CountedFormat _format = new();

    public ChangedWordsTests()
    {
        Directory.CreateDirectory(_words.File("en"));
        foreach (var file in new[] { "common.json", "pages.json", "documents.json" })
        {
            File.Copy(Path.Combine(TestWords.Folder, "en", file), Path.Combine(_words.File("en"), file));
        }
    }

    [Fact]
    public async Task A_word_of_pages_makes_pages_again_and_no_document()
    {
        await Build();
        Change("pages", "Exit this page quickly", "Leave at once");
        var report = await Build();

        Assert.False(report.Unchanged);
        Assert.Contains("Leave at once", _site.Text("chapter.html"), StringComparison.Ordinal);
        Assert.Equal(["chapter-chapter"], _format.Written);
    }

    [Theory]
    [InlineData("documents", "About this document", "Where this comes from")]
    [InlineData("common", "Words used here", "Words on this page")]
    public async Task A_word_that_documents_can_say_makes_them_again(string area, string from, string to)
    {
        await Build();
        Change(area, from, to);
        await Build();

        Assert.Equal(["chapter-chapter", "chapter-chapter"], _format.Written);
    }

    [Fact]
    public async Task Where_no_word_has_changed_nothing_is_done()
    {
        await Build();

        Assert.True((await Build()).Unchanged);
    }

    [Fact]
    public async Task A_word_that_is_missing_ends_the_run_and_leaves_the_output()
    {
        await Build();
        var before = _site.Snapshot();
        Change("pages", "\"home\"", "\"hoem\"");

        var problem = await Assert.ThrowsAsync<WordsException>(Build);

        Assert.Contains("pages.json: 'home' is missing", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, _site.Snapshot());
    }

    public void Dispose()
    {
        _site.Dispose();
        _words.Dispose();
    }

    private void Change(string area, string from, string to)
    {
        var file = Path.Combine(_words.File("en"), $"{area}.json");
        var text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private async Task<BuildReport> Build()
    {
        await using var builder = new SiteBuilder(
            BlockCatalogue.Reader(), new ThemeViews(), () => ThemeAssets.Load(Repository.At("theme/dist")), () => WordCatalogue.Load(_words.Path), [_format]);
        return await builder.BuildAsync(
            new BuildOptions { InputFolders = [Path.Combine(_site.Root, "input")], OutputFolder = _site.Output, CacheFolder = Path.Combine(_site.Root, "cache") },
            cancellation: TestContext.Current.CancellationToken);
    }

    /// <summary>Writes documents in plain words, and counts them.</summary>
    private sealed class CountedFormat : NoteFormat
    {
        public List<string> Written { get; } = [];

        public override Task<byte[]> WriteAsync(Document document, SiteSettings settings, LanguageWords words, CancellationToken cancellation)
        {
            lock (Written)
            {
                Written.Add(document.Id);
            }

            return Task.FromResult(Encoding.UTF8.GetBytes($"{document.Title}. {words.Documents.About}"));
        }
    }
}
