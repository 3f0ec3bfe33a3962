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

    /// <summary>Null when it lives, else why not.</summary>
    public async Task<string?> CheckAsync(string sessionId, Guid accountId, long issuedAt)
    {
        var answer = await redis.RunAsync(Script.Check, sessionId, accountId.ToString("n"), SessionRedis.Milliseconds(options.Value.UseNotedEvery), issuedAt);
        return answer[0].ToString() == "alive" ? null : answer[1].ToString() is { Length: > 0 } reason ? reason : SessionEnds.Expired;
    }

    /// <summary>Writes fields of a living session of this account; null when there is none.</summary>
    public async Task<Family?> ChangeAsync(string sessionId, Guid accountId, params RedisValue[] fields)
    {
        var answer = await redis.RunAsync(Script.Change, [sessionId, accountId.ToString("n"), .. fields]);
        return answer[0].ToString() == "changed" ? Family.Read(sessionId, answer[1]) : null;
    }

    /// <summary>False when the account has no such session.</summary>
    public async Task<bool> EndAsync(string sessionId, Guid accountId, string reason) =>
        Told(await redis.RunAsync(Script.End, sessionId, accountId.ToString("n"), reason)) > 0;

    /// <summary>Who has a token of the session may end it.</summary>
    public async Task EndAsync(RefreshToken token, string reason) => Told(await redis.RunAsync(Script.End, token.SessionId, "", reason));

    /// <summary>Ends what was opened up to then, and what was proven up to then but is not open yet.</summary>
    public async Task<int> EndAllAsync(Guid accountId, string reason, string? kept, DateTimeOffset openedUpTo) =>
        Told(await redis.RunAsync(Script.EndAll,
            accountId.ToString("n"), reason, kept ?? "", openedUpTo.ToUnixTimeMilliseconds(), SessionRedis.Milliseconds(options.Value.AccountRemembered)));

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
