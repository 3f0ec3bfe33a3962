using Streamix.Media.Drm.Keys;

namespace Streamix.Media.Drm.Licences;

/// <summary>The keys of a licence, opened; or why there are none.</summary>
internal sealed class Issue : IDisposable
{
    private Issue()
    {
    }

    public Refusal? Refusal { get; private init; }

    public IReadOnlyList<(Guid Id, KeyMaterial Key)> Keys { get; private init; } = [];

    public DateTimeOffset ExpiresAt { get; private init; }

    public static Issue Refused(Refusal refusal) => new() { Refusal = refusal };

    public static Issue Of(IReadOnlyList<(Guid Id, KeyMaterial Key)> keys, DateTimeOffset expiresAt) => new() { Keys = keys, ExpiresAt = expiresAt };

    public void Dispose()
    {
        foreach (var (_, key) in Keys)
            key.Dispose();
    }
}
