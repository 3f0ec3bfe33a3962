namespace Streamix.Infra.Gateway.Direct;

/// <summary>Section <c>Gateway:Direct</c>: the short way for plain reads.</summary>
public sealed class DirectOptions
{
    public const string Section = "Gateway:Direct";

    public bool Enabled { get; set; } = true;

    /// <summary>Open connections kept for each replica.</summary>
    public int IdleConnections { get; set; } = 256;

    /// <summary>Below the time after which services close a quiet connection.</summary>
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Then a connection is opened anew, so that changed addresses are followed.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(5);

    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
