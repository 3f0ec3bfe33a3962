using System.Security.Cryptography;

namespace Streamix.Media.Drm.Keys;

/// <summary>Makes keys here, at random.</summary>
internal sealed class OwnKeyServer : IKeyServer
{
    public const string Word = "own";

    public string Name => Word;

    public Task<IReadOnlyList<ServedKey>> ServeAsync(KeyOrder order, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ServedKey>>([.. order.Tiers.Select(Make)]);

    private static ServedKey Make(string tier) =>
        new(tier, Guid.NewGuid(), KeyMaterial.Random(), RandomNumberGenerator.GetBytes(KeyMaterial.Length), []);
}
