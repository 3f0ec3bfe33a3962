using Jose;

namespace Streamix.ServiceDefaults.Privacy.Sealing;

internal sealed class Sealer(RecipientKeys recipients, SealedInbox inbox) : ISealer
{
    public async ValueTask<string> SealAsync(string recipient, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var key = await recipients.FindAsync(recipient, cancellationToken);
        var headers = new Dictionary<string, object>(StringComparer.Ordinal) { ["kid"] = key.KeyId };
        return JWT.EncodeBytes(content.ToArray(), key, JweAlgorithm.ECDH_ES, JweEncryption.A256GCM, extraHeaders: headers);
    }

    public byte[] Open(string envelope)
    {
        var key = inbox.Find(KeyId(envelope)) ?? throw new SealBrokenException("it names no key of this service");
        return Read(() => JWT.DecodeBytes(envelope, key.Private, JweAlgorithm.ECDH_ES, JweEncryption.A256GCM));
    }

    private static string KeyId(string envelope) =>
        Read(() => JWT.Headers(envelope).TryGetValue("kid", out var kid) ? kid as string : null) ?? throw new SealBrokenException("it names no key");

    /// <summary>Whatever the library thinks of hostile text, it is a broken seal.</summary>
    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new SealBrokenException("it is damaged", e);
        }
    }
}
