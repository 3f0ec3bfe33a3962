using System.Net.Sockets;
using System.Text;

namespace Streamix.Infra.Tests.Gateway.Fixtures;

/// <summary>Bytes on a socket, for what a decent client would not send.</summary>
internal static class Wire
{
    public static Task<string> GetAsync(Uri server, string target, params string[] headers) =>
        SendAsync(server, Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n"));

    public static async Task<string> SendAsync(Uri server, ReadOnlyMemory<byte> bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        var stream = client.GetStream();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            await stream.WriteAsync(bytes, deadline.Token);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return await reader.ReadToEndAsync(deadline.Token);
        }
        catch (IOException)
        {
            return "";
        }
    }

    public static int Status(this string answer) => answer.Length > 12 ? int.Parse(answer.AsSpan(9, 3)) : 0;
}
