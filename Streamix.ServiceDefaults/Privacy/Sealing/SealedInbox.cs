using Microsoft.Extensions.Options;

namespace Streamix.ServiceDefaults.Privacy.Sealing;

/// <summary>This service's keys, the present one first.</summary>
internal sealed class SealedInbox(IOptions<SealingOptions> options, ServiceIdentity identity)
{
    private readonly Lazy<IReadOnlyList<SealingKey>> _keys = new(() => options.Value.Secret is { Length: > 0 } secret
        ? [.. options.Value.PreviousSecrets.Prepend(secret).Select(s => SealingKey.From(s, identity.Name))]
        : throw new InvalidOperationException("Sealing:Secret is not set: this service can open no envelope."));

    public SealingKey? Find(string id) => _keys.Value.FirstOrDefault(k => k.Id == id);

    /// <summary>Only the present key: nobody should seal for an older one.</summary>
    public SealingKeySet Published => new([new("EC", "P-256", "enc", "ECDH-ES", _keys.Value[0].Id, _keys.Value[0].X, _keys.Value[0].Y)]);
}

/// <summary>A JSON Web Key Set (RFC 7517).</summary>
internal sealed record SealingKeySet(IReadOnlyList<SealingJwk> Keys);

internal sealed record SealingJwk(string Kty, string Crv, string Use, string Alg, string Kid, string X, string Y);
