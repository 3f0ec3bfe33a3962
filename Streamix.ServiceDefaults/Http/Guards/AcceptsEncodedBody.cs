namespace Streamix.ServiceDefaults.Http;

/// <summary>Marks an endpoint that reads compressed bodies itself (or behind <c>UseRequestDecompression</c>).</summary>
public sealed class AcceptsEncodedBody
{
    /// <summary>The one mark.</summary>
    public static AcceptsEncodedBody Instance { get; } = new();
}
