using StackExchange.Redis;

namespace Streamix.Auth.Session.Families;

/// <summary>The fields of a hash as a script returns them: name, value, name, value …</summary>
internal readonly struct Fields
{
    private readonly Dictionary<string, RedisValue> _values;

    public Fields(RedisResult pairs)
    {
        var flat = (RedisValue[])pairs!;
        _values = new(flat.Length / 2, StringComparer.Ordinal);
        for (var i = 0; i + 1 < flat.Length; i += 2)
            _values[flat[i].ToString()] = flat[i + 1];
    }

    public string Text(string name) => _values.TryGetValue(name, out var value) ? value.ToString() : "";

    public long Number(string name) => _values.TryGetValue(name, out var value) && value.TryParse(out long number) ? number : 0;

    public DateTimeOffset Instant(string name) => DateTimeOffset.FromUnixTimeMilliseconds(Number(name));
}
