using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Streamix.StandIns.Tests.Orchestration.Dashboard;

/// <summary>Calls the resource service as the dashboard does.</summary>
internal sealed class GrpcClient(string address, string? key) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(address), Timeout = TimeSpan.FromSeconds(20) };

    public Task<HttpResponseMessage> SendAsync(string method, IMessage? request = null) => SendAsync(method, request?.ToByteArray() ?? []);

    public async Task<HttpResponseMessage> SendAsync(string method, byte[] message)
    {
        var frame = new byte[5 + message.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame.AsSpan(5));
        var call = new HttpRequestMessage(HttpMethod.Post, $"/aspire.v1.DashboardService/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(frame) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        if (key is not null)
            call.Headers.Add("x-resource-service-api-key", key);
        return await _http.SendAsync(call, HttpCompletionOption.ResponseHeadersRead);
    }

    public static async Task<T> ReadAsync<T>(Stream stream, MessageParser<T> parser)
        where T : IMessage<T>
    {
        var prefix = new byte[5];
        await stream.ReadExactlyAsync(prefix);
        var message = new byte[BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(1))];
        await stream.ReadExactlyAsync(message);
        return parser.ParseFrom(message);
    }

    public void Dispose() => _http.Dispose();
}
