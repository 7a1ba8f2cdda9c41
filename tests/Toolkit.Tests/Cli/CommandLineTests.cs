using Toolkit.Cli;
using Toolkit.Cli.Reporting;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "Required command was not provided.\nSee what is possible with: toolkit --help\n")]
    [InlineData("build --fast", "Unrecognized command or argument '--fast'.\nSee what is possible with: toolkit build --help\n")]
    [InlineData("build -s SiteTitle", "'SiteTitle' is not key=value, such as SiteTitle=\"Our guide\".\nSee what is possible with: toolkit build --help\n")]
    [InlineData("check --live nowhere", "'nowhere' is not an address such as https://toolkit.example.org/.\nSee what is possible with: toolkit check --help\n")]
    public async Task A_wrong_command_line_says_what_is_wrong_and_ends_with_2(string line, string said)
    {
        var (code, text) = await Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(said, text);
        Assert.Equal(ExitCode.WrongCommandLine, code);
    }

    [Fact]
    public async Task A_folder_without_content_ends_with_2()
    {
        using var folder = new TemporaryFolder();

        var (code, text) = await Run("build", "-r", folder.Path);

        Assert.Equal($"There is no folder {folder.File("input")}. Run the command in the folder of a site, or name that folder with -r.\n", text);
        Assert.Equal(ExitCode.WrongCommandLine, code);
    }

    [Theory]
    [InlineData("input")]
    [InlineData("input/site")]
    [InlineData(".")]
    public async Task An_output_folder_that_would_swallow_the_content_is_refused(string output)
    {
        using var site = new SiteRun();

        await site.Build("-o", output);

        Assert.Contains("lie in each other", site.Console, StringComparison.Ordinal);
        Assert.Equal(ExitCode.WrongCommandLine, site.ExitCode);
        Assert.True(File.Exists(Path.Combine(site.Root, "input", "index.md")));
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var (code, text) = await Run("--help");

        Assert.Equal(ExitCode.Done, code);
        Assert.All(["build", "preview", "check", "new"], command => Assert.Contains($"\n  {command}", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_writes_a_tool_and_never_over_a_file()
    {
        using var site = new SiteRun();

        await site.Run("new", "checklist", "Before the first meeting");
        Assert.Equal("Wrote input/tools/before-the-first-meeting.md. See it with: toolkit preview\n", site.Console);
        Assert.Equal(ExitCode.Done, site.ExitCode);

        await site.Run("new", "checklist", "Before the first meeting");
        Assert.Equal("There is already a file input/tools/before-the-first-meeting.md. Choose another title, or edit that one.\n", site.Console);
        Assert.Equal(ExitCode.WrongCommandLine, site.ExitCode);
    }

    private static async Task<(int Code, string Said)> Run(params string[] args)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(args, new Terminal(text, text, TimeProvider.System), TestContext.Current.CancellationToken);
        return (code, text.ToString());
    }
}
