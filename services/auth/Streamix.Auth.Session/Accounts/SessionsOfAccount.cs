using Streamix.Auth.Session.Families;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Session.Accounts;

/// <summary>The sessions of an account, with what is known of their clients; and what waits in Redis to be told of them.</summary>
internal sealed class SessionsOfAccount(FamilyStore families) : IPersonalDataStore
{
    public string Name => "sessions";

    public async Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var open = await families.OfAccountAsync(accountId);
        return open.Count == 0 ? null : open.Select(f => new
        {
            f.Id, f.Client.Device, f.Client.Agent, f.Client.Address, f.Client.Country, f.Client.City, f.Method, f.ProfileId, f.Persistent,
            f.OpenedAt, LastUsedAt = f.UsedAt, ExpiresAt = f.IdleUntil,
        });
    }

    public Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken) => families.EraseAsync(accountId);
}
