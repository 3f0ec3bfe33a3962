using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Streamix.Streaming.Tests.Edge.Hosting;

/// <summary>A request as it is written, which no client of ours would tidy up.</summary>
internal static class RawRequest
{
    public static async Task<int> StatusAsync(string address, string target)
    {
        var server = new Uri(address);
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: edge\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var line = await reader.ReadLineAsync();
        return int.Parse(line!.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
