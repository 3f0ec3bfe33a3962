using System.Net;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Streaming.Rights.Deciding;

namespace Streamix.Streaming.Rights.Admission;

/// <summary>Who wants to watch what, on what and where.</summary>
internal sealed record Question
{
    public required Guid AccountId { get; init; }

    public Guid? ProfileId { get; init; }

    public required Guid TitleId { get; init; }

    public required DeviceFacts Device { get; init; }

    [Personal]
    public string DeviceName { get; init; } = "";

    /// <summary>Tells the devices of an account apart; empty when nobody knows which one it is.</summary>
    public string DeviceKey { get; init; } = "";

    [Personal]
    public IPAddress? Address { get; init; }

    /// <summary>Told by a trusted edge; goes before the address.</summary>
    public string? Country { get; init; }

    /// <summary>The session went on as this profile.</summary>
    public bool Entered { get; init; }

    /// <summary>Empty where no slot is asked for.</summary>
    public Guid PlaybackId { get; init; }

    public Guid? InsteadOf { get; init; }
}
