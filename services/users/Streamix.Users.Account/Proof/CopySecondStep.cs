using Streamix.Auth.Contracts.Credentials;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;

namespace Streamix.Users.Account.Proof;

/// <summary>An authenticator app switches the second step on. A passkey is a way in of its own, and changes nothing here.</summary>
internal sealed class CopySecondStep(AccountDb db) : IEventHandler<SecondFactorChanged>
{
    private const string App = "totp";

    public async Task HandleAsync(SecondFactorChanged @event, EventContext context, CancellationToken cancellationToken)
    {
        if (@event is { Factor: App, Change: "added" or "removed" }
            && await db.LockAsync(@event.AccountId, cancellationToken) is { Status: not AccountStatus.Closed } account)
            account.TakeSecondStep(@event.Change == "added", @event.ChangedAt);
    }
}
