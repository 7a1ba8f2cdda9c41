using Toolkit.Cli;
using Toolkit.Cli.Reporting;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
return await CommandLine.RunAsync(args, Terminal.System(), stop.Token);
