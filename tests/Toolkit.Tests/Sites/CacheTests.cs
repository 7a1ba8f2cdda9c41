using Toolkit.Cli;
using Toolkit.Tests.Support;
using Toolkit.Writing;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>Whatever becomes of the cache, what is published is what was written.</summary>
public sealed class CacheTests : IDisposable
{
    private const string Key = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private readonly SiteRun _site = new SiteRun().WithPage("one.md", "First.", "Title: One\nLayout: chapter");

    private string Cache => Path.Combine(_site.Root, "cache");

    [Theory]
    [InlineData("emptied")]
    [InlineData("half written")]
    [InlineData("one bit turned")]
    [InlineData("another file")]
    [InlineData("a folder")]
    [InlineData("a link to nowhere")]
    public async Task A_damaged_file_is_made_again(string damage)
    {
        await _site.Run("build", "--no-pdf");
        var whole = _site.Snapshot();
        Directory.Delete(_site.Output, recursive: true);
        foreach (var file in Directory.GetFiles(Cache, "*", SearchOption.AllDirectories))
        {
            Damage(file, damage);
        }

        await _site.Run("build", "--no-pdf");

        Assert.True(_site.ExitCode == ExitCode.Done, _site.Console);
        Assert.Equal(whole, _site.Snapshot());
    }

    [Fact]
    public async Task A_cache_that_is_no_folder_is_done_without()
    {
        await File.WriteAllTextAsync(Cache, "keep me", TestContext.Current.CancellationToken);

        await _site.Run("build", "--no-pdf");

        Assert.True(_site.ExitCode == ExitCode.Done, _site.Console);
        Assert.Equal("keep me", await File.ReadAllTextAsync(Cache, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_somebody_else_keeps_in_the_folder_stays_and_what_was_left_half_written_goes()
    {
        using var folder = new TemporaryFolder();
        string[] others = ["letter.docx", "notes.txt", $"{Key}.docx.bak2", Key];
        string[] ours = [$"{Key}.docx", $"{Key}.pdf", $"{Key}.docx.1234", $"{Key}.docx.a1b2c3d4"];
        foreach (var name in others.Concat(ours))
        {
            File.WriteAllText(folder.File(name), "");
            File.SetLastWriteTimeUtc(folder.File(name), DateTime.UtcNow.AddDays(-2));
        }

        File.WriteAllText(folder.File($"{Key}.pdf.12345678"), "being written");

        new DocumentCache(folder.Path).Tidy();

        Assert.Equal(others.Append($"{Key}.pdf.12345678").Order(StringComparer.Ordinal), Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Runs_that_keep_and_find_at_once_never_see_half_a_file()
    {
        using var folder = new TemporaryFolder();
        byte[][] contents = [[.. Enumerable.Repeat((byte)1, 300_000)], [.. Enumerable.Repeat((byte)2, 200_000)]];

        await Parallel.ForEachAsync(Enumerable.Range(0, 200), TestContext.Current.CancellationToken, (i, _) =>
        {
            var cache = new DocumentCache(folder.Path);
            cache.Keep(Key, "docx", contents[i % 2]);
            var found = cache.Find(Key, "docx");
            cache.Tidy();
            Assert.True(found is null || contents.Any(c => c.AsSpan().SequenceEqual(found)));
            return ValueTask.CompletedTask;
        });

        Assert.Equal($"{Key}.docx", Assert.Single(Directory.GetFiles(folder.Path).Select(Path.GetFileName)));
    }

    public void Dispose() => _site.Dispose();

    private static void Damage(string file, string damage)
    {
        var bytes = File.ReadAllBytes(file);
        File.Delete(file);
        switch (damage)
        {
            case "emptied":
                File.WriteAllBytes(file, []);
                break;
            case "half written":
                File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
                break;
            case "one bit turned":
                bytes[bytes.Length / 2] ^= 4;
                File.WriteAllBytes(file, bytes);
                break;
            case "another file":
                File.WriteAllText(file, "null");
                break;
            case "a folder":
                Directory.CreateDirectory(Path.Combine(file, "inner"));
                break;
            default:
                File.CreateSymbolicLink(file, "nowhere");
                break;
        }
    }
}
