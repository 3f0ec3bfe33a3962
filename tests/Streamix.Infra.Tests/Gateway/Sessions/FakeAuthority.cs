using System.Collections.Concurrent;
using Streamix.Auth.Contracts.Sessions.V1;
using Streamix.Infra.Gateway.Sessions;

namespace Streamix.Infra.Tests.Gateway.Sessions;

/// <summary>A session service that says what the test wants, or nothing.</summary>
internal sealed class FakeAuthority : ISessionAuthority
{
    private TaskCompletionSource<CheckAnswer>? _hanging;

    public bool IsThere => true;

    public ConcurrentQueue<string> Asked { get; } = [];

    public Func<EdgeSession, CheckAnswer> Answer { get; set; } = _ => new() { Alive = true, KeepSeconds = 300 };

    public Task<CheckAnswer> AskAsync(EdgeSession session)
    {
        Asked.Enqueue(session.Token.SessionId!);
        return _hanging?.Task ?? Task.FromResult(Answer(session));
    }

    /// <summary>From now on every question waits for what the test says to it.</summary>
    public void Hang() => _hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void GoOn(CheckAnswer answer) => Interlocked.Exchange(ref _hanging, null)!.SetResult(answer);

    public static CheckAnswer Silent(EdgeSession session) => throw new Grpc.Core.RpcException(new(Grpc.Core.StatusCode.Unavailable, ""));
}
