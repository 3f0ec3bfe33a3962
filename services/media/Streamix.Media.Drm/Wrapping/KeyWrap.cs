using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Streamix.Media.Drm.Keys;

namespace Streamix.Media.Drm.Wrapping;

/// <summary>What a wrapped key belongs to; it does not open as anything else.</summary>
internal sealed record KeyBinding(Guid KeyId, Guid AssetId, string Tier, string Scheme);

/// <summary>Wraps content keys for the database: AES-256-GCM over the key with its ids as associated data, as nonce, tag, ciphertext.</summary>
internal sealed partial class KeyWrap : IDisposable
{
    private const int Nonce = 12;
    private const int Tag = 16;
    private readonly ILogger _logger;
    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    public KeyWrap(IOptions<DrmOptions> options, ILogger<KeyWrap> logger)
    {
        _logger = logger;
        string[] ids = [.. options.Value.KeyEncryptionKeys.Select(Take)];
        Current = ids[0];
        Older = [.. ids.Skip(1).Where(id => id != Current).Distinct(StringComparer.Ordinal)];
        if (options.Value.NextKeyEncryptionKey is { Length: > 0 } next)
            Take(next);
    }

    /// <summary>The id of the key that wraps.</summary>
    public string Current { get; }

    /// <summary>The ids of the keys that have wrapped.</summary>
    public IReadOnlyList<string> Older { get; }

    /// <summary>The ids of all that unwrap.</summary>
    public IReadOnlyCollection<string> Known => _keys.Keys;

    public byte[] Wrap(KeyBinding binding, KeyMaterial key)
    {
        var box = new byte[Nonce + Tag + KeyMaterial.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(_keys[Current], Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), key.AsSpan(), box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), Associated(binding, Current));
        return box;
    }

    /// <exception cref="KeyUnreadableException">Wrapped with a secret that is not configured, or not what was wrapped.</exception>
    public KeyMaterial Unwrap(KeyBinding binding, string wrappedWith, byte[] box)
    {
        if (!_keys.TryGetValue(wrappedWith, out var wrapping))
            throw Unreadable(binding, $"it is wrapped with {wrappedWith}, which is not configured");
        if (box.Length != Nonce + Tag + KeyMaterial.Length)
            throw Unreadable(binding, "it has a wrong length");
        try
        {
            using var aes = new AesGcm(wrapping, Tag);
            return KeyMaterial.Fill(bytes => aes.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), bytes, Associated(binding, wrappedWith)));
        }
        catch (CryptographicException)
        {
            throw Unreadable(binding, "it is not what was wrapped");
        }
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values)
            CryptographicOperations.ZeroMemory(key);
        _keys.Clear();
    }

    private string Take(string secret)
    {
        var id = Convert.ToHexStringLower(Secrets.Derive(secret, "key-encryption-key id", length: 8));
        _keys.TryAdd(id, Secrets.Derive(secret, "key-encryption-key"));
        return id;
    }

    /// <summary>Told here, because callers over gRPC only hear that it is unavailable.</summary>
    private KeyUnreadableException Unreadable(KeyBinding binding, string reason)
    {
        Log.Unreadable(_logger, binding.KeyId, reason);
        return new(binding.KeyId, reason);
    }

    private static byte[] Associated(KeyBinding binding, string wrappedWith) =>
        Encoding.ASCII.GetBytes($"{binding.KeyId:n}\n{binding.AssetId:n}\n{binding.Tier}\n{binding.Scheme}\n{wrappedWith}");

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Content key {KeyId} cannot be opened: {Reason}")]
        public static partial void Unreadable(ILogger logger, Guid keyId, string reason);
    }
}
