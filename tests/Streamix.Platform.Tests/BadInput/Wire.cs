using System.Net.Sockets;
using System.Text;

namespace Streamix.Platform.Tests.BadInput;

/// <summary>Bytes on a socket, for what no decent client sends.</summary>
internal static class Wire
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    public static Task<Answer> SendAsync(Uri address, byte[] request) =>
        SendAsync(address, async (stream, ct) => await stream.WriteAsync(request, ct));

    /// <summary>Reads while it writes, until the server closes. A server that hangs up early is an answer too.</summary>
    public static async Task<Answer> SendAsync(Uri address, Func<NetworkStream, CancellationToken, Task> send)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port, deadline.Token);
        var stream = socket.GetStream();
        var answer = ReadAsync(stream, deadline.Token);
        try
        {
            await send(stream, deadline.Token);
        }
        catch (IOException)
        {
            // It hung up on us.
        }
        return Answer.Parse(await answer);
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken ct)
    {
        var (text, buffer) = (new StringBuilder(), new byte[16 * 1024]);
        try
        {
            for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0;) text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        catch (IOException)
        {
            // Reset after its answer.
        }
        return text.ToString();
    }
}
