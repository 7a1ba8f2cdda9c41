using Spectre.Console;

namespace Toolkit.Cli.Reporting;

/// <summary>Shows how far a run is: a bar per phase on a terminal, the phases' names elsewhere.</summary>
internal static class PhaseLog
{
    /// <summary>Runs something and shows its progress.</summary>
    public static async Task<T> ShowAsync<T>(Terminal terminal, LogLevel level, Func<IProgress<BuildProgress>, Task<T>> run)
    {
        if (level > LogLevel.Information)
        {
            return await run(new Silent());
        }

        if (terminal.Ansi is null || level == LogLevel.Debug)
        {
            return await run(new Lines(terminal, level));
        }

        return await terminal.Ansi.Progress()
            .AutoClear(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(context => run(new Bars(context)));
    }

    private sealed class Silent : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value)
        {
        }
    }

    private sealed class Lines(Terminal terminal, LogLevel level) : IProgress<BuildProgress>
    {
        private readonly HashSet<string> _seen = [];

        public void Report(BuildProgress value)
        {
            lock (_seen)
            {
                if (_seen.Add(value.Phase))
                {
                    terminal.Line(value.Phase, Tone.Quiet);
                }

                if (level == LogLevel.Debug && value.What.Length > 0)
                {
                    terminal.Line($"  {value.What}", Tone.Quiet);
                }
            }
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<BuildProgress>
    {
        private readonly Dictionary<string, ProgressTask> _tasks = [];

        public void Report(BuildProgress value)
        {
            lock (_tasks)
            {
                if (!_tasks.TryGetValue(value.Phase, out var task))
                {
                    foreach (var earlier in _tasks.Values)
                    {
                        earlier.Value = earlier.MaxValue;
                    }

                    _tasks[value.Phase] = task = context.AddTask(value.Phase);
                }

                task.MaxValue = Math.Max(1, value.Total);
                task.Value = value.Done;
            }
        }
    }
}
