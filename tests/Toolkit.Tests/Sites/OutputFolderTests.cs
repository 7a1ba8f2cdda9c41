using System.Diagnostics;
using Toolkit.Cli;
using Toolkit.Cli.Reporting;
using Toolkit.Tests.Support;
using Toolkit.Writing;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>A build replaces its own output and nothing else, whole, whoever else builds and whatever ends it.</summary>
public sealed class OutputFolderTests : IDisposable
{
    private const int Limit = 60_000;
    private readonly SiteRun _site = new();

    [Theory]
    [InlineData("letter.txt")]
    [InlineData(".profile")]
    [InlineData("photos/one.png")]
    [InlineData("_headers")]
    [InlineData("index.html")]
    [InlineData("downloads/index.json")]
    [InlineData("assets/manifest.0123456789.js")]
    public async Task A_folder_that_is_somebody_else_s_is_refused(string file)
    {
        var path = Path.Combine(_site.Root, "mine", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "keep me", TestContext.Current.CancellationToken);

        foreach (var command in new[] { "build", "preview" })
        {
            await _site.Run(command, "--no-pdf", "-o", "mine");

            Assert.Equal(ExitCode.WrongCommandLine, _site.ExitCode);
            Assert.Equal(
                $"The folder {Path.Combine(_site.Root, "mine")} was not written by the toolkit, and a build would replace all that is in it. Name another folder with -o, or empty this one.",
                _site.Said);
        }

        Assert.Equal("keep me", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(["input", "mine"], Entries());
    }

    [Fact]
    public async Task An_empty_folder_is_taken_and_so_is_our_own_wherever_it_went()
    {
        Directory.CreateDirectory(_site.Output);
        await _site.Build();
        Assert.Equal(ExitCode.Done, _site.ExitCode);
        Assert.True(OutputMark.IsOn(_site.Output));

        Directory.Move(_site.Output, Path.Combine(_site.Root, "moved"));
        await _site.Build("-o", "moved/");

        Assert.Equal(ExitCode.Done, _site.ExitCode);
        Assert.Equal(["input", "moved"], Entries());
    }

    [Fact]
    public async Task An_output_of_a_version_before_the_mark_is_known_by_its_content_and_said_once()
    {
        await _site.Build();
        File.Delete(Path.Combine(_site.Output, OutputMark.Name));

        await _site.Build();
        Assert.Contains($"{_site.Output} was written by an earlier version of the toolkit", _site.Console, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, _site.ExitCode);

        await _site.Build();
        Assert.DoesNotContain("earlier version", _site.Console, StringComparison.Ordinal);
        Assert.Equal(["input", "output"], Entries());
    }

    [Theory]
    [InlineData("output.old")]
    [InlineData("output.new")]
    [InlineData(".output.toolkit-draft")]
    [InlineData(".output.toolkit-draft-0123456789abcdef")]
    [InlineData(".output.toolkit-old-mine")]
    [InlineData(".output.toolkit-old-0123456789abcdef")]
    [InlineData("output.toolkit-draft-0123456789abcdef")]
    public async Task Siblings_that_are_not_ours_stay(string name)
    {
        var file = Path.Combine(_site.Root, name, "letter.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "keep me", TestContext.Current.CancellationToken);

        await _site.Build();
        await _site.Build();

        Assert.Equal("keep me", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(new[] { name, "input", "output" }.Order(StringComparer.Ordinal), Entries());
    }

    [Fact]
    public async Task A_checkout_is_refused_even_where_a_build_went_into_it()
    {
        await _site.Build();
        Directory.CreateDirectory(Path.Combine(_site.Output, ".git"));

        await _site.Build();

        Assert.Equal(ExitCode.WrongCommandLine, _site.ExitCode);
        Assert.Contains("holds a .git", _site.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elsewhere", true)]
    [InlineData("nowhere", false)]
    public async Task A_link_is_refused_and_says_where_it_leads(string target, bool exists)
    {
        if (exists)
        {
            Directory.CreateDirectory(Path.Combine(_site.Root, target));
        }

        Directory.CreateSymbolicLink(_site.Output, target);

        await _site.Build();

        Assert.Equal(ExitCode.WrongCommandLine, _site.ExitCode);
        Assert.Contains($"is a link to {target}.", _site.Said, StringComparison.Ordinal);
        Assert.Equal(target, new DirectoryInfo(_site.Output).LinkTarget);
        Assert.Empty(exists ? Directory.EnumerateFileSystemEntries(Path.Combine(_site.Root, target)) : []);
    }

    [Fact]
    public async Task A_file_is_refused()
    {
        await File.WriteAllTextAsync(_site.Output, "keep me", TestContext.Current.CancellationToken);

        await _site.Build();

        Assert.Equal(ExitCode.WrongCommandLine, _site.ExitCode);
        Assert.Contains("is a file, not a folder", _site.Said, StringComparison.Ordinal);
        Assert.Equal("keep me", await File.ReadAllTextAsync(_site.Output, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("/")]
    [InlineData("~")]
    [InlineData("~/..")]
    [InlineData("input")]
    [InlineData("input/site")]
    [InlineData("theme")]
    [InlineData("theme/input")]
    [InlineData("cache")]
    [InlineData("cache/site")]
    [InlineData("link")]
    [InlineData("link/site")]
    [InlineData("other/../link/a/../../input/b")]
    public void A_place_that_something_else_needs_is_refused(string output)
    {
        Directory.CreateSymbolicLink(Path.Combine(_site.Root, "link"), "input");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

        // Only looked at, never built: these places are real, and the day this fails must not cost them.
        var refused = Assert.Throws<CommandLineException>(() => SiteFolders.Find(_site.Root, null, output.StartsWith('~') ? home + output[1..] : output, cache: true));

        Assert.Contains("lie in each other", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_is_refused_ends_with_2_and_stays()
    {
        await _site.Build("-o", "input/site");

        Assert.Equal(ExitCode.WrongCommandLine, _site.ExitCode);
        Assert.Equal(["input"], Entries());
    }

    [Theory]
    [InlineData("--no-cache")]
    [InlineData("-s", "SiteTitle=Tiny")]
    public async Task What_a_killed_build_left_is_taken_away_also_where_nothing_has_changed(params string[] options)
    {
        await _site.Run(["build", "--no-pdf", .. options]);
        var whole = _site.Snapshot();
        Directory.CreateDirectory(Sibling("draft-0000000000000001"));
        Copy(_site.Output, Sibling("draft-0000000000000002"), half: true);
        Copy(_site.Output, Sibling("old-0000000000000003"), half: true);
        await File.WriteAllTextAsync(Sibling("lock"), "", TestContext.Current.CancellationToken);

        await _site.Run(["build", "--no-pdf", .. options]);

        Assert.Equal(ExitCode.Done, _site.ExitCode);
        Assert.DoesNotContain(Entries(), name => name!.StartsWith(".output", StringComparison.Ordinal));
        Assert.Equal(whole, _site.Snapshot());
    }

    [Fact]
    public async Task A_build_that_was_killed_between_two_renames_is_healed_by_the_next_even_one_with_errors()
    {
        await _site.Build();
        var whole = _site.Snapshot();
        Copy(_site.Output, Sibling("draft-0000000000000001"), half: true);
        Directory.Move(_site.Output, Sibling("old-0000000000000002"));
        _site.WithPage("page.md", "See [nothing](nowhere.md).");

        await _site.Build();

        Assert.Equal(ExitCode.ContentErrors, _site.ExitCode);
        Assert.Equal(whole, _site.Snapshot());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_place_of_a_folder_is_never_empty_whatever_fails(bool inOneStep)
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "old", "new" })
        {
            Directory.CreateDirectory(folder.File(name));
            File.WriteAllText(folder.File(name + "/name"), name);
        }

        FolderExchange.InOneStep = inOneStep;
        try
        {
            Assert.ThrowsAny<IOException>(() => FolderExchange.Exchange(folder.File("missing"), folder.File("old"), folder.File("aside")));
            Assert.Equal("old", File.ReadAllText(folder.File("old/name")));

            var left = FolderExchange.Exchange(folder.File("new"), folder.File("old"), folder.File("aside"));

            Assert.Equal("new", File.ReadAllText(folder.File("old/name")));
            Assert.Equal("old", File.ReadAllText(Path.Combine(left, "name")));
            Assert.Equal(inOneStep && (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) ? "new" : "aside", Path.GetFileName(left));
        }
        finally
        {
            FolderExchange.InOneStep = true;
        }
    }

    [Fact(Timeout = Limit)]
    public async Task A_build_waits_for_another_and_says_so()
    {
        await using var heard = new Overheard();
        var turn = await OutputTurn.TakeAsync(_site.Output, _ => { }, TestContext.Current.CancellationToken);

        var build = BuildAsync(heard);
        await heard.HearAsync("Another build is writing");
        Assert.Empty(_site.Files);
        turn.Dispose();

        Assert.Equal(ExitCode.Done, await build);
        Assert.Contains("index.html", _site.Files);
        Assert.Equal(["cache", "input", "output"], Entries());
    }

    [Fact(Timeout = Limit)]
    public async Task Only_one_has_the_turn_however_many_want_it()
    {
        var (inside, most, done) = (0, 0, 0);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            async () =>
            {
                for (var i = 0; i < 25; i++)
                {
                    using var turn = await OutputTurn.TakeAsync(_site.Output, _ => { }, TestContext.Current.CancellationToken);
                    most = Math.Max(most, Interlocked.Increment(ref inside));
                    Thread.SpinWait(20_000);
                    done++;
                    Interlocked.Decrement(ref inside);
                }
            },
            TestContext.Current.CancellationToken)));

        Assert.Equal((1, 200), (most, done));
        Assert.Equal(["input"], Entries());
    }

    [Fact]
    public async Task A_file_of_somebody_else_under_the_name_of_the_lock_stays_and_is_named()
    {
        await File.WriteAllTextAsync(Sibling("lock"), "keep me", TestContext.Current.CancellationToken);

        await _site.Build();

        Assert.Equal(ExitCode.Failure, _site.ExitCode);
        Assert.Matches(@"^error: .*\.output\.toolkit-lock is in the way", _site.Said);
        Assert.Equal("keep me", await File.ReadAllTextAsync(Sibling("lock"), TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = Limit)]
    public async Task Builds_at_once_all_end_well_and_what_is_remembered_is_what_is_there()
    {
        using var other = new SiteRun().WithPage("index.md", "Another.", "Title: Home");
        await using var heard = new Overheard();
        for (var round = 0; round < 3; round++)
        {
            var codes = await Task.WhenAll(BuildAsync(heard), BuildAsync(heard, other.Root), BuildAsync(heard), BuildAsync(heard, other.Root));

            Assert.All(codes, code => Assert.Equal(ExitCode.Done, code));
        }

        // Whoever wrote last, each site finds its own in the output after its next build.
        await BuildAsync(heard);
        Assert.Contains("Welcome.", _site.Text("index.html"), StringComparison.Ordinal);
        await BuildAsync(heard, other.Root);
        Assert.Contains("Another.", _site.Text("index.html"), StringComparison.Ordinal);
        Assert.Equal(["cache", "input", "output"], Entries());
    }

    [Fact(Timeout = Limit)]
    public async Task A_build_that_is_killed_while_it_writes_leaves_the_output_whole_and_the_turn_free()
    {
        for (var file = 0; file < 1000; file++)
        {
            _site.With($"files/{file}.txt", "Before.");
        }

        await _site.Build();
        var before = _site.Snapshot();
        for (var file = 0; file < 1000; file++)
        {
            _site.With($"files/{file}.txt", "After.");
        }

        using (var build = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Toolkit.Cli.dll"), "build", "--no-pdf", "--no-cache", "-r", _site.Root])
        { RedirectStandardOutput = true })!)
        {
            while (!build.HasExited && !Directory.EnumerateDirectories(_site.Root, ".output.toolkit-draft-*").Any())
            {
                await Task.Yield();
            }

            build.Kill();
            await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var killed = _site.Snapshot();
        await _site.Build();

        Assert.Equal(ExitCode.Done, _site.ExitCode);
        Assert.True(killed == before || killed == _site.Snapshot(), "the output was neither the old one nor the new one");
        Assert.Equal(["input", "output"], Entries());
    }

    [Theory]
    [InlineData("a-file/output")]
    [InlineData("LONG")]
    [InlineData("LONG/output")]
    public async Task A_place_that_cannot_be_written_is_said_in_a_line(string output)
    {
        await File.WriteAllTextAsync(Path.Combine(_site.Root, "a-file"), "", TestContext.Current.CancellationToken);

        await _site.Build("-o", output.Replace("LONG", new string('x', 300), StringComparison.Ordinal));

        Assert.Equal(ExitCode.Failure, _site.ExitCode);
        Assert.Matches("^error: [^\n]+$", _site.Said);
        Assert.DoesNotContain("mistake in the toolkit", _site.Said, StringComparison.Ordinal);
        Assert.Equal(["a-file", "input"], Entries());
    }

    public void Dispose() => _site.Dispose();

    private string Sibling(string name) => Path.Combine(_site.Root, ".output.toolkit-" + name);

    private IEnumerable<string?> Entries() => Directory.EnumerateFileSystemEntries(_site.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    /// <summary>Builds in this process, as another would beside it, into the output of the one site.</summary>
    private Task<int> BuildAsync(Overheard heard, string? root = null) => Task.Run(() => CommandLine.RunAsync(
        ["build", "--no-pdf", "-r", root ?? _site.Root, "-o", _site.Output], new Terminal(heard, heard, TimeProvider.System), TestContext.Current.CancellationToken));

    private static void Copy(string from, string to, bool half)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from).Order(StringComparer.Ordinal).Take(half ? 2 : int.MaxValue))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}
