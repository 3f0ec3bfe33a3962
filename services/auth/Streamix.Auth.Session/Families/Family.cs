using StackExchange.Redis;

namespace Streamix.Auth.Session.Families;

/// <summary>A session with its line of refresh tokens, as Redis holds it.</summary>
internal sealed record Family
{
    public required string Id { get; init; }

    public required Guid AccountId { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public required string Acr { get; init; }

    /// <summary>Seconds since 1970.</summary>
    public required long AuthTime { get; init; }

    public required string Method { get; init; }

    public Guid? ProfileId { get; init; }

    /// <summary>Lives in a browser's cookies.</summary>
    public bool Cookies { get; init; }

    public bool Persistent { get; init; }

    public required ClientFacts Client { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset UsedAt { get; init; }

    public required DateTimeOffset IdleUntil { get; init; }

    public required DateTimeOffset AbsoluteUntil { get; init; }

    /// <summary>Seconds since 1970: what an access token made from this says of its age, however late it is made.</summary>
    public long IssuedAt { get; init; }

    public static Family Read(string id, RedisResult pairs)
    {
        var fields = new Fields(pairs);
        return new()
        {
            Id = id,
            AccountId = Guid.ParseExact(fields.Text("account"), "n"),
            Roles = RoleText.Read(fields.Text("roles")),
            Acr = fields.Text("acr"),
            AuthTime = fields.Number("auth_time"),
            Method = fields.Text("method"),
            ProfileId = Guid.TryParseExact(fields.Text("profile"), "n", out var profile) ? profile : null,
            Cookies = fields.Text("cookies") == "1",
            Persistent = fields.Text("persistent") == "1",
            Client = new(fields.Text("device"), fields.Text("agent"), fields.Text("address"), fields.Text("country"), fields.Text("city")),
            OpenedAt = fields.Instant("opened_at"),
            UsedAt = fields.Instant("used_at"),
            IdleUntil = fields.Instant("idle_until"),
            AbsoluteUntil = fields.Instant("absolute_until"),
            IssuedAt = fields.Number("issued_at"),
        };
    }
}
