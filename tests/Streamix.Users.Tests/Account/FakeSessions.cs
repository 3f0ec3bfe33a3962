using System.Collections.Concurrent;
using Grpc.Core;
using Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Users.Tests.Account;

/// <summary>Stands for auth-session: remembers what it was told.</summary>
internal sealed class FakeSessions : Sessions.SessionsClient
{
    public ConcurrentQueue<RevokeRequest> Revocations { get; } = [];

    public ConcurrentQueue<TakeRolesRequest> Roles { get; } = [];

    public bool Down { get; set; }

    public IEnumerable<string> EndsOf(Guid account) => Revocations.Where(r => r.AccountId == account.ToString()).Select(r => r.Reason);

    public override AsyncUnaryCall<RevokeAnswer> RevokeAsync(RevokeRequest request, CallOptions options)
    {
        Revocations.Enqueue(request);
        return Answer(new RevokeAnswer { Ended = 1 });
    }

    public override AsyncUnaryCall<TakeRolesAnswer> TakeRolesAsync(TakeRolesRequest request, CallOptions options)
    {
        Roles.Enqueue(request);
        return Answer(new TakeRolesAnswer { Changed = 1 });
    }

    private AsyncUnaryCall<T> Answer<T>(T answer) => new(
        Down ? Task.FromException<T>(new RpcException(new Status(StatusCode.Unavailable, "down"))) : Task.FromResult(answer),
        Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
}
