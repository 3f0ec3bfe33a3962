using System.Net;
using System.Net.Sockets;

namespace Streamix.Testing.Engines;

/// <summary>Ports of loopback that nobody uses now.</summary>
public static class FreePorts
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<int> Given = [];

    /// <summary>The first of <paramref name="count"/> consecutive free ports below the ephemeral range, never given twice by this process.</summary>
    public static int Take(int count = 1)
    {
        lock (Gate)
        {
            for (var attempt = 0; attempt < 2000; attempt++)
            {
                var first = Random.Shared.Next(15000, 32000 - count);
                var range = Enumerable.Range(first, count).ToArray();
                if (range.Any(Given.Contains) || !range.All(IsFree)) continue;
                Given.UnionWith(range);
                return first;
            }
        }
        throw new InvalidOperationException("No free ports.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
