using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Streamix.Testing.Tokens;
using V1 = Streamix.Streaming.Contracts.History.V1;

namespace Streamix.Benchmarks.Heartbeats;

/// <summary>streaming-watch-history, called as streaming-playback-context calls it.</summary>
internal sealed class History : IKeeper, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true });
    private readonly GrpcChannel _channel;
    private readonly V1.History.HistoryClient _calls;

    public History(Uri address, TestTokens tokens)
    {
        _http.AsService(tokens.Service("streaming-playback-context"));
        _channel = GrpcChannel.ForAddress(address, new() { HttpClient = _http });
        _calls = new(_channel);
    }

    public async Task KeepAsync(Beat beat, CancellationToken cancellationToken) => await _calls.RecordAsync(new()
    {
        Positions =
        {
            new V1.Position
            {
                AccountId = beat.Account.ToString(), ProfileId = beat.Profile.ToString(), TitleId = beat.Title.ToString(), PlaybackId = beat.Playback.ToString(),
                Position_ = beat.Seconds, Duration = Beat.Duration, CreditsAt = 0, PlayedAt = beat.At.ToTimestamp(),
            },
        },
    }, cancellationToken: cancellationToken);

    public void Dispose()
    {
        _channel.Dispose();
        _http.Dispose();
    }
}
