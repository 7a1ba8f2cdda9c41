using System.Security.Cryptography;
using System.Text.Json;
using Toolkit.Tests.Support;
using Toolkit.Writing;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>What a build writes so that readers can keep the guide on a device.</summary>
public sealed class KeptOnDeviceTests
{
    [Fact]
    public async Task The_list_holds_the_guide_file_by_file_as_it_was_built()
    {
        using var site = Site();
        await site.Build("-s", "Host=toolkit.example.org", "-s", "NetlifyRedirects=true");
        using var list = JsonDocument.Parse(site.Bytes("kept.json"));
        var files = list.RootElement.GetProperty("files").EnumerateArray()
            .ToDictionary(f => Uri.UnescapeDataString(f[0].GetString()!), f => (Bytes: f[1].GetInt32(), Hash: f[2].GetString()));

        string[] notKept = [WholeToolkit.Path, "kept.json", "sw.js", "_headers", "_redirects", "sitemap.xml", "robots.txt", OutputMark.Name];
        Assert.All(notKept, file => Assert.Contains(file, site.Files));
        Assert.Equal(site.Files.Except(notKept), files.Keys.Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal((site.Bytes(file.Key).Length, Convert.ToHexStringLower(SHA256.HashData(site.Bytes(file.Key)))), file.Value));
        Assert.Equal("1", list.RootElement.GetProperty("guide").GetString());
        Assert.Contains("data-part=\"device\"", site.Text("downloads.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_changes_with_any_file_and_with_nothing_else()
    {
        using var one = Site();
        using var same = Site();
        using var other = Site().With("handout.txt", "Changed.");
        await one.Build();
        await same.Build();
        await other.Build();

        Assert.Equal(one.Text("kept.json"), same.Text("kept.json"));
        Assert.NotEqual(Version(one), Version(other));
    }

    [Theory]
    [InlineData("KeepOnDevice=false", false)]
    [InlineData("", true)]
    public async Task A_site_that_does_not_offer_it_publishes_what_takes_it_away(string setting, bool withoutDownloads)
    {
        using var site = Site();
        if (withoutDownloads)
        {
            site.Without("downloads.md");
        }

        await site.Build(setting.Length == 0 ? [] : ["-s", setting]);

        Assert.DoesNotContain("kept.json", site.Files);
        Assert.Contains("unregister", site.Text("sw.js"), StringComparison.Ordinal);
        Assert.DoesNotContain("fetch", site.Text("sw.js"), StringComparison.Ordinal);
        Assert.DoesNotContain(site.Files.Where(f => f.EndsWith(".html", StringComparison.Ordinal)), f => site.Text(f).Contains("data-part=\"device\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_worker_loads_no_script_and_puts_nothing_into_caches()
    {
        using var site = Site();
        await site.Build();
        var worker = site.Text("sw.js");

        Assert.Contains("fetch", worker, StringComparison.Ordinal);
        Assert.DoesNotContain("importScripts", worker, StringComparison.Ordinal);
        Assert.DoesNotContain("import(", worker, StringComparison.Ordinal);
        Assert.DoesNotContain("eval", worker, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\.(?:put|add|addAll)\(", worker);
        Assert.DoesNotContain("skipWaiting", worker, StringComparison.Ordinal);
        Assert.DoesNotContain("indexedDB", worker, StringComparison.Ordinal);
    }

    private static string Version(SiteRun site)
    {
        using var list = JsonDocument.Parse(site.Bytes("kept.json"));
        return list.RootElement.GetProperty("version").GetString()!;
    }

    private static SiteRun Site() => new SiteRun()
        .WithPage("downloads.md", "All files.", "Title: Downloads\nLayout: downloads")
        .WithPage("ein kapitel über.md", "Text.", "Title: Chapter\nLayout: chapter\nXref: one\nRedirectFrom: old.html")
        .With("handout.txt", "As it is.");
}
