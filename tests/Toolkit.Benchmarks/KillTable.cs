using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Toolkit.Cli;
using Toolkit.Cli.Reporting;
using Toolkit.Writing;

namespace Toolkit.Benchmarks;

/// <summary>
/// Whether an output stays whole: builds of one guide in two wordings are killed, at random and around the renames, and run two
/// at once. After each the output must be one wording or the other, byte for byte; nothing may be left beside it after a build
/// that ends.
/// </summary>
internal sealed class KillTable
{
    private const int Chapters = 30;
    private const int Kills = 100;
    private const int Pairs = 20;
    private static readonly string[] Wordings = ["one", "two"];

    // The same moments in every run, as far as the computer goes along.
    private readonly Random _random = new(11);
    private readonly string _root = Directory.CreateTempSubdirectory("toolkit-kills-").FullName;
    private readonly Dictionary<string, string> _wholes = [];

    private int _files;

    private string Output => Path.Combine(_root, "output");

    /// <summary>Prints the table; false where an output was not whole.</summary>
    public static bool Print()
    {
        var table = new KillTable();
        try
        {
            return table.Run();
        }
        finally
        {
            Directory.Delete(table._root, recursive: true);
        }
    }

    /// <summary>One build, in a process of its own that may be killed.</summary>
    /// <param name="folder">Of the guide.</param>
    /// <param name="output">What it writes.</param>
    /// <param name="steps"><c>two</c> for renames without an exchange in one step.</param>
    public static Task<int> BuildAsync(string folder, string output, string steps)
    {
        FolderExchange.InOneStep = steps != "two";
        return CommandLine.RunAsync(
            ["build", "-r", folder, "-o", output, "--no-pdf", "-l", "Error"], new Terminal(TextWriter.Null, Console.Error, TimeProvider.System), CancellationToken.None);
    }

    private bool Run()
    {
        foreach (var wording in Wordings)
        {
            new MadeGuide(Chapters).WriteForToolkit(Path.Combine(_root, wording, "input"));
            File.AppendAllText(Path.Combine(_root, wording, "input", "settings.yml"), $"Description: Wording {wording}.\n");
            Finish(Start(wording, "one"));
            _wholes[Snapshot()] = wording;
        }

        var clock = Stopwatch.StartNew();
        Finish(Start(Wordings[0], "one"));
        var usual = clock.Elapsed;
        _files = Directory.GetFiles(Output, "*", SearchOption.AllDirectories).Length;
        Console.WriteLine(FormattableString.Invariant($"A build takes {usual.TotalSeconds:0.0} s and writes {_files} files."));
        Console.WriteLine("| builds | killed | output old | output new | healed by the next build | not whole |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        var whole = Row("killed at random", Kills, "one", process => WaitAtMost(process, _random.NextDouble() * usual * 1.1))
            & Row("killed around the exchange", Kills, "one", process => AtTheRenames(process))
            & Row("killed around two renames", Kills, "two", process => AtTheRenames(process));
        return whole & AtOnce();
    }

    /// <summary>Kills builds, each of the wording that is not in the output, and looks at what is left.</summary>
    private bool Row(string what, int builds, string steps, Action<Process> wait)
    {
        var (killed, old, fresh, healed, broken) = (0, 0, 0, 0, 0);
        var there = Wordings[0];
        for (var build = 0; build < builds; build++)
        {
            var next = Wordings.First(w => w != there);
            using (var process = Start(next, steps))
            {
                wait(process);
                process.Kill();
                process.WaitForExit();
                killed += process.ExitCode == 0 ? 0 : 1;
            }

            if (!Directory.Exists(Output))
            {
                // The next start puts it back before it does anything else, even where it then finds mistakes in the content.
                healed++;
                OutputFolder.HealAsync(Output, _ => { }, CancellationToken.None).GetAwaiter().GetResult();
            }

            switch (_wholes.GetValueOrDefault(Snapshot()))
            {
                case null:
                    broken++;
                    break;
                case var wording:
                    old += wording == there ? 1 : 0;
                    fresh += wording == next ? 1 : 0;
                    there = wording;
                    break;
            }
        }

        Finish(Start(there, steps));
        var left = Beside();
        broken += left.Count == 0 && _wholes.GetValueOrDefault(Snapshot()) == there ? 0 : 1;
        Console.WriteLine($"| {what} | {killed} of {builds} | {old} | {fresh} | {healed} | {broken}{(left.Count == 0 ? "" : " (left: " + string.Join(' ', left) + ")")} |");
        return broken == 0;
    }

    /// <summary>Two builds of two wordings at once: both end well, and one of them is in the output.</summary>
    private bool AtOnce()
    {
        var broken = 0;
        for (var pair = 0; pair < Pairs; pair++)
        {
            using var first = Start(Wordings[pair % 2], "one");
            Thread.Sleep(_random.Next(100));
            using var second = Start(Wordings[(pair + 1) % 2], "one");
            first.WaitForExit();
            second.WaitForExit();
            broken += first.ExitCode == 0 && second.ExitCode == 0 && _wholes.ContainsKey(Snapshot()) && Beside().Count == 0 ? 0 : 1;
        }

        Console.WriteLine();
        Console.WriteLine($"{Pairs} rounds of two builds at once: {Pairs - broken} whole, {broken} not.");
        return broken == 0;
    }

    /// <summary>Waits until a draft of the output holds all of its files, and then a moment in which the folders change places.</summary>
    private void AtTheRenames(Process process)
    {
        while (!process.HasExited && Beside().Find(name => name.Contains("draft", StringComparison.Ordinal)) is var draft && !IsFull(draft))
        {
            Thread.Yield();
        }

        var moment = Stopwatch.StartNew();
        var until = TimeSpan.FromMilliseconds(_random.NextDouble() * _random.NextDouble() * 10);
        while (moment.Elapsed < until)
        {
            Thread.SpinWait(10);
        }
    }

    private bool IsFull(string? draft)
    {
        try
        {
            return draft is not null && Directory.EnumerateFiles(Path.Combine(_root, draft), "*", SearchOption.AllDirectories).Count() >= _files;
        }
        catch (DirectoryNotFoundException)
        {
            // It has taken its place.
            return true;
        }
    }

    private static void WaitAtMost(Process process, TimeSpan time) => process.WaitForExit((int)time.TotalMilliseconds);

    private Process Start(string wording, string steps) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["kills", "build", Path.Combine(_root, wording), Output, steps]))!;

    private static void Finish(Process process)
    {
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"A build that nobody killed ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}.");
        }
    }

    /// <summary>What lies beside the output and the two guides.</summary>
    private List<string> Beside() => [.. Directory.EnumerateFileSystemEntries(_root).Select(f => Path.GetFileName(f)).Where(name => name.StartsWith(".output", StringComparison.Ordinal))];

    private string Snapshot()
    {
        if (!Directory.Exists(Output))
        {
            return "";
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(Output, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(file));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
