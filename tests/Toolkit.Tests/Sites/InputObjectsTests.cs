using System.Diagnostics;
using System.Net.Sockets;
using Toolkit.Cli;
using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Sites;

/// <summary>Whatever lies in the input: only plain files inside of it are read, and the others are named.</summary>
public sealed class InputObjectsTests : IDisposable
{
    private const int Limit = 60_000;
    private readonly SiteRun _site = new();
    private readonly TemporaryFolder _outside = new();

    /// <summary>A link by its name in the input, where it leads, and how it is said.</summary>
    public static TheoryData<string, string> Links() => new()
    {
        { "page.md", "OUTSIDE/secret.md" },
        { "pages", "OUTSIDE" },
        { "picture.png", "OUTSIDE/secret.md" },
        { "settings-too.yml", "OUTSIDE/secret.md" },
        { "gone.md", "nowhere.md" },
        { "itself.md", "itself.md" },
        { "again", "." },
        { "above", ".." },
        { "deep/again", "../.." },
        { "same.md", "index.md" },
        { "device.txt", "/dev/zero" },
        { "memory.txt", "/proc/self/mem" },
    };

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Links))]
    public async Task A_link_is_named_and_not_followed(string name, string target)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a right of its own there.");
        await File.WriteAllTextAsync(_outside.File("secret.md"), "---\nTitle: Secret\n---\n\nThe shelter stands at 5 Elm Street.\n", TestContext.Current.CancellationToken);
        await _site.Build();
        var before = _site.Snapshot();
        target = target.Replace("OUTSIDE", _outside.Path, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.GetDirectoryName(In(name))!);
        File.CreateSymbolicLink(In(name), target);

        await _site.Build();

        Assert.Equal(
            [$"input/{name}:1:1: warning TK1021: This is a link to '{target}'. Links are not followed, so that nothing from outside of the input is published."],
            _site.Problems);
        Assert.Equal(ExitCode.Done, _site.ExitCode);
        Assert.Equal(before, _site.Snapshot());
    }

    [Theory(Timeout = Limit)]
    [InlineData("page.md")]
    [InlineData("settings-too.yml")]
    [InlineData("picture.png")]
    [InlineData("notes.txt")]
    public async Task A_pipe_is_named_and_not_waited_for(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are none.");
        await _site.Build();
        var before = _site.Snapshot();
        using (var made = Process.Start("mkfifo", [In(name)]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, made.ExitCode);
        }

        await _site.Build();

        Assert.Equal([$"input/{name}:1:1: warning TK1022: This is no plain file, but a pipe, a socket or a device. It is left out."], _site.Problems);
        Assert.Equal(before, _site.Snapshot());
    }

    [Fact(Timeout = Limit)]
    public async Task A_socket_is_named_and_left_out()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are none.");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(In("s.md")));

        await _site.Build();

        Assert.Equal(["input/s.md:1:1: warning TK1022: This is no plain file, but a pipe, a socket or a device. It is left out."], _site.Problems);
    }

    [Fact]
    public async Task The_input_itself_may_be_a_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a right of its own there.");
        await _site.Build();
        var before = _site.Snapshot();
        Directory.Move(In(""), _outside.File("content"));
        File.CreateSymbolicLink(In("").TrimEnd('/'), _outside.File("content"));

        await _site.Build();

        Assert.Equal(ExitCode.Done, _site.ExitCode);
        Assert.Equal(before, _site.Snapshot());
    }

    [Theory]
    [InlineData("page.md")]
    [InlineData("settings.yml")]
    [InlineData("notes.txt")]
    [InlineData("mark.svg")]
    public async Task A_file_that_another_program_locks_is_named_and_nothing_is_written(string name)
    {
        await _site.Build();
        var before = _site.Snapshot();
        _site.With(name, "Title: x\n");
        using (new FileStream(In(name), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await _site.Build();
        }

        Assert.Contains(_site.Problems, p => p.StartsWith($"input/{name}:1:1: error TK1023: This file cannot be read: ", StringComparison.Ordinal));
        Assert.Equal(ExitCode.ContentErrors, _site.ExitCode);
        Assert.Equal(before, _site.Snapshot());
    }

    [Theory]
    [InlineData("page.md")]
    [InlineData("folder")]
    public async Task What_may_not_be_read_is_named(string name)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Rights are given in another way there.");
            return;
        }

        _site.WithPage("page.md", "Words.").WithPage("folder/other.md", "Words.", "Title: Other");
        File.SetUnixFileMode(In(name), UnixFileMode.None);
        try
        {
            await _site.Build();
        }
        finally
        {
            File.SetUnixFileMode(In(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        // Root may read everything.
        string[] said = Environment.IsPrivilegedProcess ? [] : [$"input/{name}:1:1: error TK1023: This f"];
        Assert.Equal(said, _site.Problems.Select(p => p[..said[0].Length]));
    }

    [Theory]
    [InlineData("page.md", 20_000_001, "21 MB; at most 20 fit")]
    [InlineData("mark.svg", 20_000_001, "21 MB; at most 20 fit")]
    [InlineData("film.mp4", 100_000_001, "101 MB; at most 100 fit")]
    public async Task A_file_that_is_too_large_is_named_and_not_read(string name, long length, string said)
    {
        // Takes no room on the disk.
        using (var file = new FileStream(In(name), FileMode.Create))
        {
            file.SetLength(length);
        }

        await _site.Build();

        Assert.Equal([$"input/{name}:1:1: error TK1024: This file has {said}."], _site.Problems);
        Assert.Equal(ExitCode.ContentErrors, _site.ExitCode);
    }

    [Fact]
    public void A_file_that_went_away_since_it_was_listed_is_named()
    {
        var log = new ProblemLog();
        var file = Assert.Single(InputFiles.In([In("")], log), f => f.Path == "index.md");
        _site.Without("index.md");

        Assert.Null(file.Read(log));
        Assert.Equal(["This file went away while the site was read."], log.All.Select(p => p.Message));
    }

    [Fact(Timeout = Limit)]
    public async Task Files_that_come_and_go_while_a_site_is_read_end_no_run()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var coming = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                var name = $"page-{i % 7}";
                _site.With($"{name}.md", $"---\nTitle: {name}\n---\n\nWords.\n").With($"{name}/inner.txt", "Words.");
                File.Move(In($"{name}.md"), In($"{name}-moved.md"), overwrite: true);
                File.Delete(In($"{name}-moved.md"));
                Directory.Delete(In(name), recursive: true);
            }
        }, TestContext.Current.CancellationToken);
        for (var run = 0; run < 15; run++)
        {
            await _site.Run("check", "--no-pdf", "--no-word", "--no-cache");

            Assert.Contains(_site.ExitCode, new[] { ExitCode.Done, ExitCode.ContentErrors });
            Assert.All(_site.Problems, p => Assert.Matches("^input/page-.*(error TK1023|warning TK10)", p));
        }

        await stop.CancelAsync();
        await coming;
    }

    [Fact]
    public void A_file_that_became_a_link_since_it_was_listed_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links needs a right of its own there.");
        File.WriteAllText(_outside.File("secret.md"), "5 Elm Street");
        var log = new ProblemLog();
        var file = Assert.Single(InputFiles.In([In("")], log), f => f.Path == "index.md");
        _site.Without("index.md");
        File.CreateSymbolicLink(In("index.md"), _outside.File("secret.md"));

        Assert.Null(file.Read(log));
        Assert.Equal("TK1023", Assert.Single(log.All).Code);
    }

    [Fact]
    public void A_picture_that_changed_since_it_was_looked_into_is_not_published()
    {
        _site.With("notes.txt", "One.");
        var log = new ProblemLog();
        var files = InputFiles.In([In("")], log);
        var published = Assert.Single(StaticFiles.Read(files.Where(f => f.Path == "notes.txt"), _ => false, new Dictionary<string, SourceText>(), log, TestContext.Current.CancellationToken));
        Assert.Equal("One."u8.ToArray(), published.Read());
        _site.With("notes.txt", "Two.");

        Assert.Throws<IOException>(() => published.Read());
    }

    [Fact]
    public void Kinds_are_told_without_opening_anything()
    {
        Assert.Equal(PathKind.File, PlainFile.KindOf(In("index.md")));
        Assert.Equal(PathKind.Folder, PlainFile.KindOf(In("")));
        Assert.Equal(PathKind.Nothing, PlainFile.KindOf(In("nothing")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(PathKind.Other, PlainFile.KindOf("/dev/zero"));
        }
    }

    public void Dispose()
    {
        _site.Dispose();
        _outside.Dispose();
    }

    private string In(string path) => Path.Combine(_site.Root, "input", path);
}
