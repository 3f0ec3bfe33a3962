using System.Net.Sockets;
using System.Text;

namespace Streamix.ServiceDefaults.Tests.Host;

/// <summary>Bytes on a socket, for requests no client would send.</summary>
internal static class RawHttp
{
    public static async Task<string> SendAsync(Uri address, string text, Func<NetworkStream, CancellationToken, Task>? more = null, TimeSpan? within = null)
    {
        using var deadline = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(30));
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, deadline.Token);
        var stream = socket.GetStream();
        var answer = ReadAsync(stream, deadline.Token);
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(text), deadline.Token);
            if (more is not null)
                await more(stream, deadline.Token);
        }
        catch (IOException)
        {
            // The server has hung up on us, which is what some tests are after.
        }
        return await answer;
    }

    public static int Status(this string answer) => answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3)) : 0;

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var (text, buffer) = (new StringBuilder(), new byte[8192]);
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, read));
                if (text.ToString().Contains("\r\n0\r\n\r\n", StringComparison.Ordinal))
                    break;
            }
        }
        catch (IOException)
        {
        }
        return text.ToString();
    }
}
