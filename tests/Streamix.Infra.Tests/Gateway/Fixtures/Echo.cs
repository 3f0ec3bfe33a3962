using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Streamix.Infra.Tests.Gateway.Fixtures;

/// <summary>A WebSocket that says everything back.</summary>
internal static class Echo
{
    public static async Task AnswerAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await context.Response.WriteAsJsonAsync(new { ok = true });
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, context.RequestAborted);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", context.RequestAborted);
                return;
            }

            await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, context.RequestAborted);
        }
    }

    public static async Task<ClientWebSocket> ConnectAsync(GatewayHost gateway, string? token = null, params (string Name, string Value)[] headers)
    {
        var socket = new ClientWebSocket();
        if (token is not null)
        {
            socket.Options.SetRequestHeader("Authorization", "Bearer " + token);
        }

        foreach (var (name, value) in headers)
        {
            socket.Options.SetRequestHeader(name, value);
        }

        await socket.ConnectAsync(new UriBuilder(gateway.Address) { Scheme = "ws", Path = "/api/v1/notes/live" }.Uri, CancellationToken.None);
        return socket;
    }

    public static async Task<string> SayAsync(ClientWebSocket socket, string text)
    {
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        var buffer = new byte[64 * 1024];
        var length = 0;
        WebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), CancellationToken.None);
            length += received.Count;
        }
        while (!received.EndOfMessage);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
