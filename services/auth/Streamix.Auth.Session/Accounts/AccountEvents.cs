using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Session.Families;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Auth.Session.Accounts;

/// <summary>Another password: what was opened with the old one ends.</summary>
internal sealed class EndSessionsOfPassword(FamilyStore families) : IEventHandler<PasswordChanged>
{
    public Task HandleAsync(PasswordChanged @event, EventContext context, CancellationToken cancellationToken) =>
        families.EndAllAsync(@event.AccountId, SessionEnds.PasswordChanged, @event.KeptSessionId, @event.ChangedAt);
}

/// <summary>A suspended or closed account has no sessions.</summary>
internal sealed class EndSessionsOfStatus(FamilyStore families) : IEventHandler<AccountStatusChanged>
{
    public Task HandleAsync(AccountStatusChanged @event, EventContext context, CancellationToken cancellationToken) =>
        families.StatusAsync(@event.AccountId, @event.Status, End(@event.Status), @event.Revision);

    private static string? End(string status) => status switch
    {
        AccountStatuses.Suspended => SessionEnds.Suspended,
        AccountStatuses.Closed => SessionEnds.Closed,
        _ => null,
    };
}

/// <summary>Other roles: the sessions go on with them.</summary>
internal sealed class RenewRoles(FamilyStore families) : IEventHandler<AccountRolesChanged>
{
    public Task HandleAsync(AccountRolesChanged @event, EventContext context, CancellationToken cancellationToken) =>
        families.RolesAsync(@event.AccountId, @event.Roles, @event.Revision);
}

/// <summary>Nobody goes on as a profile that is gone.</summary>
internal sealed class LeaveProfile(FamilyStore families) : IEventHandler<ProfileRemoved>
{
    public Task HandleAsync(ProfileRemoved @event, EventContext context, CancellationToken cancellationToken) =>
        families.ForgetProfileAsync(@event.AccountId, @event.ProfileId);
}

/// <summary>Nothing is left of an erased account.</summary>
internal sealed class ForgetAccount(FamilyStore families) : IEventHandler<AccountErased>
{
    public Task HandleAsync(AccountErased @event, EventContext context, CancellationToken cancellationToken) => families.EraseAsync(@event.AccountId);
}
