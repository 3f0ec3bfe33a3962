using System.Net.Sockets;
using System.Text;

namespace Streamix.AppHost.Backing.Processes;

/// <summary>One question and its answer over a TCP connection of its own.</summary>
internal static class Loopback
{
    public static async Task<string> ExchangeAsync(string hostAndPort, string question, string until, CancellationToken ct)
    {
        var separator = hostAndPort.LastIndexOf(':');
        using var client = new TcpClient();
        await client.ConnectAsync(hostAndPort[..separator], int.Parse(hostAndPort[(separator + 1)..]), ct);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(question), ct);
        var buffer = new byte[2048];
        var answer = new StringBuilder();
        while (!answer.ToString().Contains(until, StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, ct);
            if (read == 0) break;
            answer.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        return answer.ToString();
    }
}
