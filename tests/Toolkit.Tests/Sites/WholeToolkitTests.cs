using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Toolkit.Tests.Support;
using Toolkit.Writing;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>The site as one .zip.</summary>
public sealed class WholeToolkitTests
{
    [Fact]
    public async Task It_holds_all_but_itself_and_what_only_hosts_use()
    {
        using var site = Site();
        await site.Build("-s", "Host=toolkit.example.org", "-s", "NetlifyRedirects=true");
        var files = Unpacked(site);

        string[] notIn = [WholeToolkit.Path, "_headers", "_redirects", "sitemap.xml", "robots.txt", "sw.js", "kept.json", OutputMark.Name];
        Assert.All(notIn, file => Assert.Contains(file, site.Files));
        Assert.Equal([.. site.Files.Except(notIn).Concat(["start.html", "start.js"]).Order(StringComparer.Ordinal)], files.Keys.Order(StringComparer.Ordinal));
        string[] other = ["downloads.html", "downloads/index.json", "start.html", "start.js"];
        Assert.All(files.Where(f => !other.Contains(f.Key)), file => Assert.Equal(site.Bytes(file.Key), file.Value));
        Assert.Equal("start.html", files.Keys.First());
    }

    [Fact]
    public async Task It_is_offered_first_with_its_size_and_not_by_its_own_pages()
    {
        using var site = Site();
        await site.Build();
        var (files, zip) = (Unpacked(site), site.Bytes(WholeToolkit.Path));

        Assert.Contains("href=\"downloads/partnership-toolkit.zip\" download", site.Text("downloads.html"), StringComparison.Ordinal);
        Assert.Contains($".zip, {(zip.Length + 1023) / 1024} KB, version 1", site.Text("downloads.html"), StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(zip)), site.Text("downloads.html"), StringComparison.Ordinal);
        using var list = JsonDocument.Parse(site.Bytes("downloads/index.json"));
        Assert.Equal("downloads/partnership-toolkit.zip", list.RootElement[0].GetProperty("file").GetString());
        Assert.Equal(zip.Length, list.RootElement[0].GetProperty("bytes").GetInt32());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(zip)), list.RootElement[0].GetProperty("sha256").GetString());
        Assert.All(files, file => Assert.DoesNotContain("partnership-toolkit.zip", Encoding.UTF8.GetString(file.Value), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes_wherever_and_whenever_it_is_built()
    {
        using var one = Site();
        using var other = Site();
        await one.Build();
        await other.Build();

        Assert.Equal(one.Bytes(WholeToolkit.Path), other.Bytes(WholeToolkit.Path));
        using var zip = new ZipArchive(new MemoryStream(one.Bytes(WholeToolkit.Path)));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        // Files that everybody may read, and nothing that runs.
        Assert.All(zip.Entries, entry => Assert.Equal(0b1_000_000_110_100_100 << 16, entry.ExternalAttributes));
    }

    [Fact]
    public async Task It_can_be_left_out()
    {
        using var site = Site();
        await site.Build("-s", "WholeToolkit=false");

        Assert.DoesNotContain(WholeToolkit.Path, site.Files);
        Assert.DoesNotContain(".zip", site.Text("downloads.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(".zip", site.Text("downloads/index.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_a_page_of_downloads_has_none()
    {
        using var site = Site().Without("downloads.md");
        await site.Build();

        Assert.Equal(0, site.ExitCode);
        Assert.DoesNotContain(WholeToolkit.Path, site.Files);
    }

    [Fact]
    public async Task A_page_of_the_authors_own_may_be_the_one_that_people_open()
    {
        using var site = Site().WithPage("start.md", "Mine.", "Title: Mine");
        await site.Build();

        Assert.Equal(site.Bytes("start.html"), Unpacked(site)["start.html"]);
    }

    private static SiteRun Site() => new SiteRun()
        .WithPage("downloads.md", "All files.", "Title: Downloads\nLayout: downloads")
        .WithPage("ein kapitel über.md", "Text.", "Title: Chapter\nLayout: chapter\nXref: one\nRedirectFrom: old.html")
        .With("handout.txt", "As it is.");

    /// <summary>What lies in the .zip, in its order.</summary>
    private static Dictionary<string, byte[]> Unpacked(SiteRun site)
    {
        using var zip = new ZipArchive(new MemoryStream(site.Bytes(WholeToolkit.Path)));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var from = entry.Open();
            using var to = new MemoryStream();
            from.CopyTo(to);
            return to.ToArray();
        });
    }
}
