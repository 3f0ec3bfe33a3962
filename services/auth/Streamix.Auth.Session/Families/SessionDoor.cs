using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Streamix.Auth.Session.Telling;

namespace Streamix.Auth.Session.Families;

/// <summary>Opens sessions.</summary>
internal sealed class SessionDoor(SessionRedis redis, RefreshTokens tokens, Happenings happenings, IOptions<SessionOptions> options, TimeProvider time)
{
    public async Task<Opened> OpenAsync(Opening opening)
    {
        var settings = options.Value;
        var now = time.GetUtcNow();
        var life = opening.Persistent ? settings.Persistent : settings.Passing;
        var (sessionId, key) = (Guid.CreateVersion7(now).ToString("n"), Scoped(opening));
        var absolute = now + life.Absolute;
        var idleUntil = now + life.Idle < absolute ? now + life.Idle : absolute;
        var answer = await redis.RunAsync(Script.Open,
        [
            sessionId, opening.AccountId.ToString("n"), key, SessionRedis.Milliseconds(settings.OpenRemembered), settings.PerAccount,
            opening.ProvenAt.ToUnixTimeMilliseconds(), opening.RolesRevision, idleUntil.ToUnixTimeMilliseconds(), SessionRedis.Milliseconds(life.Idle + settings.Grace),
            .. Fields(opening, tokens.First(sessionId, key), now, life, idleUntil, absolute),
        ]);

        if (answer[0].ToString() == "refused")
            return new(null, null, answer[1].ToString());
        happenings.Wake();
        var family = Family.Read(answer[1].ToString(), answer[2]);
        return new(family, tokens.First(family.Id, key), null);
    }

    private static RedisValue[] Fields(Opening o, RefreshToken first, DateTimeOffset now, SessionLifetime life, DateTimeOffset idleUntil, DateTimeOffset absolute)
    {
        var (client, at) = (o.Client.Trimmed(), now.ToUnixTimeMilliseconds());
        return
        [
            "roles", RoleText.Write(o.Roles), "acr", o.Acr, "auth_time", o.AuthenticatedAt.ToUnixTimeSeconds(), "method", o.Method,
            "device", client.Device, "agent", client.Agent, "address", client.Address, "country", client.Country, "city", client.City,
            "persistent", o.Persistent ? 1 : 0, "cookies", o.Cookies ? 1 : 0, "current", first.Hash, "issued_after", 0,
            "opened_at", at, "used_at", at, "idle", SessionRedis.Milliseconds(life.Idle),
            "idle_until", idleUntil.ToUnixTimeMilliseconds(), "absolute_until", absolute.ToUnixTimeMilliseconds(),
        ];
    }

    private static string Scoped(Opening opening) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{opening.AccountId:n}:{opening.Key}")));
}
