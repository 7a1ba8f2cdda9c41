using System.CommandLine;
using System.CommandLine.Help;
using Toolkit.Cli.Commands;
using Toolkit.Cli.Reporting;
using Toolkit.Writing;

namespace Toolkit.Cli;

/// <summary>The front door: what <c>toolkit</c> understands. Tests come in by it as people do.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command and returns the <see cref="ExitCode"/>.</summary>
    /// <param name="args">As typed, without the program's name.</param>
    /// <param name="terminal">Where to write.</param>
    /// <param name="cancellation">Ctrl+C.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellation)
    {
        // Not a RootCommand: that one calls itself by the name of the assembly.
        var root = new Command("toolkit", "Builds the guide: pages, Word files and PDFs from one folder of Markdown.")
        {
            new HelpOption { Recursive = true },
            new VersionOption(),
            BuildCommand.Create(terminal),
            PreviewCommand.Create(terminal),
            CheckCommand.Create(terminal),
            NewCommand.Create(terminal),
            SerialsCommand.Create(terminal),
            HeadersCommand.Create(terminal),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var message in parsed.Errors.Select(e => e.Message).Distinct())
            {
                terminal.ErrorLine(message);
            }

            var command = parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ";
            terminal.ErrorLine($"See what is possible with: toolkit {command}--help");
            return ExitCode.WrongCommandLine;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false },
                cancellation);
        }
        // By Ctrl+C, or by the system's own signal to stop.
        catch (OperationCanceledException)
        {
            terminal.ErrorLine("Stopped. The output folder is as it was.");
            return ExitCode.Failure;
        }
        catch (Exception problem) when (problem is CommandLineException or OutputRefusedException)
        {
            terminal.ErrorLine(problem.Message);
            return ExitCode.WrongCommandLine;
        }
        catch (Exception failure) when (OutsideTrouble.In(failure) is { } words)
        {
            terminal.ErrorLine($"error: {words}");
            return ExitCode.Failure;
        }
#pragma warning disable CA1031 // The last catch of the program: whatever it is, say it and end with the right code.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            terminal.ErrorLine("error: this is a mistake in the toolkit, not in your content. Please report it with these lines:");
            terminal.ErrorLine(failure.ToString());
            return ExitCode.Failure;
        }
    }
}

/// <summary>The command line was well formed but cannot be done, such as a folder that is not there.</summary>
internal sealed class CommandLineException(string message) : Exception(message);
