using Streamix.Auth.Session.Families;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Session.Mine;

/// <summary>One of my sessions.</summary>
/// <param name="Id">To end it by.</param>
/// <param name="Current">This is the one I am using.</param>
/// <param name="Device">What the client calls itself.</param>
/// <param name="Method">How I signed in.</param>
/// <param name="Place">Where it was used last; null when unknown.</param>
/// <param name="Address">The network address of its last refresh.</param>
/// <param name="OpenedAt">UTC.</param>
/// <param name="LastUsedAt">UTC, within some minutes.</param>
/// <param name="ExpiresAt">When it ends unless used.</param>
/// <param name="Persistent">I asked to stay signed in.</param>
internal sealed record SessionView(
    [property: Example("0199b0a57e7d7c1f8c52f36c4a9c2b10")] string Id,
    bool Current,
    [property: Personal, Example("Firefox on Linux")] string Device,
    [property: Example("password+totp")] string Method,
    PlaceView? Place,
    [property: Personal, Example("203.0.113.7")] string? Address,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastUsedAt,
    DateTimeOffset ExpiresAt,
    bool Persistent)
{
    public static SessionView Of(Family family, string? current) => new(
        family.Id, family.Id == current, family.Client.Device.Length > 0 ? family.Client.Device : "Unknown device", family.Method,
        PlaceView.Of(family.Client), family.Client.Address.Length > 0 ? family.Client.Address : null,
        family.OpenedAt, family.UsedAt, family.IdleUntil, family.Persistent);
}

/// <summary>A place as the edge told it.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="City">Null when unknown.</param>
internal sealed record PlaceView([property: Personal, Example("DE")] string Country, [property: Personal, Example("Berlin")] string? City)
{
    public static PlaceView? Of(ClientFacts client) => client.Country.Length > 0 ? new(client.Country, client.City.Length > 0 ? client.City : null) : null;
}

/// <summary>How many sessions were ended.</summary>
internal sealed record EndedCount(int Ended);
