using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Toolkit.Cli;
using Toolkit.Cli.Reporting;
using Toolkit.Cli.Serving;
using Toolkit.Reading.Translations;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Cli;

public sealed partial class PreviewTests
{
    private const int Limit = 120_000;

    [Fact(Timeout = Limit)]
    public async Task An_edit_shows_and_the_browser_is_told_to_reload()
    {
        using var site = new SiteRun();
        await using var preview = await Preview.StartAsync(site);

        Assert.Contains("Welcome.", await preview.GetAsync("/"), StringComparison.Ordinal);
        using var events = await preview.ListenAsync();

        site.With("index.md", "---\nTitle: Home\n---\n\nWelcome back.\n");

        Assert.Equal("event: reload", await events.NextAsync());
        Assert.Contains("Welcome back.", await preview.GetAsync("/"), StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Settings_are_read_again()
    {
        using var site = new SiteRun();
        await using var preview = await Preview.StartAsync(site);
        using var events = await preview.ListenAsync();

        site.With("settings.yml", SiteRun.Settings.Replace("SiteTitle: Tiny", "SiteTitle: Renamed", StringComparison.Ordinal));

        Assert.Equal("event: reload", await events.NextAsync());
        Assert.Contains("Renamed", await preview.GetAsync("/index.html"), StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Both_languages_are_shown_and_each_says_what_is_not_there()
    {
        using var site = new SiteRun();
        site.With("settings.yml", SiteRun.Settings + "Languages: [en, es]\n");
        await using var preview = await Preview.StartAsync(site);
        using var events = await preview.ListenAsync();

        Assert.Contains("<span lang=\"en\">Welcome.</span>", await preview.GetAsync("/es/"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"es\"", await preview.GetAsync("/es/nowhere.html", HttpStatusCode.NotFound), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", await preview.GetAsync("/nowhere.html", HttpStatusCode.NotFound), StringComparison.Ordinal);

        site.With("es/index.md", $"---\n# source {SourceWords.Digits("Title: Home")}\nTitle: Inicio\n---\n");

        Assert.Equal("event: reload", await events.NextAsync());
        Assert.Contains("<h1>Inicio</h1>", await preview.GetAsync("/es/"), StringComparison.Ordinal);
        Assert.Contains("<h1>Home</h1>", await preview.GetAsync("/"), StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_mistake_is_shown_in_the_browser_and_the_last_good_site_stays()
    {
        using var site = new SiteRun();
        await using var preview = await Preview.StartAsync(site);
        using var events = await preview.ListenAsync();

        site.With("index.md", "---\nTitle: Home\n---\n\nSee [this](nowhere.md).\n");

        Assert.Equal("event: trouble", await events.NextAsync());
        Assert.StartsWith("data: input/index.md:5:5: error TK3003", await events.NextAsync(), StringComparison.Ordinal);
        Assert.Contains("Welcome.", await preview.GetAsync("/"), StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task The_preview_lives_on_whatever_comes_and_goes_in_the_input()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a right of its own there.");
        using var site = new SiteRun();
        using var outside = new TemporaryFolder();
        await File.WriteAllTextAsync(outside.File("secret.md"), "5 Elm Street", TestContext.Current.CancellationToken);
        await using var preview = await Preview.StartAsync(site);
        using var events = await preview.ListenAsync();
        string In(string path) => Path.Combine(site.Root, "input", path);
        (string Path, Func<string, Task> Make)[] intruders =
        [
            (".#index.md", path => Link(path, "anna@example.12345:1700000000")),
            ("gone.md", path => Link(path, "nowhere.md")),
            ("self.md", path => Link(path, "self.md")),
            ("again", path => Link(path, ".")),
            ("secret.md", path => Link(path, outside.File("secret.md"))),
            ("pipe.md", path => Programs.Run("mkfifo", [path])),
            ("bytes.md", path => File.WriteAllBytesAsync(path, [0xFF, 0xFE, 0x00])),
            ("what?.md", path => File.WriteAllTextAsync(path, "Words.")),
            ("raw.html", path => File.WriteAllTextAsync(path, "<script>alert(1)</script>")),
            ("folder", path =>
            {
                Directory.CreateDirectory(Path.Combine(path, "inner"));
                return File.WriteAllTextAsync(Path.Combine(path, "inner", "page.md"), "Words.");
            }),
        ];
        foreach (var (path, make) in intruders)
        {
            await make(In(path));
            // Something is saved while it is there, and it goes again.
            site.With("index.md", $"---\nTitle: Home\n---\n\nBeside {path}.\n");
            await events.NextAsync();
            if (Directory.Exists(In(path)) && path == "folder")
            {
                Directory.Delete(In(path), recursive: true);
            }
            else
            {
                File.Delete(In(path));
            }

            site.With("index.md", $"---\nTitle: Home\n---\n\nWithout {path}.\n");
            while (!(await preview.GetAsync("/")).Contains($"Without {path}.", StringComparison.Ordinal))
            {
                await events.NextAsync();
            }

            Assert.DoesNotContain("5 Elm Street", await preview.GetAsync("/secret.html", HttpStatusCode.NotFound), StringComparison.Ordinal);
        }

        static Task Link(string path, string target)
        {
            File.CreateSymbolicLink(path, target);
            return Task.CompletedTask;
        }
    }

    [Fact(Timeout = Limit)]
    public async Task A_link_that_stays_is_named_and_what_else_is_saved_shows()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a right of its own there.");
        using var site = new SiteRun();
        File.CreateSymbolicLink(Path.Combine(site.Root, "input", "again"), ".");
        File.CreateSymbolicLink(Path.Combine(site.Root, "input", ".#index.md"), "anna@example.12345:1700000000");
        await using var preview = await Preview.StartAsync(site);
        using var events = await preview.ListenAsync();

        site.With("index.md", "---\nTitle: Home\n---\n\nWelcome back.\n");

        Assert.Equal("event: reload", await events.NextAsync());
        Assert.Contains("Welcome back.", await preview.GetAsync("/"), StringComparison.Ordinal);
        Assert.Contains("input/again:1:1: warning TK1021", await preview.HearAsync("TK1021"), StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task A_document_that_is_being_made_is_waited_for_and_never_an_old_one()
    {
        using var site = new SiteRun().WithPage("one.md", "Before the edit.", "Title: One\nLayout: chapter");
        await using var preview = await Preview.StartAsync(site);
        using var events = await preview.ListenAsync();
        for (var edit = 1; edit <= 3; edit++)
        {
            site.WithPage("one.md", $"After edit {edit}.", "Title: One\nLayout: chapter");

            Assert.Equal("event: reload", await events.NextAsync());
            Assert.Equal("data: ", await events.NextAsync());
            Assert.Contains($"After edit {edit}.", WordsOf(await preview.BytesAsync("/downloads/chapter-one.docx")), StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = Limit)]
    public async Task When_documents_are_there_too_the_folder_is_what_a_build_writes()
    {
        using var site = new SiteRun().WithPage("one.md", "A chapter.", "Title: One\nLayout: chapter");
        await using (var preview = await Preview.StartAsync(site))
        {
            await preview.HearAsync("Wrote ");
        }

        var previewed = site.Snapshot();
        await site.Build();

        Assert.Equal(previewed, site.Snapshot());
    }

    [Fact(Timeout = Limit)]
    public async Task A_page_that_was_not_loaded_again_gets_the_newest_script_of_a_document()
    {
        using var site = new SiteRun().WithPage("one.md", "A chapter.", "Title: One\nLayout: chapter").WithPage("one-more.md", "Another.", "Title: Another\nLayout: chapter");
        await using var preview = await Preview.StartAsync(site);

        var script = await preview.GetAsync("/assets/docx-chapter-one.0123456789.js");

        Assert.StartsWith("toolkit.provide(\"docx/chapter-one\",\"", script, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(await preview.BytesAsync("/downloads/chapter-one.docx")), script, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Pages_have_the_site_s_headers_and_a_script_of_the_same_origin()
    {
        using var site = new SiteRun();
        await using var preview = await Preview.StartAsync(site);

        using var answer = await preview.Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("script-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("<script defer src=\"/_preview/reload.js\"></script>", page, StringComparison.Ordinal);
        Assert.Contains("EventSource", await preview.GetAsync("/_preview/reload.js"), StringComparison.Ordinal);
    }

    [Fact(Timeout = Limit)]
    public async Task Only_this_computer_s_own_names_are_answered()
    {
        using var site = new SiteRun();
        await using var preview = await Preview.StartAsync(site);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Host = "elsewhere.example";

        using var answer = await preview.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact(Timeout = Limit)]
    public async Task A_taken_port_is_said_with_what_to_do()
    {
        using var site = new SiteRun();
        await using var first = await Preview.StartAsync(site);
        using var other = new SiteRun();

        await other.Run("preview", "--no-pdf", "--port", $"{first.Client.BaseAddress!.Port}");

        Assert.Equal(
            $"Port {first.Client.BaseAddress.Port} is in use, perhaps by another preview. Stop that one, or choose another port: --port {first.Client.BaseAddress.Port + 1}.\n",
            other.Console);
        Assert.Equal(ExitCode.WrongCommandLine, other.ExitCode);
    }

    [Theory]
    [InlineData("/site/input/guide/a.md", nameof(Change.Content))]
    [InlineData("/site/input/settings.yml", nameof(Change.Content))]
    [InlineData("/theme/styles/site.scss", nameof(Change.Bundle))]
    [InlineData("/theme/scripts/start.ts", nameof(Change.Bundle))]
    [InlineData("/theme/words/en/pages.json", nameof(Change.Bundle))]
    [InlineData("/theme/pdf/guide.typ", nameof(Change.Content))]
    [InlineData("/theme/Layouts/Shell.razor", nameof(Change.Code))]
    [InlineData("/site/input/guide/.a.md.swp", nameof(Change.None))]
    [InlineData("/site/input/guide/a.md~", nameof(Change.None))]
    [InlineData("/site/input/guide/#a.md#", nameof(Change.None))]
    [InlineData("/site/input/guide/~$a.docx", nameof(Change.None))]
    [InlineData("/site/input/4913", nameof(Change.None))]
    public void A_change_asks_for_what_it_needs(string path, string change) =>
        Assert.Equal(change, SiteWatch.Of(path.Replace('/', Path.DirectorySeparatorChar), "/theme/".Replace('/', Path.DirectorySeparatorChar)).ToString());

    private static string WordsOf(byte[] docx)
    {
        using var package = new ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(package.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"http://localhost:\d+/")]
    private static partial Regex Address();

    /// <summary>A running preview.</summary>
    private sealed class Preview : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        private readonly Overheard _console = new();
        private Task<int> _run = Task.FromResult(0);

        public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

        public static async Task<Preview> StartAsync(SiteRun site)
        {
            var preview = new Preview();
            preview._run = Task.Run(() => CommandLine.RunAsync(
                ["preview", "--no-pdf", "--no-cache", "--port", "0", "-r", site.Root],
                new Terminal(preview._console, preview._console, TimeProvider.System),
                preview._stop.Token));
            preview.Client.BaseAddress = new Uri(Address().Match(await preview._console.HearAsync("Preview: ")).Value);
            return preview;
        }

        public Task<string> HearAsync(string words) => _console.HearAsync(words);

        public Task<byte[]> BytesAsync(string path) => Client.GetByteArrayAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        public Task<string> GetAsync(string path) => Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        /// <summary>What is answered with a status that says that something is not there.</summary>
        public async Task<string> GetAsync(string path, HttpStatusCode status)
        {
            using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(status, answer.StatusCode);
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        public async Task<Events> ListenAsync()
        {
            var reader = new StreamReader(await Client.GetStreamAsync(new Uri("/_preview/events", UriKind.Relative), TestContext.Current.CancellationToken));
            var events = new Events(reader);
            Assert.Equal(": listening", await events.NextAsync());
            return events;
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            Assert.Equal(ExitCode.Done, await _run.WaitAsync(TimeSpan.FromSeconds(30)));
            Client.Dispose();
            _stop.Dispose();
            await _console.DisposeAsync();
        }
    }

    /// <summary>The lines of an event stream.</summary>
    private sealed class Events(StreamReader reader) : IDisposable
    {
        public async Task<string> NextAsync()
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            deadline.CancelAfter(TimeSpan.FromSeconds(60));
            string line;
            do
            {
                line = await reader.ReadLineAsync(deadline.Token) ?? throw new EndOfStreamException();
            }
            while (line.Length == 0);
            return line;
        }

        public void Dispose() => reader.Dispose();
    }
}
