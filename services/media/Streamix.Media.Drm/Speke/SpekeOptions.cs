namespace Streamix.Media.Drm.Speke;

/// <summary>Section <c>Drm:Speke</c>.</summary>
internal sealed class SpekeOptions
{
    /// <summary>The whole address of the key server's endpoint, https.</summary>
    public string Address { get; set; } = "";

    /// <summary>Headers that the key server wants, its credentials among them; secret.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Protection systems to ask for: <c>widevine</c>, <c>playready</c>, <c>fairplay</c>.</summary>
    public List<string> Systems { get; } = [];

    /// <summary>The index of the crypto period, where the key server wants one for titles on demand too.</summary>
    public int? KeyPeriod { get; set; }

    /// <summary>How long the key server may take; clients wait 5 s at most.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);
}
