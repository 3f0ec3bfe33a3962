namespace Streamix.Auth.Session;

/// <summary>Section <c>Session</c>.</summary>
public sealed class SessionOptions
{
    internal const string Section = "Session";
    internal const int ShortestSecret = 32;

    /// <summary>Seals the private signing keys and the refresh tokens; the same on every replica.</summary>
    public string KeyEncryptionSecret { get; set; } = "";

    /// <summary>The life of a user's access token.</summary>
    public TimeSpan AccessLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The life of a service's token.</summary>
    public TimeSpan ServiceTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long the client that rotated a refresh token may repeat itself and gets the same successor. Longer than the edge waits for an answer (15 s)
    /// and a client before it asks again, else a lost answer would count as theft.
    /// </summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Rotations of one family within <see cref="Grace"/>; more are asked to come back later.</summary>
    public int RotationsPerGrace { get; set; } = 16;

    /// <summary>Sessions of somebody who wants to stay signed in, and of devices.</summary>
    public SessionLifetime Persistent { get; set; } = new() { Idle = TimeSpan.FromDays(30), Absolute = TimeSpan.FromDays(180) };

    /// <summary>All other sessions.</summary>
    public SessionLifetime Passing { get; set; } = new() { Idle = TimeSpan.FromHours(8), Absolute = TimeSpan.FromHours(24) };

    /// <summary>Sessions of one account; the oldest ends when one more is opened.</summary>
    public int PerAccount { get; set; } = 100;

    /// <summary>How long a gateway may keep the answer that a session is alive.</summary>
    public TimeSpan CheckKept { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The last use is written again after this time only.</summary>
    public TimeSpan UseNotedEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an ended session's reason is known.</summary>
    public TimeSpan EndRemembered { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a call of <c>Open</c> may be repeated.</summary>
    public TimeSpan OpenRemembered { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long an account's latest status and roles are held against a slower copy elsewhere.</summary>
    public TimeSpan AccountRemembered { get; set; } = TimeSpan.FromDays(14);

    /// <summary>The beginning of this service's keys in Redis.</summary>
    public string Prefix { get; set; } = "auth-session:";

    /// <summary>Where people type the code that a device shows; absolute.</summary>
    public string VerificationUri { get; set; } = "http://localhost/device";

    /// <summary>A device's code lives this long.</summary>
    public TimeSpan DeviceCodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a device may ask.</summary>
    public TimeSpan DeviceInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The signing keys' calendar.</summary>
    public KeyOptions Keys { get; set; } = new();

    /// <summary>Who tells where a client is.</summary>
    public PlaceOptions Place { get; set; } = new();
}

/// <summary>How long sessions last.</summary>
public sealed class SessionLifetime
{
    /// <summary>Without a refresh.</summary>
    public TimeSpan Idle { get; set; }

    /// <summary>Whatever happens.</summary>
    public TimeSpan Absolute { get; set; }
}

/// <summary>The calendar of signing keys.</summary>
public sealed class KeyOptions
{
    /// <summary>A key signs for this long.</summary>
    public TimeSpan Period { get; set; } = TimeSpan.FromDays(30);

    /// <summary>A key is published this long before it signs; longer than anybody caches the key set.</summary>
    public TimeSpan Announce { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A key stays published this long after its successor signs; longer than any token lives.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How often a replica reads the keys.</summary>
    public TimeSpan Refresh { get; set; } = TimeSpan.FromMinutes(1);
}

/// <summary>Headers of a trusted edge; empty when there is none.</summary>
public sealed class PlaceOptions
{
    /// <summary>ISO 3166-1 alpha-2, as <c>CloudFront-Viewer-Country</c>.</summary>
    public string CountryHeader { get; set; } = "";

    /// <summary>As <c>CloudFront-Viewer-City</c>.</summary>
    public string CityHeader { get; set; } = "";
}
