using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Privacy.Sealing;

/// <summary>
/// Envelopes for one service: whoever carries them (outbox, broker, dead letters) cannot read them. JWE compact serialisation
/// (RFC 7516) with ECDH-ES on P-256 and A256GCM (RFC 7518, 4.6 and 5.3).
/// </summary>
public interface ISealer
{
    /// <summary>Seals for the service with the resource name <paramref name="recipient"/>.</summary>
    /// <exception cref="DependencyUnavailableException">The recipient's key has never been read and cannot be now.</exception>
    ValueTask<string> SealAsync(string recipient, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Opens what was sealed for this service, also by a previous secret.</summary>
    /// <exception cref="SealBrokenException">It is not for us, damaged, or no envelope at all.</exception>
    byte[] Open(string envelope);
}
