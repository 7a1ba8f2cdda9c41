using Toolkit.Blocks;
using Toolkit.Model;
using Toolkit.Tests.Support;
using Toolkit.Theme;
using Toolkit.Words;
using Toolkit.Writing.Html;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>Pages that are written before the documents they offer.</summary>
public sealed class DocumentsLaterTests : IDisposable
{
    private readonly SiteRun _site = new SiteRun()
        .WithPage("one.md", "First.", "Title: One\nLayout: chapter")
        .WithPage("two.md", "Second.", "Title: Two\nLayout: chapter");

    private readonly CountedFormat _format = new() { TakesAnswers = true };

    [Fact]
    public async Task Pages_offer_what_is_not_made_yet_without_its_size()
    {
        var report = await BuildAsync(later: true);

        Assert.True(report.DocumentsLeft);
        Assert.Empty(_format.Written);
        Assert.Contains("downloads/chapter-one.note", _site.Text("one.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(" KB", _site.Text("one.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(_site.Files, f => f.StartsWith("downloads/", StringComparison.Ordinal));
        Assert.Contains("\"note/chapter-one\":\"assets/note-chapter-one.", Manifest(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_an_edit_changes_is_left_to_later()
    {
        await BuildAsync(later: false);
        _format.Written.Clear();
        _site.WithPage("two.md", "Second, changed.", "Title: Two\nLayout: chapter");
        var report = await BuildAsync(later: true);

        Assert.True(report.DocumentsLeft);
        Assert.Contains(_site.Files, f => f == "downloads/chapter-one.note");
        Assert.DoesNotContain(_site.Files, f => f is "downloads/chapter-two.note" or "downloads/whole-guide.note");

        await BuildAsync(later: false);

        Assert.Equal(["chapter-two", "whole-guide"], _format.Written.Order());
    }

    [Theory]
    [InlineData("two.md", "---\nTitle: Two\nLayout: chapter\n---\n\nSecond, changed.\n")]
    [InlineData("two.md", "---\nTitle: Two, renamed\nLayout: chapter\n---\n\nSecond.\n")]
    [InlineData("settings.yml", "SiteTitle: Renamed\nPaper: A4\n")]
    [InlineData("three.md", "---\nTitle: Three\nLayout: chapter\n---\n\nThird.\n")]
    public async Task After_an_edit_a_run_writes_what_a_whole_one_would(string file, string content)
    {
        await BuildAsync(later: false);
        _site.With(file, content);
        await BuildAsync(later: false);
        var afterEdit = _site.Snapshot();
        Directory.Delete(Cache, recursive: true);
        Directory.Delete(_site.Output, recursive: true);
        await BuildAsync(later: false);

        Assert.Equal(_site.Snapshot(), afterEdit);
    }

    [Fact]
    public async Task A_later_run_ends_where_a_whole_one_would_have()
    {
        await BuildAsync(later: true);
        var report = await BuildAsync(later: false);
        var inTwoSteps = _site.Snapshot();
        Directory.Delete(Cache, recursive: true);
        Directory.Delete(_site.Output, recursive: true);
        await BuildAsync(later: false);

        Assert.False(report.DocumentsLeft);
        Assert.Equal(_site.Snapshot(), inTwoSteps);
    }

    [Fact]
    public async Task A_run_that_was_overtaken_writes_nothing()
    {
        await BuildAsync(later: true);
        var before = _site.Snapshot();
        using var overtaken = new CancellationTokenSource();
        _format.BeforeWriting = overtaken.Cancel;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => BuildAsync(later: false, overtaken.Token));

        Assert.Equal(before, _site.Snapshot());
    }

    public void Dispose() => _site.Dispose();

    private string Cache => Path.Combine(_site.Root, "cache");

    private string Manifest() => _site.Text(_site.Files.Single(f => f.StartsWith("assets/manifest.", StringComparison.Ordinal)));

    private async Task<BuildReport> BuildAsync(bool later, CancellationToken? cancellation = null)
    {
        await using var builder = new SiteBuilder(
            BlockCatalogue.Reader(), new ThemeViews(), () => ThemeAssets.Load(Repository.At("theme/dist")), () => TestWords.Catalogue, [_format]);
        return await builder.BuildAsync(
            new BuildOptions { InputFolders = [Path.Combine(_site.Root, "input")], OutputFolder = _site.Output, CacheFolder = Cache, DocumentsLater = later },
            cancellation: cancellation ?? TestContext.Current.CancellationToken);
    }

    /// <summary>Counts the documents that it writes.</summary>
    private sealed class CountedFormat : NoteFormat
    {
        public List<string> Written { get; } = [];

        public Action BeforeWriting { get; set; } = () => { };

        public override Task<byte[]> WriteAsync(Document document, SiteSettings settings, LanguageWords words, CancellationToken cancellation)
        {
            BeforeWriting();
            cancellation.ThrowIfCancellationRequested();
            lock (Written)
            {
                Written.Add(document.Id);
            }

            return base.WriteAsync(document, settings, words, cancellation);
        }
    }
}
