namespace Streamix.Media.Drm.Keys;

/// <summary>What a packager needs keys for.</summary>
internal sealed record KeyOrder(Guid AssetId, Guid TitleId, string Scheme, IReadOnlyList<string> Tiers);

/// <summary>A key in clear, for a moment.</summary>
internal sealed class ServedKey(string tier, Guid id, KeyMaterial key, byte[] iv, byte[] boxes) : IDisposable
{
    public string Tier => tier;

    public Guid Id => id;

    public KeyMaterial Key => key;

    public byte[] Iv => iv;

    /// <summary>See <see cref="ContentKey.Boxes"/>.</summary>
    public byte[] Boxes => boxes;

    /// <summary>All of them, or none: those made before one that fails are overwritten.</summary>
    public static IReadOnlyList<ServedKey> All(IEnumerable<ServedKey> making)
    {
        List<ServedKey> made = [];
        try
        {
            foreach (var one in making)
                made.Add(one);
            return made;
        }
        catch
        {
            made.ForEach(m => m.Dispose());
            throw;
        }
    }

    public void Dispose() => key.Dispose();
}
