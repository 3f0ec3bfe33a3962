using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Streamix.Auth.Session.Families;
using Streamix.Auth.Session.Issuing;
using Streamix.ServiceDefaults.Auth;
using V1 = Streamix.Auth.Contracts.Sessions.V1;

namespace Streamix.Auth.Session.Calls;

/// <summary>Sessions for other services. Each call is for those who need it.</summary>
internal sealed class SessionCalls(
    SessionDoor door, FamilyStore families, AccessTokens access, RefreshTokens refresh, Caller caller, IOptions<SessionOptions> options, TimeProvider time)
    : V1.Sessions.SessionsBase
{
    public override async Task<V1.Tokens> Open(V1.OpenRequest request, ServerCallContext context)
    {
        Callers.Demand(caller, Callers.Identity);
        var opened = await door.OpenAsync(Requests.Read(request, time.GetUtcNow()));
        if (opened is not { Family: { } family, Token: { } token })
            throw new RpcException(new Status(StatusCode.FailedPrecondition, opened.Refusal ?? ""));

        var issued = await access.ForUserAsync(family, context.CancellationToken);
        return new()
        {
            SessionId = family.Id,
            AccessToken = issued.Text,
            AccessExpiresAt = issued.ExpiresAt.ToTimestamp(),
            RefreshToken = refresh.Write(token),
            RefreshExpiresAt = family.IdleUntil.ToTimestamp(),
        };
    }

    public override async Task<V1.CheckAnswer> Check(V1.CheckRequest request, ServerCallContext context)
    {
        Callers.Demand(caller, Callers.Gateway);
        var reason = await families.CheckAsync(Requests.Session(request.SessionId), Requests.Account(request.AccountId), request.IssuedAt?.Seconds ?? 0);
        return new() { Alive = reason is null, Reason = reason ?? "", KeepSeconds = reason is null ? (int)options.Value.CheckKept.TotalSeconds : 0 };
    }

    public override async Task<V1.AccessToken> Elevate(V1.ElevateRequest request, ServerCallContext context)
    {
        Callers.Demand(caller, Callers.Identity);
        var signer = await access.SignerAsync(context.CancellationToken);
        var family = await families.ElevateAsync(
            Requests.Session(request.SessionId), Requests.Account(request.AccountId), Requests.Acr(request.Acr), time.GetUtcNow());
        if (family is null)
            throw new RpcException(new Status(StatusCode.NotFound, "There is no such session."));
        var issued = access.ForUser(family, signer);
        return new() { AccessToken_ = issued.Text, AccessExpiresAt = issued.ExpiresAt.ToTimestamp(), Persistent = family.Persistent };
    }

    public override async Task<V1.RevokeAnswer> Revoke(V1.RevokeRequest request, ServerCallContext context)
    {
        Callers.Demand(caller, Callers.Identity, Callers.Account);
        var (account, reason) = (Requests.Account(request.AccountId), Requests.Reason(request.Reason));
        if (request.SessionId.Length > 0)
            return new() { Ended = await families.EndAsync(Requests.Session(request.SessionId), account, reason) ? 1 : 0 };
        var kept = request.KeptSessionId.Length > 0 ? Requests.Session(request.KeptSessionId) : null;
        return new() { Ended = await families.EndAllAsync(account, reason, kept, request.OpenedUpTo?.ToDateTimeOffset() ?? time.GetUtcNow()) };
    }

    public override async Task<V1.TakeRolesAnswer> TakeRoles(V1.TakeRolesRequest request, ServerCallContext context)
    {
        Callers.Demand(caller, Callers.Account);
        return new() { Changed = await families.RolesAsync(Requests.Account(request.AccountId), Requests.Roles(request.Roles), request.Revision) };
    }
}
