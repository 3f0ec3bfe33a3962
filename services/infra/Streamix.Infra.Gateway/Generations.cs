using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Streamix.Infra.Gateway;

/// <summary>A bounded cache without book-keeping: full means the young become the old and the old are forgotten.</summary>
internal sealed class Generations<T>(int capacity) where T : class
{
    private readonly Lock _gate = new();
    private volatile ConcurrentDictionary<string, T> _young = new(StringComparer.Ordinal);
    private volatile ConcurrentDictionary<string, T> _old = new(StringComparer.Ordinal);
    private int _count;

    public bool TryGet(ReadOnlySpan<char> key, [NotNullWhen(true)] out T? value)
    {
        if (_young.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out value))
        {
            return true;
        }

        if (!_old.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out value))
        {
            return false;
        }

        value = GetOrAdd(key.ToString(), value);
        return true;
    }

    public T GetOrAdd(string key, T value)
    {
        if (!_young.TryAdd(key, value))
        {
            return _young.GetValueOrDefault(key, value);
        }

        if (Interlocked.Increment(ref _count) >= capacity)
        {
            Age();
        }

        return value;
    }

    public void Clear()
    {
        Age();
        Age();
    }

    private void Age()
    {
        lock (_gate)
        {
            _old = _young;
            _young = new(StringComparer.Ordinal);
            _count = 0;
        }
    }
}
