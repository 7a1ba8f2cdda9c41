using System.Text.Json;
using Toolkit.Tests.Support;
using Xunit;

namespace Toolkit.Tests.RoundTrips;

/// <summary>
/// Every document of the real guide, filled with generated answers by the code that runs in the browser; Node runs it here.
/// Beside each file lies form data (XFDF) for programs that fill PDFs, and what is expected to come back.
/// </summary>
public sealed class FilledGuide : IAsyncLifetime
{
    /// <summary>How many rows the tables have that people add rows to.</summary>
    public static readonly int[] RowCounts = [0, 1, 12];

    /// <summary>The code that fills and reads, bundled for Node once; within reach of the theme's packages.</summary>
    private static readonly string Script = $"obj/round-trips-{Environment.ProcessId}.mjs";

    private readonly TemporaryFolder _folder = new();

    /// <summary>The blank documents' site.</summary>
    public string Site { get; private set; } = "";

    /// <summary>A folder for what other programs make.</summary>
    public string Folder(string name) => Directory.CreateDirectory(_folder.File(name)).FullName;

    /// <summary>Filled files with so many rows.</summary>
    public IReadOnlyList<string> Files(int rows, string ending) => [.. Directory.GetFiles(Filled(rows), "*" + ending).Order(StringComparer.Ordinal)];

    /// <summary>The same without chapters and the whole guide: each instrument once. For programs that take long.</summary>
    public IReadOnlyList<string> Instruments(int rows, string ending) =>
        [.. Files(rows, ending).Where(file => File.Exists(Path.Combine(Site, "tools", Path.GetFileName(file)[..^ending.Length] + ".html")))];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Site = await BuiltGuide.Output;
        var bundled = await Run("round-trips.mjs", "--bundle", Script);
        Assert.True(bundled.ExitCode == 0, bundled.Output + bundled.Errors);
        foreach (var rows in RowCounts)
        {
            var result = await Node("fill", Site, Filled(rows), $"{rows}", $"{1_000_000 * (rows + 1)}");
            Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        }
    }

    /// <summary>Fails unless each file reads back exactly as it was filled, with nothing remarked; <c>compare-bare</c> lets metadata be lost.</summary>
    public Task Compare(int rows, IReadOnlyList<string> files, string command = "compare") => CompareWith(Filled(rows), files, command);

    /// <summary>The same for files that were filled into another folder.</summary>
    public async Task CompareWith(string filled, IReadOnlyList<string> files, string command = "compare")
    {
        Assert.NotEmpty(files);
        var result = await Node([command, Site, filled, .. files]);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
    }

    /// <summary>Fails unless the documents in a folder, which an earlier version of the guide made, are read with what <c>answers.json</c> there says.</summary>
    public async Task CompareKept(string folder)
    {
        var result = await Node("compare-kept", Site, folder);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
    }

    /// <summary>Fails unless every document comes back that was filled in one language and is read in the other, in both directions, however programs left it.</summary>
    /// <returns>How much was compared.</returns>
    public async Task<string> Across(string language)
    {
        var result = await Node("across", Site, language);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        return result.Output;
    }

    /// <summary>Fills the whole guide as often as it takes for every option and every kind of text; returns the folder.</summary>
    public async Task<string> FillEvery()
    {
        var folder = Folder("every");
        var result = await Node("fill-every", Site, folder);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        return folder;
    }

    /// <summary>Fills the whole guide in another language; returns the folder.</summary>
    public async Task<string> FillIn(string language)
    {
        var folder = Folder("in-" + language);
        var result = await Node("fill-in", Site, folder, language);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        return folder;
    }

    /// <summary>Reads one file as the browser does.</summary>
    public async Task<ReadFile> Read(string file) => (await Read([file]))[0];

    /// <summary>Reads files as the browser does, each by itself.</summary>
    public async Task<IReadOnlyList<ReadFile>> Read(IReadOnlyList<string> files)
    {
        var result = await Node(["read", Site, "-", .. files]);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        return [.. files.Select(file => JsonSerializer.Deserialize<ReadFile>(File.ReadAllText(file + ".json"), JsonSerializerOptions.Web)!)];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        File.Delete(Path.Combine(Repository.At("theme"), Script));
        return ValueTask.CompletedTask;
    }

    private static Task<ProgramResult> Node(params string[] arguments) => Run([Script, .. arguments]);

    private static Task<ProgramResult> Run(params string[] arguments) =>
        Programs.Run(Programs.Need("node"), arguments, TimeSpan.FromMinutes(5), Repository.At("theme"));

    private string Filled(int rows) => _folder.File($"filled-{rows}");
}
