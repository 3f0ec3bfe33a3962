using System.Security.Cryptography;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Media.Drm.Keys;

/// <summary>The bytes of a content key while they are needed: at one place in memory, overwritten afterwards, without any readable form.</summary>
[Personal]
internal sealed class KeyMaterial : IDisposable
{
    /// <summary>AES-128, the only size common encryption knows.</summary>
    public const int Length = 16;

    private readonly byte[] _bytes = GC.AllocateArray<byte>(Length, pinned: true);
    private bool _gone;

    private KeyMaterial()
    {
    }

    public static KeyMaterial Random() => Fill(RandomNumberGenerator.Fill);

    public static KeyMaterial Copy(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Length);
        var key = new KeyMaterial();
        bytes.CopyTo(key._bytes);
        return key;
    }

    public static KeyMaterial Fill(Action<Span<byte>> fill)
    {
        var key = new KeyMaterial();
        fill(key._bytes);
        return key;
    }

    public ReadOnlySpan<byte> AsSpan() => AsMemory().Span;

    public ReadOnlyMemory<byte> AsMemory()
    {
        ObjectDisposedException.ThrowIf(_gone, this);
        return _bytes;
    }

    public void Dispose()
    {
        _gone = true;
        CryptographicOperations.ZeroMemory(_bytes);
    }

    public override string ToString() => "[content key]";
}
