using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>What the site is made of and by: named, allowed, pinned, and giving the same bytes everywhere.</summary>
public sealed partial class SupplyChainTests
{
    private const int Limit = 120_000;
    private const string Inventory = "theme/input/notices/sbom.cdx.json";
    private const string Notices = "theme/input/notices/third-party.txt";

    [Fact(Timeout = Limit)]
    public async Task The_inventory_names_every_package_that_is_shipped_and_that_builds()
    {
        var node = Programs.Need("node");
        var current = await Programs.Run(node, ["inventory.mjs", "--check"], folder: Repository.At("theme"));
        Assert.True(current.ExitCode == 0, current.Errors);

        var known = Components().ToDictionary(c => c.GetProperty("purl").GetString()!, Role);
        var locked = Repository.Files("theme", "package-lock.json").Concat(Repository.Files("tests", "package-lock.json")).SelectMany(NpmPackages)
            .Concat(new[] { "src", "theme", "tests" }.SelectMany(folder => Repository.Files(folder, "packages.lock.json")).SelectMany(NuGetPackages)).Distinct().ToList();
        Assert.True(locked.Count > 300);
        Assert.Empty(locked.Except(known.Keys));

        // Each module of others that stands in a script, and each font of the PDFs.
        var modules = await Programs.Run(node, ["shipped.mjs"], folder: Repository.At("theme"));
        using var scripts = JsonDocument.Parse(modules.Output);
        var others = scripts.RootElement.EnumerateObject().Select(m => m.Name).Concat(JsonSerializer.Deserialize<string[]>(Repository.Read("theme/pdf/fonts.json"))!.Select(f => "node_modules/" + f))
            .Select(m => Module().Match(m)).Where(m => m.Success).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.Contains("minisearch", others);
        Assert.Contains("@expo-google-fonts/vazirmatn", others);
        var shipped = known.Where(k => k.Value == "shipped").Select(k => Uri.UnescapeDataString(k.Key["pkg:npm/".Length..k.Key.LastIndexOf('@')])).ToList();
        Assert.Equal(others.Order(StringComparer.Ordinal), shipped.Order(StringComparer.Ordinal));
        Assert.All(shipped, name => Assert.Contains($"\n{name} ", Repository.Read(Notices), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_licence_is_allowed()
    {
        var components = Components().ToList();

        Assert.True(components.Count > 300);
        Assert.Empty(components.Where(c => !Licences.AreAllowed(Licence(c))).Select(c => $"{c.GetProperty("purl")}: '{Licence(c)}'"));
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("MIT AND OFL-1.1", true)]
    [InlineData("(MIT OR GPL-3.0-or-later)", true)]
    [InlineData("GPL-3.0-only", false)]
    [InlineData("MIT AND GPL-2.0-only", false)]
    [InlineData("MIT AND (AGPL-3.0-only OR SSPL-1.0)", false)]
    [InlineData("(MIT", false)]
    [InlineData("MIT ISC", false)]
    [InlineData("SEE LICENSE IN LICENSE.md", false)]
    [InlineData("UNLICENSED", false)]
    [InlineData("", false)]
    public void A_licence_that_is_not_allowed_is_found(string expression, bool allowed) => Assert.Equal(allowed, Licences.AreAllowed(expression));

    [Fact]
    public void Readers_find_the_notices_and_the_inventory()
    {
        Assert.Contains("(notices/third-party.txt)", Repository.Read("input/about.md"), StringComparison.Ordinal);
        Assert.Contains("(notices/sbom.cdx.json)", Repository.Read("input/about.md"), StringComparison.Ordinal);
        Assert.Contains("SIL OPEN FONT LICENSE", Repository.Read(Notices), StringComparison.Ordinal);
        Assert.Contains("Copyright 2022 Luca Ongaro", Repository.Read(Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void The_workflow_runs_nothing_that_is_not_pinned()
    {
        var workflows = Repository.Files(".github").Where(f => f.EndsWith(".yml", StringComparison.Ordinal)).ToList();
        var uses = workflows.SelectMany(f => Uses().Matches(Repository.Read(f))).Select(m => m.Groups[1].Value).ToList();
        string[] commands = [.. workflows, .. Repository.Files(".ci"), "netlify.toml"];

        Assert.NotEmpty(uses);
        Assert.All(uses, action => Assert.Matches("@[0-9a-f]{40}$", action));
        Assert.All(commands, file => Assert.DoesNotMatch(@"\bnpx\b|\bnpm exec\b|\bdotnet tool install\b|\|\s*(?:ba)?sh\b", Repository.Read(file)));
        // What is fetched is held against its hash.
        Assert.All(commands.Where(f => Repository.Read(f).Contains("curl ", StringComparison.Ordinal)), file => Assert.Contains("sha512sum --check", Repository.Read(file), StringComparison.Ordinal));
        using var sdk = JsonDocument.Parse(Repository.Read("global.json"));
        Assert.Contains($"/Sdk/{sdk.RootElement.GetProperty("sdk").GetProperty("version").GetString()}/", Repository.Read("netlify.toml"), StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task The_same_sources_give_the_same_bytes_elsewhere()
    {
        using var here = Site();
        using var there = Site();
        await here.Run("build", "--no-cache");
        Assert.True(here.ExitCode == 0, here.Console);
        // A process of its own: time zone and language are settled when one starts.
        using var home = new TemporaryFolder();
        var result = await Programs.Run(
            Programs.Need("env"),
            [
                $"HOME={home.Path}", "USER=somebody", "TZ=Pacific/Chatham", "LC_ALL=tr_TR.UTF-8", "LANG=tr_TR.UTF-8",
                Programs.Need("dotnet"), Repository.At("src/Toolkit.Cli/bin/Debug/net10.0/Toolkit.Cli.dll"), "build", "--no-cache", "-r", there.Root,
            ]);

        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        Assert.Contains(here.Files, f => f.EndsWith(".pdf", StringComparison.Ordinal));
        Assert.Contains(here.Files, f => f.EndsWith(".docx", StringComparison.Ordinal));
        Assert.Contains(here.Files, f => f.EndsWith(".zip", StringComparison.Ordinal));
        Assert.Equal(here.Snapshot(), there.Snapshot());
    }

    [Fact(Timeout = Limit)]
    public async Task Publishing_sends_what_the_host_does_not_have_and_waits_until_it_is_there()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("tools"));
        await File.WriteAllTextAsync(folder.File("index.html"), "Home", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.File("tools/für alle.html"), "For all", TestContext.Current.CancellationToken);
        var (sent, asked) = (new ConcurrentDictionary<string, string>(), 0);
        await using var host = await HostAsync(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            var text = await body.ReadToEndAsync(context.RequestAborted);
            Assert.Equal("Bearer secret", context.Request.Headers.Authorization.ToString());
            switch (context.Request.Method, context.Request.Path.Value!)
            {
                case ("POST", "/sites/ours/deploys"):
                    using (var wanted = JsonDocument.Parse(text))
                    {
                        Assert.Equal(Sha1("Home"), wanted.RootElement.GetProperty("files").GetProperty("/index.html").GetString());
                        var required = wanted.RootElement.GetProperty("files").GetProperty("/tools/für alle.html").GetString();
                        await context.Response.WriteAsJsonAsync(new { id = "d1", required = new[] { required } }, context.RequestAborted);
                    }

                    break;
                case ("PUT", var path):
                    sent[path] = text;
                    await context.Response.WriteAsJsonAsync(new { }, context.RequestAborted);
                    break;
                default:
                    await context.Response.WriteAsJsonAsync(new { state = ++asked < 3 ? "processing" : "ready" }, context.RequestAborted);
                    break;
            }
        });

        var result = await Programs.Run(
            Programs.Need("env"),
            [
                "NETLIFY_AUTH_TOKEN=secret", "NETLIFY_SITE_ID=ours", $"NETLIFY_API={host.Urls.First()}", "NETLIFY_PAUSE=1",
                Programs.Need("node"), Repository.At(".ci/publish-netlify.mjs"), folder.Path,
            ]);

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal("Published 2 files, 1 of them new.", result.Output.Trim());
        Assert.Equal(new Dictionary<string, string> { ["/deploys/d1/files/tools/für alle.html"] = "For all" }, sent);
        Assert.Equal(3, asked);
    }

    private static string Sha1(string text) =>
#pragma warning disable CA5350 // The host knows files by it; nothing is protected.
        Convert.ToHexStringLower(SHA1.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350

    private static async Task<WebApplication> HostAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static SiteRun Site() => new SiteRun()
        .WithPage("downloads.md", "All files.", "Title: Downloads\nLayout: downloads")
        .WithPage("einleitung.md", "Istanbul ISLANDS title, 1.234,5.\n\n::: checklist {#steps}\n## First {#first}\n- [ ] Do it. {#do}\n:::", "Title: Chapter I\nLayout: chapter\nXref: one\nUpdated: 2026-11-30");

    private static IEnumerable<JsonElement> Components()
    {
        using var json = JsonDocument.Parse(Repository.Read(Inventory));
        return [.. json.RootElement.GetProperty("components").EnumerateArray().Select(c => c.Clone())];
    }

    private static string Role(JsonElement component) => component.GetProperty("properties").EnumerateArray().First(p => p.GetProperty("name").GetString() == "toolkit:role").GetProperty("value").GetString()!;

    private static string Licence(JsonElement component) => component.GetProperty("licenses").EnumerateArray().First() is var licence && licence.TryGetProperty("expression", out var expression)
        ? expression.GetString()!
        : licence.GetProperty("license").GetProperty("id").GetString()!;

    private static IEnumerable<string> NpmPackages(string file)
    {
        using var json = JsonDocument.Parse(Repository.Read(file));
        return [.. json.RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0)
            .Select(p => $"pkg:npm/{p.Name.Split("node_modules/")[^1].Replace("@", "%40", StringComparison.Ordinal)}@{p.Value.GetProperty("version").GetString()}")];
    }

    private static IEnumerable<string> NuGetPackages(string file)
    {
        using var json = JsonDocument.Parse(Repository.Read(file));
        return [.. json.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(t => t.Value.EnumerateObject())
            .Where(p => p.Value.GetProperty("type").GetString() != "Project").Select(p => $"pkg:nuget/{p.Name}@{p.Value.GetProperty("resolved").GetString()}")];
    }

    [GeneratedRegex("node_modules/((?:@[^/]+/)?[^/]+)/")]
    private static partial Regex Module();

    [GeneratedRegex(@"^\s*-? *uses: ([^\s#]+)", RegexOptions.Multiline)]
    private static partial Regex Uses();
}
