using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Session.Telling;

namespace Streamix.Auth.Session.Families;

/// <summary>Sessions that are open: looks at them, changes them, ends them.</summary>
internal sealed class FamilyStore(SessionRedis redis, Happenings happenings, IOptions<SessionOptions> options)
{
    /// <summary>The sessions of an account, the latest opened first.</summary>
    public async Task<IReadOnlyList<Family>> OfAccountAsync(Guid accountId)
    {
        var answer = await redis.RunAsync(Script.List, accountId.ToString("n"));
        return [.. ((RedisResult[])answer!).Select(one => Family.Read(one[0].ToString(), one[1])).OrderByDescending(f => f.Id, StringComparer.Ordinal)];
    }

    /// <summary>Null when there is none, or none any more.</summary>
    public async Task<Family?> FindAsync(string sessionId) =>
        await redis.RunAsync(Script.Find, sessionId) is { IsNull: false } pairs ? Family.Read(sessionId, pairs) : null;

    /// <summary>Null when it lives, else why not.</summary>
    public async Task<string?> CheckAsync(string sessionId, Guid accountId, long issuedAt)
    {
        var answer = await redis.RunAsync(Script.Check, sessionId, accountId.ToString("n"), SessionRedis.Milliseconds(options.Value.UseNotedEvery), issuedAt);
        return answer[0].ToString() == "alive" ? null : answer[1].ToString() is { Length: > 0 } reason ? reason : SessionEnds.Expired;
    }

    /// <summary>Its user proved again who they are; null when the account has no such session.</summary>
    public async Task<Family?> ElevateAsync(string sessionId, Guid accountId, string acr, DateTimeOffset at)
    {
        var answer = await redis.RunAsync(Script.Elevate, sessionId, accountId.ToString("n"), acr, at.ToUnixTimeSeconds());
        return answer[0].ToString() == "changed" ? Family.Read(sessionId, answer[1]) : null;
    }

    /// <summary>The session goes on as this profile, or as none.</summary>
    public async Task<ProfileChange> EnterAsync(string sessionId, Guid accountId, Guid? profileId)
    {
        var answer = await redis.RunAsync(Script.Profile, sessionId, accountId.ToString("n"), profileId?.ToString("n") ?? "");
        return new(answer[0].ToString() == "changed" ? Family.Read(sessionId, answer[1]) : null, answer[0].ToString() == "gone");
    }

    /// <summary>The sessions that were used as this profile go on without one; access tokens that name it are refused at once. Nobody enters it any more.</summary>
    public async Task<int> ForgetProfileAsync(Guid accountId, Guid profileId) => (int)await redis.RunAsync(Script.ProfileRemoved,
        accountId.ToString("n"), profileId.ToString("n"), SessionRedis.Milliseconds(options.Value.AccountRemembered));

    /// <summary>False when the account has no such session.</summary>
    public async Task<bool> EndAsync(string sessionId, Guid accountId, string reason) =>
        Told(await redis.RunAsync(Script.End, sessionId, accountId.ToString("n"), reason)) > 0;

    /// <summary>For who has shown a token of the session.</summary>
    public async Task EndAsync(string sessionId, string reason) => Told(await redis.RunAsync(Script.End, sessionId, "", reason));

    /// <summary>Ends what was opened or proven up to then, also when it is opened only afterwards.</summary>
    public async Task<int> EndAllAsync(Guid accountId, string reason, string? kept, DateTimeOffset openedUpTo) =>
        Told(await redis.RunAsync(Script.EndAll,
            accountId.ToString("n"), reason, kept ?? "", openedUpTo.ToUnixTimeMilliseconds(), SessionRedis.Milliseconds(options.Value.AccountRemembered)));

    /// <exception cref="ServiceDefaults.Http.DependencyUnavailableException">Nothing can be read or ended now.</exception>
    public Task ReachAsync() => redis.RunAsync(Script.List, "");

    /// <param name="accountId">Whose status it is.</param>
    /// <param name="status">What it is now.</param>
    /// <param name="endReason">Why its sessions end; null when they go on.</param>
    /// <param name="revision">Older ones than known are ignored.</param>
    public async Task<int> StatusAsync(Guid accountId, string status, string? endReason, long revision) =>
        Told(await redis.RunAsync(Script.Status,
            accountId.ToString("n"), status, endReason ?? "", revision, SessionRedis.Milliseconds(options.Value.AccountRemembered)));

    /// <summary>The sessions go on with these roles; access tokens with others are refused at once.</summary>
    public async Task<int> RolesAsync(Guid accountId, IEnumerable<string> roles, long revision) =>
        (int)await redis.RunAsync(Script.Roles, accountId.ToString("n"), RoleText.Write(roles), revision, SessionRedis.Milliseconds(options.Value.AccountRemembered));

    /// <summary>Removes all that is kept of an account, silently. Returns how much there was.</summary>
    public async Task<int> EraseAsync(Guid accountId) => (int)await redis.RunAsync(Script.Erase, accountId.ToString("n"));

    private int Told(RedisResult count)
    {
        var ended = (int)count;
        if (ended > 0)
            happenings.Wake();
        return ended;
    }
}

/// <param name="Family">The session, changed; null when it was not.</param>
/// <param name="ProfileIsGone">The profile was removed.</param>
internal readonly record struct ProfileChange(Family? Family, bool ProfileIsGone);
