using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>
/// Tokens whose signature has been checked, so that a client's next call costs no curve arithmetic. Bounded: two
/// generations, the older one dropped when the younger is full. Revocation is not its business: the gateway asks for it on each call.
/// </summary>
internal sealed class TokenCache<T>(int generation = 4096) where T : class
{
    private ConcurrentDictionary<string, T> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, T> _old = new(StringComparer.Ordinal);

    public bool TryGet(string token, [NotNullWhen(true)] out T? value)
    {
        if (_young.TryGetValue(token, out value))
            return true;
        if (!_old.TryGetValue(token, out value))
            return false;
        Add(token, value);
        return true;
    }

    public void Add(string token, T value)
    {
        var young = _young;
        young[token] = value;
        if (young.Count <= generation || Interlocked.CompareExchange(ref _young, new(StringComparer.Ordinal), young) != young)
            return;
        _old = young;
    }
}
