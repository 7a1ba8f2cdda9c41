using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Toolkit.Cli;
using Toolkit.Cli.Reporting;
using Xunit;

namespace Toolkit.Tests.Support;

/// <summary>
/// A tiny whole site in a temporary folder, run through the front door of the command line: what it says, the code it
/// ends with, the files it leaves.
/// </summary>
public sealed partial class SiteRun : IDisposable
{
    /// <summary>Settings that a site has unless a test says otherwise.</summary>
    public const string Settings = TinySettings.Text;

    private static readonly string[] Phases = ["Input", "Process", "PostProcess", "Output"];
    private readonly TemporaryFolder _folder = new();

    /// <summary>A site with settings and a home page.</summary>
    public SiteRun()
    {
        With("settings.yml", Settings);
        With("index.md", "---\nTitle: Home\n---\n\nWelcome.\n");
    }

    /// <summary>Full path of the folder that holds <c>input/</c>.</summary>
    public string Root => _folder.Path;

    /// <summary>Full path of the output folder.</summary>
    public string Output => Path.Combine(Root, "output");

    /// <summary>The exit code of the last command.</summary>
    public int ExitCode { get; private set; }

    /// <summary>All that the last command said, lines parted by <c>\n</c>.</summary>
    public string Console { get; private set; } = "";

    /// <summary>Files in the output folder, relative to it, in order.</summary>
    public IReadOnlyList<string> Files => !Directory.Exists(Output)
        ? []
        : [.. Directory.GetFiles(Output, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Output, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Every file of the output with the hash of its bytes, in order.</summary>
    public string Snapshot() =>
        string.Concat(Files.Select(f => $"{f} {Convert.ToHexString(SHA256.HashData(Bytes(f)))}\n"));

    /// <summary>Writes a file of the input.</summary>
    public SiteRun With(string path, string content) => With(path, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file of the input, byte for byte.</summary>
    public SiteRun With(string path, byte[] content)
    {
        var file = Path.Combine(Root, "input", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // At once, as editors save: a preview must not read a file that is emptied and not yet written.
        var saved = Path.Combine(Root, "saved~");
        File.WriteAllBytes(saved, content);
        File.Move(saved, file, overwrite: true);
        return this;
    }

    /// <summary>Writes a page of the input with a title before its text.</summary>
    public SiteRun WithPage(string path, string body, string front = "Title: A page") => With(path, $"---\n{front}\n---\n\n{body}\n");

    /// <summary>Removes a file of the input.</summary>
    public SiteRun Without(string path)
    {
        File.Delete(Path.Combine(Root, "input", path));
        return this;
    }

    /// <summary>Builds the site, without PDFs.</summary>
    public Task<SiteRun> Build(params string[] options) => Run(["build", "--no-pdf", "--no-cache", .. options]);

    /// <summary>Runs a command on the site.</summary>
    public async Task<SiteRun> Run(params string[] args)
    {
        using var text = new StringWriter { NewLine = "\n" };
        ExitCode = await CommandLine.RunAsync(
            [.. args, "-r", Root], new Terminal(text, text, new StoppedClock()), TestContext.Current.CancellationToken);
        Console = text.ToString();
        return this;
    }

    /// <summary>A file of the output as text.</summary>
    public string Text(string path) => File.ReadAllText(Path.Combine(Output, path));

    /// <summary>A file of the output.</summary>
    public byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Output, path));

    /// <summary>What stands inside <c>main</c> of a page, tidied by <see cref="HtmlOutline"/>.</summary>
    public string Main(string page) => Part(page, "main");

    /// <summary>The content of a plain page alone: what comes of its Markdown, without title, frame and the storage choice.</summary>
    public string Content(string page) => Part(page, "main .prose", ".keep, .colophon");

    /// <summary>
    /// <see cref="Console"/> without the names of the phases, without what the first run on a computer installs, and without the
    /// number of files, which is the theme's affair.
    /// </summary>
    public string Said => string.Join('\n', Console.Split('\n').Where(line => !Phases.Contains(line) && !line.StartsWith("Installing ", StringComparison.Ordinal)).Select(line => Wrote().Replace(line, "Wrote the files"))).Trim('\n');

    /// <summary>The lines of <see cref="Console"/> that tell of problems, without advice and phases.</summary>
    public IReadOnlyList<string> Problems =>
        [.. Console.Split('\n').Where(line => line.Contains(": error TK", StringComparison.Ordinal) || line.Contains(": warning TK", StringComparison.Ordinal)
            || line.StartsWith("error TK", StringComparison.Ordinal) || line.StartsWith("warning TK", StringComparison.Ordinal))];

    private string Part(string page, string selector, string without = "noscript")
    {
        var document = new HtmlParser().ParseDocument(Text(page));
        foreach (var element in document.QuerySelectorAll(without).ToArray())
        {
            element.Remove();
        }

        return HtmlOutline.Of(document.QuerySelector(selector) ?? throw new InvalidOperationException($"{page} has no {selector}"));
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [GeneratedRegex(@"^Wrote \d+ files")]
    private static partial Regex Wrote();

    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
