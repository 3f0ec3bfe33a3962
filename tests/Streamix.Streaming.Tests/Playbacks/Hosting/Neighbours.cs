using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using EdgesV1 = Streamix.Streaming.Contracts.Edges.V1;
using HistoryV1 = Streamix.Streaming.Contracts.History.V1;
using KeysV1 = Streamix.Media.Contracts.Keys.V1;
using RightsV1 = Streamix.Streaming.Contracts.Rights.V1;

namespace Streamix.Streaming.Tests.Playbacks.Hosting;

/// <summary>A service that answers over gRPC, or does not.</summary>
internal sealed class Reach
{
    private int _calls;

    public bool Down { get; set; }

    /// <summary>Refuses with this.</summary>
    public StatusCode? Refusing { get; set; }

    /// <summary>Answers only after this.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>What each call meets first, by its number.</summary>
    public Func<int, Task> Meeting { get; set; } = _ => Task.CompletedTask;

    public AsyncUnaryCall<T> Answer<T>(Func<T> answer, CallOptions options) => new(
        AnswerAsync(answer, options), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

    private async Task<T> AnswerAsync<T>(Func<T> answer, CallOptions options)
    {
        await Meeting(Interlocked.Increment(ref _calls));
        if (Down)
            throw new RpcException(new Status(StatusCode.Unavailable, "down"));
        if (Refusing is { } code)
            throw new RpcException(new Status(code, "no"));
        if (Delay > TimeSpan.Zero)
            await Task.Delay(Delay, options.CancellationToken);
        return answer();
    }
}

/// <summary>Stands for streaming-rights: says yes to everything within 720 lines unless told otherwise, and knows who has a slot.</summary>
internal sealed class FakeRights : RightsV1.Rights.RightsClient
{
    public Reach Reach { get; } = new();

    public ConcurrentQueue<RightsV1.AdmitRequest> Admitted { get; } = [];

    public ConcurrentQueue<RightsV1.AdmitRequest> Renewed { get; } = [];

    public ConcurrentQueue<string> Released { get; } = [];

    public Func<RightsV1.AdmitRequest, RightsV1.Decision> Deciding { get; set; } = _ => Yes();

    private static readonly string[] AllTiers = ["audio", "sd", "hd"];

    public static RightsV1.Decision Yes(int lines = 720, params string[] tiers) => new()
    {
        Allowed = true, MostLines = lines, Tiers = { tiers.Length == 0 ? AllTiers : tiers }, Country = "DE", Plan = "standard",
        Checks = { new RightsV1.Check { Name = "territory", Passed = true, Because = "edge header DE" } },
    };

    /// <summary>Yes, until a window ends.</summary>
    public static RightsV1.Decision Until(DateTimeOffset end)
    {
        var yes = Yes();
        yes.GoodUntil = end.ToTimestamp();
        return yes;
    }

    public static RightsV1.Decision No(string code) => new() { Code = code, Sentence = "Not now.", Checks = { new RightsV1.Check { Name = "plan", Because = "plan basic" } } };

    public override AsyncUnaryCall<RightsV1.Decision> AdmitAsync(RightsV1.AdmitRequest request, CallOptions options) => Reach.Answer(() =>
    {
        Admitted.Enqueue(request);
        return Deciding(request);
    }, options);

    public override AsyncUnaryCall<RightsV1.RenewAnswer> RenewAsync(RightsV1.RenewRequest request, CallOptions options) => Reach.Answer(() =>
    {
        foreach (var playback in request.Playbacks)
            Renewed.Enqueue(playback);
        return new RightsV1.RenewAnswer { Decisions = { request.Playbacks.Select(p => Deciding(p)) } };
    }, options);

    public override AsyncUnaryCall<RightsV1.ReleaseAnswer> ReleaseAsync(RightsV1.ReleaseRequest request, CallOptions options) => Reach.Answer(() =>
    {
        Released.Enqueue(request.PlaybackId);
        return new RightsV1.ReleaseAnswer();
    }, options);
}

/// <summary>Stands for streaming-cdn-orchestrator: two edges, another token each time.</summary>
internal sealed class FakeEdges : EdgesV1.Edges.EdgesClient
{
    private int _tokens;

    public Reach Reach { get; } = new();

    public ConcurrentQueue<EdgesV1.RouteRequest> Routed { get; } = [];

    /// <summary>Another answer than the usual one.</summary>
    public Action<EdgesV1.RouteAnswer> Changing { get; set; } = _ => { };

    public ConcurrentQueue<string> Revoked { get; } = [];

    public override AsyncUnaryCall<EdgesV1.RouteAnswer> RouteAsync(EdgesV1.RouteRequest request, CallOptions options) => Reach.Answer(() =>
    {
        Routed.Enqueue(request);
        var token = $"token{Interlocked.Increment(ref _tokens)}";
        var answer = new EdgesV1.RouteAnswer
        {
            Routes =
            {
                new[] { "streaming-edge-1", "streaming-edge-2" }.Select(edge => new EdgesV1.Route { Edge = edge, Base = $"http://{edge}/t/{token}/{request.Prefix}", Token = token, ExpiresAt = request.ExpiresAt }),
            },
            SteeringHls = "/api/v1/steering/hls/s", SteeringDash = "/api/v1/steering/dash/s", Because = { "weight 1, load 0.2" },
        };
        Changing(answer);
        return answer;
    }, options);

    public override AsyncUnaryCall<EdgesV1.RevokeAnswer> RevokeAsync(EdgesV1.RevokeRequest request, CallOptions options) => Reach.Answer(() =>
    {
        Revoked.Enqueue(request.PlaybackId);
        return new EdgesV1.RevokeAnswer();
    }, options);
}

/// <summary>Stands for streaming-watch-history.</summary>
internal sealed class FakeHistory : HistoryV1.History.HistoryClient
{
    public Reach Reach { get; } = new();

    public ConcurrentQueue<HistoryV1.Position> Recorded { get; } = [];

    public HistoryV1.ResumeAnswer Left { get; } = new() { Position = 42.5, PlayedAt = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero).ToTimestamp() };

    public override AsyncUnaryCall<HistoryV1.ResumeAnswer> ResumeAsync(HistoryV1.ResumeRequest request, CallOptions options) => Reach.Answer(() => Left, options);

    public override AsyncUnaryCall<HistoryV1.RecordAnswer> RecordAsync(HistoryV1.RecordRequest request, CallOptions options) => Reach.Answer(() =>
    {
        foreach (var position in request.Positions)
            Recorded.Enqueue(position);
        return new HistoryV1.RecordAnswer();
    }, options);
}

/// <summary>Stands for media-drm.</summary>
internal sealed class FakeKeys : KeysV1.Keys.KeysClient
{
    private int _tokens;

    public Reach Reach { get; } = new();

    public ConcurrentQueue<KeysV1.AuthoriseRequest> Authorised { get; } = [];

    public ConcurrentQueue<string> Withdrawn { get; } = [];

    public override AsyncUnaryCall<KeysV1.AuthoriseAnswer> AuthoriseAsync(KeysV1.AuthoriseRequest request, CallOptions options) => Reach.Answer(() =>
    {
        if (Withdrawn.Contains(request.PlaybackId))
            throw new RpcException(new Status(StatusCode.FailedPrecondition, "withdrawn"));
        Authorised.Enqueue(request);
        return new KeysV1.AuthoriseAnswer { Token = $"licence{Interlocked.Increment(ref _tokens)}", ExpiresAt = request.ExpiresAt };
    }, options);

    public override AsyncUnaryCall<KeysV1.WithdrawAnswer> WithdrawAsync(KeysV1.WithdrawRequest request, CallOptions options) => Reach.Answer(() =>
    {
        Withdrawn.Enqueue(request.PlaybackId);
        return new KeysV1.WithdrawAnswer();
    }, options);
}
