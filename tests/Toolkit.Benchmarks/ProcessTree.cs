using System.Diagnostics;
using System.Globalization;

namespace Toolkit.Benchmarks;

/// <summary>What a process and all that it started have used, looked at again and again while it runs.</summary>
internal sealed class ProcessTree(Process root)
{
    private const double TicksPerSecond = 100;

    private readonly Dictionary<int, double> _cpu = [];

    /// <summary>Seconds of processor time, of those that ended too.</summary>
    public double Cpu => _cpu.Values.Sum();

    /// <summary>The most memory in use at one time, in megabytes.</summary>
    public long PeakMegabytes { get; private set; }

    /// <summary>Looks once. Where the system does not tell who started whom, the process alone counts.</summary>
    public void Look()
    {
        try
        {
            if (!Directory.Exists("/proc/self"))
            {
                root.Refresh();
                _cpu[root.Id] = root.TotalProcessorTime.TotalSeconds;
                PeakMegabytes = Math.Max(PeakMegabytes, root.WorkingSet64 / 1_000_000);
                return;
            }

            var all = Directory.EnumerateDirectories("/proc").Select(f => Path.GetFileName(f)).Where(n => int.TryParse(n, out _)).Select(Read).OfType<Entry>().ToList();
            var ours = new HashSet<int> { root.Id };
            while (all.Where(e => ours.Contains(e.Parent) && ours.Add(e.Id)).ToList().Count > 0)
            {
            }

            foreach (var entry in all.Where(e => ours.Contains(e.Id)))
            {
                _cpu[entry.Id] = entry.Cpu;
            }

            PeakMegabytes = Math.Max(PeakMegabytes, all.Where(e => ours.Contains(e.Id)).Sum(e => e.Megabytes));
        }
        catch (InvalidOperationException)
        {
            // It ended between two looks.
        }
    }

    /// <summary>One line of <c>/proc/PID/stat</c>; its second field may hold spaces, and ends at the last parenthesis.</summary>
    private static Entry? Read(string id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id}/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            double Number(int field) => double.Parse(fields[field - 3], CultureInfo.InvariantCulture);
            return new Entry(int.Parse(id, CultureInfo.InvariantCulture), (int)Number(4), (Number(14) + Number(15)) / TicksPerSecond, (long)(Number(24) * Environment.SystemPageSize / 1_000_000));
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record Entry(int Id, int Parent, double Cpu, long Megabytes);
}
