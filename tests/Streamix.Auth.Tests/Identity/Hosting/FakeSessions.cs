using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Auth.Tests.Identity.Hosting;

/// <summary>Stands for auth-session: opens one session per key, remembers what it was asked.</summary>
internal sealed class FakeSessions : Sessions.SessionsClient
{
    private readonly ConcurrentDictionary<string, Tokens> _opened = new(StringComparer.Ordinal);

    public ConcurrentQueue<OpenRequest> Openings { get; } = [];

    public ConcurrentQueue<ElevateRequest> Elevations { get; } = [];

    public ConcurrentQueue<RevokeRequest> Revocations { get; } = [];

    public bool Down { get; set; }

    /// <summary>What happens elsewhere while a session is being opened.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public OpenRequest OpeningOf(Guid account) => Openings.Last(o => o.AccountId == account.ToString());

    public string SessionOf(OpenRequest opening) => _opened[opening.IdempotencyKey].SessionId;

    public override AsyncUnaryCall<Tokens> OpenAsync(OpenRequest request, CallOptions options)
    {
        Openings.Enqueue(request);
        return Answer(() => _opened.GetOrAdd(request.IdempotencyKey, _ => new()
        {
            SessionId = Guid.NewGuid().ToString("n"), AccessToken = $"access-{Guid.NewGuid():n}", RefreshToken = $"refresh-{Guid.NewGuid():n}",
            AccessExpiresAt = DateTimeOffset.UtcNow.AddMinutes(15).ToTimestamp(), RefreshExpiresAt = DateTimeOffset.UtcNow.AddDays(30).ToTimestamp(),
        }), Meanwhile);
    }

    public override AsyncUnaryCall<AccessToken> ElevateAsync(ElevateRequest request, CallOptions options)
    {
        Elevations.Enqueue(request);
        return Answer(() => new AccessToken { AccessToken_ = $"elevated-{Guid.NewGuid():n}", AccessExpiresAt = DateTimeOffset.UtcNow.AddMinutes(15).ToTimestamp() });
    }

    public override AsyncUnaryCall<RevokeAnswer> RevokeAsync(RevokeRequest request, CallOptions options)
    {
        Revocations.Enqueue(request);
        return Answer(() => new RevokeAnswer { Ended = 1 });
    }

    private AsyncUnaryCall<T> Answer<T>(Func<T> answer, Func<Task>? meanwhile = null) => new(
        AnswerAsync(answer, meanwhile), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

    private async Task<T> AnswerAsync<T>(Func<T> answer, Func<Task>? meanwhile)
    {
        if (Down)
            throw new RpcException(new Status(StatusCode.Unavailable, "down"));
        if (meanwhile is not null)
            await meanwhile();
        return answer();
    }
}
