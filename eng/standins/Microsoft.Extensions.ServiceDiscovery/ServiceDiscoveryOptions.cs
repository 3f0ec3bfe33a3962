namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>Options of service discovery.</summary>
public sealed class ServiceDiscoveryOptions
{
    /// <summary>Whether any scheme may be resolved; default true.</summary>
    public bool AllowAllSchemes { get; set; } = true;

    /// <summary>The schemes that may be resolved when <see cref="AllowAllSchemes"/> is false.</summary>
    public IList<string> AllowedSchemes { get; set; } = [];

    /// <summary>How often addresses are asked for again where no provider notifies; default 60 s.</summary>
    public TimeSpan RefreshPeriod { get; set; } = TimeSpan.FromSeconds(60);

    internal bool Allows(string scheme) => AllowAllSchemes || AllowedSchemes.Contains(scheme, StringComparer.OrdinalIgnoreCase);

    internal string[] Narrow(IReadOnlyList<string> wanted) =>
        wanted.Count > 0 ? [.. wanted.Where(Allows)] : AllowAllSchemes ? [] : [.. AllowedSchemes];
}
