using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Toolkit.Model;
using Toolkit.Reading;
using Toolkit.Words;
using Toolkit.Writing;
using Toolkit.Writing.Html;

namespace Toolkit;

/// <summary>
/// What the last run that wrote an output folder was made of, and what it left there. Where neither has changed, a run has
/// nothing to do. Kept beside the finished documents; safe to delete.
/// </summary>
internal sealed class LastRun
{
    private readonly BuildOptions _options;
    private readonly IReadOnlyList<InputFile> _inputs;
    private readonly string _key;

    private LastRun(BuildOptions options, IReadOnlyList<InputFile> inputs, string key) => (_options, _inputs, _key) = (options, inputs, key);

    private string File => Path.Combine(_options.CacheFolder, "runs", DocumentCache.Key([_options.OutputFolder])[..16] + ".json");

    /// <summary>Takes the measure of all that goes into a run; null where nothing is kept between runs.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="inputs">The files that were found.</param>
    /// <param name="found">What was left out, and why; a run that does nothing says it again.</param>
    /// <param name="assets">The theme's files.</param>
    /// <param name="words">What the program itself says.</param>
    /// <param name="formats">What documents are written as.</param>
    public static LastRun? Measure(
        BuildOptions options, IReadOnlyList<InputFile> inputs, ProblemLog found, ThemeAssets assets, WordCatalogue words, IReadOnlyList<IDocumentFormat> formats)
    {
        if (options.CacheFolder.Length == 0 || !options.Write)
        {
            return null;
        }

        return new LastRun(options, inputs, DocumentCache.Key(
        [
            // The views are part of the theme's own assembly.
            .. AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name!.StartsWith("Toolkit", StringComparison.Ordinal))
                .Select(a => a.ManifestModule.ModuleVersionId.ToString()).Order(StringComparer.Ordinal),
            .. formats.Select(f => $"{f.Ending} {f.Fingerprint}"),
            .. options.Settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value}"),
            .. assets.All.Select(name => $"{name} {Hash(assets[name])}"),
            words.Fingerprint,
            .. found.All.Select(p => p.ToString()),
            .. inputs.Select(f => $"{f.Path} {f.FullPath} {Hash(f)}"),
        ]));
    }

    /// <summary>The report of the last run, if this one would do the same and nobody touched what it wrote; else null.</summary>
    public BuildReport? Report()
    {
        try
        {
            using var stream = System.IO.File.OpenRead(File);
            return JsonSerializer.Deserialize<Record>(stream) is { Files: not null, Problems: not null } last && last.Key == _key && last.Output == State()
                ? new BuildReport(last.Files, last.Problems) { Unchanged = true, SourceLine = Line }
                : null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Remembers a run that has just written its output.</summary>
    /// <param name="report">What it did.</param>
    /// <param name="now">What would go into a run by now: if something was saved meanwhile, the next run looks again.</param>
    public void Keep(BuildReport report, LastRun? now)
    {
        if (now?._key != _key)
        {
            return;
        }

        try
        {
            DocumentCache.Write(File, JsonSerializer.SerializeToUtf8Bytes(new Record(_key, State(), report.Files, report.Problems)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // The next run does the work again.
        }
    }

    private static string Hash(InputFile file)
    {
        try
        {
            return Hash(file.Read());
        }
        catch (IOException problem)
        {
            // The run itself says it, with the file's name.
            return problem.Message;
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    /// <summary>Every file of the output by size and date.</summary>
    private string State()
    {
        var folder = new DirectoryInfo(_options.OutputFolder);
        return folder.Exists
            ? DocumentCache.Key(folder.EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(f => $"{f.FullName} {f.Length} {f.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal))
            : "";
    }

    private string? Line(SourcePosition at)
    {
        try
        {
            return _inputs.FirstOrDefault(f => f.Path == at.File && f.IsText) is { } file ? new SourceText(file.Path, Encoding.UTF8.GetString(file.Read())).Line(at.Line) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>As it is kept.</summary>
    private sealed record Record(string Key, string Output, IReadOnlyList<string> Files, IReadOnlyList<Problem> Problems);
}
