using System.Diagnostics;

namespace Toolkit.Benchmarks;

/// <summary>How fast a whole run is, as people start it: one process, from nothing, beside Hugo on the same computer.</summary>
internal static class BuildTable
{
    /// <summary>Prints the table for guides of so many chapters.</summary>
    public static void Print(IReadOnlyList<int> sizes)
    {
        Console.WriteLine("| chapters | what | wall s | CPU s | peak MB |");
        Console.WriteLine("|---:|---|---:|---:|---:|");
        foreach (var chapters in sizes)
        {
            var root = Directory.CreateTempSubdirectory("toolkit-bench-").FullName;
            try
            {
                Rows(chapters, root);
            }
            finally
            {
                Directory.Delete(root, recursive: true);
            }
        }
    }

    /// <summary>Runs a script with npm packages of its own beside Hugo; installs them the first time.</summary>
    private static void PeerRow(int chapters, string root, string hugo)
    {
        var folder = Peer.Folder();
        Row(chapters, "hugo, docx and Typst: the whole job, put together", "node",
            [Path.Combine(folder, "peer.mjs"), hugo, Path.Combine(root, "hugo"), Path.Combine(Programs.Repository, "theme", "pdf")]);
    }

    private static void Rows(int chapters, string root)
    {
        var guide = new MadeGuide(chapters);
        guide.WriteForToolkit(Path.Combine(root, "input"));
        guide.WriteForHugo(Path.Combine(root, "hugo"));
        if (Programs.Hugo is { } hugo)
        {
            Row(chapters, "hugo, pages and search data", hugo, ["--quiet", "--source", Path.Combine(root, "hugo")]);
        }

        string[] build = ["build", "-r", root, "-l", "Error"];
        Row(chapters, "toolkit, pages and search data", Programs.Toolkit, [.. build, "--no-word", "--no-pdf", "--no-cache"]);
        if (chapters > 100)
        {
            return;
        }

        if (Programs.Hugo is { } peer)
        {
            PeerRow(chapters, root, peer);
        }

        Row(chapters, "toolkit, whole job (pages, Word and PDF of each chapter), nothing kept", Programs.Toolkit, [.. build, "--no-cache"]);
        Row(chapters, "toolkit, whole job and all chapters as one more document", Programs.Toolkit, [.. build, "--no-cache", "-s", "WholeGuide=true"]);
        _ = Run(Programs.Toolkit, build);
        Row(chapters, "toolkit, whole job, nothing changed", Programs.Toolkit, build);
        File.AppendAllText(Path.Combine(root, "input", "guide", "c1.md"), "\nOne more sentence.\n");
        Row(chapters, "toolkit, whole job, one chapter changed", Programs.Toolkit, build);
    }

    private static void Row(int chapters, string what, string program, string[] arguments)
    {
        var (wall, cpu, peak) = Run(program, arguments);
        Console.WriteLine(FormattableString.Invariant($"| {chapters} | {what} | {wall:0.0} | {cpu:0.0} | {peak} |"));
    }

    private static (double Wall, double Cpu, long Peak) Run(string program, string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var tree = new ProcessTree(process);
        while (!process.WaitForExit(50))
        {
            tree.Look();
        }

        var wall = clock.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? (wall, tree.Cpu, tree.PeakMegabytes)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said.Result}");
    }
}
