using Google.Protobuf.WellKnownTypes;
using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.Rights.Plans;
using Streamix.Testing.Tokens;
using V1 = Streamix.Streaming.Contracts.Rights.V1;

namespace Streamix.Streaming.Tests.Rights.Hosting;

/// <summary>An account with a profile that wants to watch a title.</summary>
internal sealed record Household(RightsHost Host, Guid Account, Guid Profile, TitleDocument Title)
{
    /// <summary>What is stored beforehand; a plan makes one of its own.</summary>
    public static async Task<Household> SetAsync(RightsHost host, int maturity = 18, string status = "active", PlanDetails? plan = null, TitleDocument? title = null)
    {
        var home = new Household(host, Guid.CreateVersion7(), Guid.CreateVersion7(), host.Catalog.Put(title ?? Some.Document()));
        await host.QueryAsync(async db =>
        {
            db.Accounts.Add(new() { AccountId = home.Account, Status = status, StatusRevision = 1, Country = "DE", CountryRevision = 1 });
            db.Profiles.Add(new() { ProfileId = home.Profile, AccountId = home.Account, Maturity = maturity, Revision = 1 });
            if (plan is not null)
            {
                var own = new Plan(Guid.CreateVersion7(), $"p{Guid.NewGuid():n}", plan, Some.Now);
                db.Plans.Add(own);
                db.AccountPlans.Add(new(home.Account, own.Id, Some.Now));
            }

            return await db.SaveChangesAsync();
        });
        return home;
    }

    /// <summary>Each playback is on a device of its own, unless told.</summary>
    public V1.AdmitRequest Request(Guid? playback = null, Action<V1.AdmitRequest>? change = null)
    {
        var id = (playback ?? Guid.CreateVersion7()).ToString();
        var request = new V1.AdmitRequest
        {
            PlaybackId = id, AccountId = Account.ToString(), ProfileId = Profile.ToString(), SessionId = "s",
            TitleId = Title.TitleId.ToString(), Device = new() { Id = $"device of {id}", Name = "Firefox on Linux", Security = "software", OutputProtection = "none" },
            Country = "DE", PinEnteredAt = Host.Time.GetUtcNow().ToTimestamp(),
        };
        change?.Invoke(request);
        return request;
    }

    public async Task<V1.Decision> AdmitAsync(Guid? playback = null, Action<V1.AdmitRequest>? change = null) => await Host.Calls().AdmitAsync(Request(playback, change));

    public async Task<V1.Decision> RenewAsync(Guid playback, Action<V1.AdmitRequest>? change = null) =>
        (await Host.Calls().RenewAsync(new() { Playbacks = { Request(playback, change) } })).Decisions.Single();

    public async Task ReleaseAsync(Guid playback) => await Host.Calls().ReleaseAsync(new() { AccountId = Account.ToString(), PlaybackId = playback.ToString() });

    public UserClaims User => new() { Account = Account, Profile = Profile };
}
