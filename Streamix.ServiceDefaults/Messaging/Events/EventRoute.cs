using System.Text.Json;

namespace Streamix.ServiceDefaults.Messaging.Events;

/// <summary>How a received version becomes what one handler wants.</summary>
internal sealed record EventRoute(HandlerRegistration Handler, Type ReadAs, IReadOnlyList<EventUpgrade> Upgrades)
{
    /// <exception cref="JsonException">The body does not fit the contract.</exception>
    public object Read(ReadOnlySpan<byte> body)
    {
        var value = JsonSerializer.Deserialize(body, ReadAs, EventJson.Options) ?? throw new JsonException("The body is null.");
        foreach (var upgrade in Upgrades)
            value = upgrade.Apply(value);
        return value;
    }
}
