using Streamix.Demo.Api;

namespace Streamix.Demo.Accounts;

/// <summary>Adds the profiles that an account lacks. Its token is fresh: with a child in the account that is what counts.</summary>
internal sealed class Household(Gateway gateway)
{
    private const string Profiles = "/api/v1/profiles";

    /// <summary>How many were added or given their PIN.</summary>
    public async Task<int> CompleteAsync(DemoAccount account, string token, CancellationToken cancellationToken)
    {
        var mine = gateway.As(_ => Task.FromResult(token));
        var present = (await mine.AllAsync<Profile>(Profiles, cancellationToken)).ToDictionary(profile => profile.Name, StringComparer.OrdinalIgnoreCase);
        var done = 0;
        foreach (var wanted in account.Profiles)
        {
            if (!present.TryGetValue(wanted.Name, out var profile))
            {
                profile = (await mine.PostAsync(Profiles, new { name = wanted.Name, kids = wanted.Kids, maturity = wanted.Maturity, language = wanted.Language }, cancellationToken)).As<Profile>();
                done++;
            }
            if (wanted.Pin is null || profile.HasPin) continue;
            (await mine.PutAsync($"{Profiles}/{profile.Id}/pin", new { pin = wanted.Pin }, cancellationToken)).Required();
            done++;
        }
        return done;
    }

    private sealed record Profile(Guid Id, string Name, bool HasPin);
}
