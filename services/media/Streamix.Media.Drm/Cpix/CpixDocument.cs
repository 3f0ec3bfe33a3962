using Streamix.Media.Drm.Keys;

namespace Streamix.Media.Drm.Cpix;

/// <summary>Content keys and what belongs to them, to hand over (DASH-IF CPIX 2.3). Whoever has it disposes it.</summary>
internal sealed class CpixDocument : IDisposable
{
    public string? ContentId { get; init; }

    public IReadOnlyList<CpixKey> Keys { get; init; } = [];

    public IReadOnlyList<CpixSystem> Systems { get; init; } = [];

    /// <summary>The index of the crypto period; null without one.</summary>
    public int? Period { get; init; }

    public IReadOnlyList<CpixRule> Rules { get; init; } = [];

    public void Dispose()
    {
        foreach (var key in Keys)
            key.Key?.Dispose();
    }
}

/// <summary>A content key; without its value in a request.</summary>
internal sealed class CpixKey(Guid id, string? scheme, byte[]? iv, KeyMaterial? key)
{
    public Guid Id => id;

    public string? Scheme => scheme;

    public byte[]? Iv => iv;

    public KeyMaterial? Key => key;
}

/// <summary>What a protection system wants for a key; empty means "please fill in".</summary>
internal sealed record CpixSystem(Guid KeyId, Guid SystemId, byte[] Pssh, byte[]? ContentProtection = null);

/// <summary>Which tracks a key is for.</summary>
internal sealed record CpixRule(Guid KeyId, string TrackType, bool Audio, bool Video, long? MinPixels = null, long? MaxPixels = null);
