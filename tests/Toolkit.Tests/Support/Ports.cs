using System.Net;
using System.Net.Sockets;

namespace Toolkit.Tests.Support;

/// <summary>Ports of this computer, for programs that tests start.</summary>
public static class Ports
{
    /// <summary>How long a program may take until it listens.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A port on which nobody listens now.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ends when somebody listens there: programs do not tell, so it is asked again and again.</summary>
    /// <param name="port">Where.</param>
    /// <param name="isRunning">Whether the program that should is still there.</param>
    /// <returns>False where it ended, or took too long.</returns>
    public static async Task<bool> ListensAsync(int port, Func<bool> isRunning)
    {
        ArgumentNullException.ThrowIfNull(isRunning);
        using var late = new CancellationTokenSource(Patience);
        while (isRunning() && !late.IsCancellationRequested)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, late.Token);
                return true;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        return false;
    }
}
